"""The working-day calendar as a value: no database, no Django.

Days off and make-up days come from the State Council's yearly notice (国务院办公厅关于某年
部分节假日安排的通知). A year without a notice is not guessed at: asking raises CalendarMissing.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

WEEKDAYS = "一二三四五六日"
ONE_DAY = timedelta(days=1)

# 《全国年节及纪念日放假办法》: these fall on the same dates every year, notice or not.
FIXED_HOLIDAYS = {
    (1, 1): "元旦",
    (5, 1): "劳动节",
    (5, 2): "劳动节",
    (10, 1): "国庆节",
    (10, 2): "国庆节",
    (10, 3): "国庆节",
}


class DayKind(StrEnum):
    OFF = "off"
    MAKEUP = "makeup"

    @property
    def label(self) -> str:
        return {"off": "放假", "makeup": "调休上班"}[self.value]

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        return [(kind.value, kind.label) for kind in cls]


class CalendarMissing(LookupError):
    """The calendar holds no notice for the year asked about."""

    def __init__(self, year: int) -> None:
        super().__init__(f"{year}年的放假安排尚未录入。")
        self.year = year


@dataclass(frozen=True)
class Day:
    """One day: whether people work, and why, in words for residents."""

    on: date
    working: bool
    why: str
    known: bool = True


@dataclass(frozen=True)
class WorkCalendar:
    """Years covered by notices, and the days that those notices move."""

    years: frozenset[int] = frozenset()
    days_off: Mapping[date, str] = field(default_factory=dict)
    makeup_days: Mapping[date, str] = field(default_factory=dict)

    def is_working_day(self, on: date) -> bool:
        """Whether `on` is a working day. Raises CalendarMissing for a year without a notice."""
        if on.year not in self.years:
            raise CalendarMissing(on.year)
        return self.day(on).working

    def day(self, on: date) -> Day:
        """`on` explained; `known` is False where the year's notice is missing."""
        if on.year not in self.years:
            return _provisional_day(on)
        if name := self.days_off.get(on):
            return Day(on, working=False, why=f"{name}放假")
        if name := self.makeup_days.get(on):
            return Day(on, working=True, why=f"{name}调休上班")
        return Day(on, working=on.weekday() < 5, why=_weekday(on))

    def from_day_after(self, start: date) -> Iterator[Day]:
        """Every day after `start`, without end."""
        on = start
        while on < date.max:
            on += ONE_DAY
            yield self.day(on)

    def between(self, start: date, end: date) -> int:
        """Working days after `start` up to and including `end`; negative where `end` is earlier."""
        if end < start:
            return -self.between(end, start)
        days = ((start + ONE_DAY * n) for n in range(1, (end - start).days + 1))
        return sum(self.day(on).working for on in days)


def _weekday(on: date) -> str:
    return f"周{WEEKDAYS[on.weekday()]}" + ("" if on.weekday() < 5 else "，休息")


def _provisional_day(on: date) -> Day:
    if name := FIXED_HOLIDAYS.get((on.month, on.day)):
        return Day(on, working=False, why=f"{name}，法定节假日", known=False)
    return Day(
        on,
        working=on.weekday() < 5,
        why=f"{_weekday(on)}（{on.year}年放假安排尚未录入，暂按周一至周五上班计）",
        known=False,
    )
