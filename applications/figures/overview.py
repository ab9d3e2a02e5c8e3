"""依申请公开办理统计: a year at a glance for everyone, in numbers that can name nobody."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.db.models import Count, QuerySet, Sum
from django.db.models.functions import ExtractQuarter, ExtractYear

from applications.apply.models import FoundWithoutApplying
from applications.cases.models import Application
from applications.decisions.applicants import ApplicantKind
from applications.decisions.rows import Row, Section
from applications.figures.requests import YearOfRequests, requests_of
from applications.figures.speed import Speed, speed_of
from applications.procedure.channels import Channel
from portal.core.township.models import Township
from portal.core.workdays.days import WorkCalendar


@dataclass(frozen=True)
class Part:
    """One of several counts: `share` of them all, `length` in percent of the largest."""

    name: str
    count: int
    share: float | None
    length: float


def parts(given: Iterable[tuple[str, int]]) -> list[Part]:
    counted = list(given)
    whole = sum(count for _, count in counted)
    most = max((count for _, count in counted), default=0)
    return [
        Part(name, count, count / whole if whole else None, _percent(count, most))
        for name, count in counted
    ]


def _percent(count: int, most: int) -> float:
    return round(100 * count / most, 2) if most else 0.0


@dataclass(frozen=True)
class Line:
    """A row of the annual report's table with what was counted there."""

    row: Row
    count: int


@dataclass(frozen=True)
class Overview:
    table: YearOfRequests
    speed: Speed
    years: list[Part]
    quarters: list[Part]
    channels: list[Part]
    kinds: list[Part]
    sections: list[Part]
    lines: list[Line]
    found_without: int  # looked first, and needed no application

    @property
    def received(self) -> int:
        return self.table.received.total()

    @property
    def carried_over(self) -> int:
        return self.table.carried_over.total()

    @property
    def handled(self) -> int:
        return self.table.handled.total()

    @property
    def carried_forward(self) -> int:
        return self.table.carried_forward.total()


def overview_of(township: Township, year: int, calendar: WorkCalendar, on: date) -> Overview:
    """Ten queries, however many applications."""
    table = requests_of(township, year)
    ours = Application.objects.of(township).filter(received_on__isnull=False).order_by()
    received = ours.filter(received_on__year=year)
    return Overview(
        table=table,
        speed=speed_of(township, year, calendar, on),
        years=parts(_by_year(ours)),
        quarters=parts(_by_quarter(received)),
        channels=parts(_by_channel(received)),
        kinds=parts((kind.label, table.received[kind.value]) for kind in ApplicantKind),
        sections=parts((one.label, table.of_section(one)) for one in Section),
        lines=[Line(row, table.count(row)) for row in Row],
        found_without=_found_without(township, year),
    )


def _found_without(township: Township, year: int) -> int:
    days = FoundWithoutApplying.objects.of(township).filter(on__year=year)
    return days.aggregate(sum=Sum("count"))["sum"] or 0


def by_section(lines: Iterable[Line]) -> Iterator[tuple[Section, list[Line]]]:
    for section, rows in groupby(lines, key=lambda line: line.row.section):
        yield section, list(rows)


def _by_year(ours: QuerySet[Application]) -> Iterator[tuple[str, int]]:
    counted = ours.annotate(year=ExtractYear("received_on")).values_list("year")
    for year, count in sorted(counted.annotate(count=Count("pk"))):
        yield f"{year}年", count


def _by_quarter(received: QuerySet[Application]) -> Iterator[tuple[str, int]]:
    counted = received.annotate(quarter=ExtractQuarter("received_on")).values_list("quarter")
    found = dict(counted.annotate(count=Count("pk")))
    for quarter in (1, 2, 3, 4):
        yield f"第{'一二三四'[quarter - 1]}季度", found.get(quarter, 0)


def _by_channel(received: QuerySet[Application]) -> Iterator[tuple[str, int]]:
    found = dict(received.values_list("channel").annotate(count=Count("pk")))
    for channel in Channel:
        yield channel.label, found.get(channel.value, 0)
