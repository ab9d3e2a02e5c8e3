"""Time limits and the deadlines they give, each explaining itself day by day.

Convention (the law is silent on the edges): the day of the event is not counted; a limit of n
working days ends on the n-th working day after it. A limit in calendar days that would end on a
day off ends on the next working day.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from portal.core.workdays.days import Day, WorkCalendar


class Unit(StrEnum):
    WORKING_DAYS = "working"
    CALENDAR_DAYS = "calendar"
    AT_ONCE = "at_once"

    @property
    def label(self) -> str:
        return {"working": "个工作日", "calendar": "日（自然日）", "at_once": "即时"}[self.value]

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        return [(unit.value, unit.label) for unit in cls]


@dataclass(frozen=True)
class Limit:
    amount: int
    unit: Unit = Unit.WORKING_DAYS

    def __str__(self) -> str:
        return "即时" if self.unit is Unit.AT_ONCE else f"{self.amount}{self.unit.label}"


# 《政府信息公开条例》 art. 26
DISCLOSURE_LIMIT = Limit(20)


@dataclass(frozen=True)
class Step:
    """One day on the way to the deadline."""

    on: date
    counted: bool
    why: str
    known: bool = True


@dataclass(frozen=True)
class Deadline:
    """When a limit ends, how it was counted, and whether a missing notice makes it provisional."""

    start: date
    limit: Limit
    due: date
    steps: tuple[Step, ...]

    @property
    def provisional(self) -> bool:
        return any(not step.known for step in self.steps)

    @property
    def missing_years(self) -> list[int]:
        return sorted({step.on.year for step in self.steps if not step.known})


def deadline(start: date, limit: Limit, calendar: WorkCalendar) -> Deadline:
    """The deadline of `limit` running from the event on `start`."""
    if limit.unit is Unit.AT_ONCE or limit.amount == 0:
        return Deadline(start, limit, start, ())
    count = _working_days if limit.unit is Unit.WORKING_DAYS else _calendar_days
    steps = tuple(count(start, limit.amount, calendar))
    return Deadline(start, limit, steps[-1].on, steps)


def _working_days(start: date, amount: int, calendar: WorkCalendar) -> Iterator[Step]:
    counted = 0
    for day in calendar.from_day_after(start):
        counted += day.working
        yield _step(day, counted=day.working, number=counted)
        if counted == amount:
            return


def _calendar_days(start: date, amount: int, calendar: WorkCalendar) -> Iterator[Step]:
    for number, day in enumerate(calendar.from_day_after(start), start=1):
        if number <= amount:
            yield _step(day, counted=True, number=number)
        else:
            yield Step(day.on, counted=False, why=f"{day.why}，期满日顺延", known=day.known)
        if number >= amount and day.working:
            return


def _step(day: Day, *, counted: bool, number: int) -> Step:
    why = f"第{number}日：{day.why}" if counted else f"不计入：{day.why}"
    return Step(day.on, counted, why, day.known)
