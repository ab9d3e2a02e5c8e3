"""All public findings together: how many stand where, which are overdue, and those asked for."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from disclosures.items.models import Disclosure
from disclosures.items.shapes import Shape
from finance.audits.progress import Progress, progress
from finance.audits.states import Status
from portal.core.organisations.models import Organisation
from portal.core.township.models import Township

# the newest ones; a township has a handful of audits a year
MOST_REPORTS = 300


@dataclass(frozen=True)
class Tally:
    """How many findings stand where."""

    all: int
    by_status: dict[Status, int]
    overdue: int

    @property
    def cells(self) -> list[tuple[str, int]]:
        return [(str(status.label), self.by_status[status]) for status in Status]


@dataclass(frozen=True)
class Report:
    """A public audit report with its findings."""

    item: Disclosure
    found: list[Progress]

    @property
    def tally(self) -> Tally:
        return tally(self.found)


@dataclass(frozen=True)
class Tracker:
    reports: list[Report]

    @property
    def found(self) -> list[Progress]:
        """The overdue ones first, the longest before; then what falls due next; then the done."""
        everything = (one for report in self.reports for one in report.found)
        return sorted(everything, key=_urgency)

    @property
    def overdue(self) -> list[Progress]:
        return [one for one in self.found if one.overdue_days]

    @property
    def years(self) -> list[int]:
        return sorted({report.item.live.auditreport.year for report in self.reports}, reverse=True)

    @property
    def offices(self) -> list[Organisation]:
        offices = {one.finding.office for report in self.reports for one in report.found}
        return sorted(offices, key=lambda office: (office.position, office.pk))


def _urgency(one: Progress) -> tuple[int, int, date, int]:
    return (-one.overdue_days, int(one.closed), one.finding.due_on, one.finding.pk)


def tally(found: Iterable[Progress]) -> Tally:
    rows = list(found)
    counted = Counter(one.status for one in rows)
    by_status = {status: counted[status] for status in Status}
    return Tally(len(rows), by_status, sum(1 for one in rows if one.overdue_days))


def track(township: Township, at: datetime, today: date) -> Tracker:
    """Every public report, the newest first, in a fixed number of queries."""
    items = Disclosure.objects.public(township, at).of_shape(Shape.AUDIT_REPORT)
    reports = items.without_bodies().select_related("live__auditreport__body")
    newest = reports.prefetch_related("live__audit_findings__office")[:MOST_REPORTS]
    findings = {report: list(report.live.audit_findings.all()) for report in newest}
    return Tracker(
        [Report(item, found) for item, found in progress(findings, township, at, today).items()]
    )
