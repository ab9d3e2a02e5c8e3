"""Update cycles as dates: which period has ended, and by when it must be public. No database."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from portal.core.workdays.days import WorkCalendar

MONTHS = {"monthly": 1, "quarterly": 3, "half-yearly": 6, "yearly": 12}


@dataclass(frozen=True)
class Period:
    """A stretch of months that an update is about, and the day it is due."""

    first: date
    last: date
    due_on: date

    def __str__(self) -> str:
        months = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month + 1
        if months == 12:
            return f"{self.first.year}年"
        if months == 6:
            return f"{self.first.year}年{'上' if self.first.month == 1 else '下'}半年"
        if months == 3:
            return f"{self.first.year}年第{(self.first.month + 2) // 3}季度"
        return f"{self.first.year}年{self.first.month}月"


def periods_due(
    cycle: str, day: int, first: date, last: date, calendar: WorkCalendar
) -> Iterator[Period]:
    """Periods of `cycle` due from `first` to `last`: by `day` of the month after they end.

    A due day that is a day off moves to the next working day.
    """
    months = MONTHS.get(cycle)
    if months is None:
        return
    start = _month(first.year - 2, 1)
    while start <= last:
        after = _month(start.year, start.month + months)
        due_on = _working_day(_nth_day(after, day), calendar)
        if first <= due_on <= last:
            yield Period(start, after - timedelta(days=1), due_on)
        start = after


def settle(periods: Iterable[Period], days: Iterable[date]) -> dict[Period, date]:
    """Which of `periods` the publications on `days` answer, and when.

    One publication answers one period: the latest that had ended and was still owed. So a month
    made up for late needs a publication of its own.
    """
    settled: dict[Period, date] = {}
    newest_first = sorted(periods, key=lambda period: period.last, reverse=True)
    for day in sorted(days):
        owed = (one for one in newest_first if one.last < day and one not in settled)
        period = next(owed, None)
        if period is not None:
            settled[period] = day
    return settled


def _month(year: int, month: int) -> date:
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


def _nth_day(month: date, day: int) -> date:
    """Day `day` of that month, or its last."""
    following = _month(month.year, month.month + 1)
    return min(month + timedelta(days=day - 1), following - timedelta(days=1))


def _working_day(on: date, calendar: WorkCalendar) -> date:
    while not calendar.day(on).working:
        on += timedelta(days=1)
    return on
