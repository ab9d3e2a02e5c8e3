"""What may be asked of the tracker: status, office and year, as the address tells them."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import QueryDict

from finance.audits.progress import Progress
from finance.audits.states import Status
from finance.audits.tracker import Tracker

OPEN, OVERDUE = "open", "overdue"
CHOICES = [(OPEN, "没有整改完的"), (OVERDUE, "已逾期的"), *Status.choices]


@dataclass(frozen=True)
class Asked:
    """Empty where nothing is asked; what isn't offered counts as nothing."""

    status: str = ""
    office: str = ""
    year: str = ""

    @property
    def query(self) -> str:
        given = {name: value for name, value in vars(self).items() if value}
        return f"{urlencode(given)}&" if given else ""

    def of(self, found: Iterable[Progress]) -> list[Progress]:
        return [one for one in found if self._fits(one)]

    def _fits(self, one: Progress) -> bool:
        return (
            self._status_fits(one)
            and self.office in ("", one.finding.office.slug)
            and self.year in ("", str(one.source.live.auditreport.year))
        )

    def _status_fits(self, one: Progress) -> bool:
        if self.status == OPEN:
            return not one.closed
        if self.status == OVERDUE:
            return bool(one.overdue_days)
        return self.status in ("", one.status)


def asked(given: QueryDict, tracker: Tracker) -> Asked:
    offered = {
        "status": [value for value, _ in CHOICES],
        "office": [office.slug for office in tracker.offices],
        "year": [str(year) for year in tracker.years],
    }
    known = {
        name: value for name, values in offered.items() if (value := given.get(name, "")) in values
    }
    return Asked(**known)
