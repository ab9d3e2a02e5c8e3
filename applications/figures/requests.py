"""收到和处理政府信息公开申请情况: table three of the annual report (国办公开办函〔2021〕30号).

Counted from the applications themselves, in four queries however many there are.

An application counts as new in the year of its receipt (条例 art. 31), by its one outcome in the
year of its end (`procedure.year_end`). What is not confirmed as received is not counted yet.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from applications.cases.models import Application
from applications.cases.querysets import ApplicationQuerySet
from applications.decisions.outcomes import Outcome
from applications.decisions.rows import Row, Section
from portal.core.township.models import Township

# how many, by the value of ApplicantKind
ByKind = Counter[str]


@dataclass(frozen=True)
class YearOfRequests:
    """Every count by kind of applicant; received + carried_over = handled + carried_forward."""

    year: int
    received: ByKind
    carried_over: ByKind
    rows: Mapping[Row, ByKind]
    carried_forward: ByKind

    @property
    def handled(self) -> ByKind:
        return sum(self.rows.values(), Counter())

    def count(self, row: Row) -> int:
        return self.rows[row].total()

    def of_section(self, section: Section) -> int:
        return sum(self.count(row) for row in section.rows)


@dataclass(frozen=True)
class RequestsBehind:
    """The applications that the table counts."""

    received: ApplicationQuerySet
    carried_over: ApplicationQuerySet
    ended: ApplicationQuerySet
    carried_forward: ApplicationQuerySet

    def of_row(self, row: Row) -> ApplicationQuerySet:
        return self.ended.filter(ended_as__in=[one for one in Outcome if one.row is row])


def requests_behind(township: Township, year: int) -> RequestsBehind:
    ours = Application.objects.of(township).filter(received_on__isnull=False)
    first, last = date(year, 1, 1), date(year, 12, 31)
    before = date(year - 1, 12, 31)
    return RequestsBehind(
        received=ours.filter(received_on__year=year),
        carried_over=ours.filter(_open_after(before), received_on__lt=first),
        ended=ours.filter(ended_on__range=(first, last)),
        carried_forward=ours.filter(_open_after(last), received_on__lte=last),
    )


def _open_after(day: date) -> Q:
    return Q(ended_on__isnull=True) | Q(ended_on__gt=day)


def requests_of(township: Township, year: int) -> YearOfRequests:
    """The year's table; of a year under way, as far as it has got."""
    found = requests_behind(township, year)
    return YearOfRequests(
        year=year,
        received=_by_kind(found.received),
        carried_over=_by_kind(found.carried_over),
        rows=_rows(found.ended),
        carried_forward=_by_kind(found.carried_forward),
    )


def _by_kind(applications: ApplicationQuerySet) -> ByKind:
    found = applications.values_list("applicant_kind").annotate(count=Count("pk"))
    return Counter(dict(found))


def _rows(ended: ApplicationQuerySet) -> dict[Row, ByKind]:
    rows: dict[Row, ByKind] = {row: Counter() for row in Row}
    counted = ended.values_list("ended_as", "applicant_kind").annotate(count=Count("pk"))
    for outcome, kind, count in counted:
        rows[Outcome(outcome).row][kind] += count
    return rows


def years_of(township: Township) -> list[int]:
    """Years in which any was received, the newest first."""
    days = Application.objects.of(township).dates("received_on", "year", order="DESC")
    return [day.year for day in days]
