"""Working days of the real calendar, and when an item was formed and published."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from chinese_calendar import is_workday

FIRST, LAST = date(2025, 12, 1), date(2026, 11, 20)
LATE_SHARE = 0.075  # of those with a limit of days: one in twenty of all
ONE = timedelta(days=1)


def working(on: date) -> bool:
    """By the notice of the year; beyond the last notice by the days of the week."""
    return bool(is_workday(on)) if on.year <= LAST.year else on.weekday() < 5


def after(on: date, count: int) -> date:
    """The `count`-th working day after `on` (before it, where negative); `on` itself for 0."""
    step = ONE if count > 0 else -ONE
    while count:
        on += step
        if working(on):
            count -= 1 if count > 0 else -1
    return on


def settled(on: date) -> date:
    """`on`, or the next working day."""
    while not working(on):
        on += ONE
    return on


def due(formed: date, amount: int, unit: str) -> date:
    """When an item formed on `formed` must be public at the latest."""
    if unit == "即时" or amount == 0:
        return formed
    if unit == "自然日":
        return settled(formed + timedelta(days=amount))
    return after(formed, amount)


def month_days(year: int, month: int) -> Iterator[date]:
    on = date(year, month, 1)
    while on.month == month:
        yield on
        on += ONE


def formed_in(rng: Random, year: int, month: int, first: int = 1, last: int = 31) -> date:
    """A working day of the month, inside the window that can still be published."""
    days = [d for d in month_days(year, month) if first <= d.day <= last and working(d)]
    return rng.choice([d for d in days if d <= LAST] or [after(LAST, -3)])


def published(rng: Random, formed: date, limit: tuple[int, str], *, late: bool) -> date:
    """A working day within the limit; a few days past it where `late`."""
    end = due(formed, *limit)
    if late:
        day = after(end, rng.choice((1, 1, 2, 3, 5)))
        if day <= LAST:
            return day
    choices = [formed]
    while (following := after(choices[-1], 1)) <= min(end, LAST):
        choices.append(following)
    weights = [1 + 9 / (1 + place) if place else 2 for place in range(len(choices))]
    day = rng.choices(choices, weights)[0]
    return max(day, after(FIRST, 0) if working(FIRST) else settled(FIRST))
