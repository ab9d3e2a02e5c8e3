"""Months as grids of weeks, each day with one word that says what it is."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from portal.core.workdays.days import WorkCalendar
from portal.core.workdays.limits import Deadline, Step

Mark = tuple[str, str]  # the word in the grid, and the kind that the style sheet colours
NOTHING: Mark = ("", "")


@dataclass(frozen=True)
class Cell:
    on: date
    word: str
    kind: str


@dataclass(frozen=True)
class Month:
    first: date
    weeks: tuple[tuple[Cell | None, ...], ...]


def months_of(answer: Deadline) -> list[Month]:
    """The months from the day of the event to the due day."""
    marks = {step.on: _mark(step) for step in answer.steps}
    marks[answer.due] = ("暂定到期" if answer.provisional else "到期", "due")
    marks[answer.start] = ("起算日", "start")
    return _months(answer.start, answer.due, lambda on: marks.get(on, NOTHING))


def year_of(year: int, calendar: WorkCalendar) -> list[Month]:
    """The twelve months of `year` with days off and make-up days."""
    return _months(date(year, 1, 1), date(year, 12, 31), lambda on: _arranged(on, calendar))


def _mark(step: Step) -> Mark:
    return ("算", "counted") if step.counted else ("不算", "skipped")


def _arranged(on: date, calendar: WorkCalendar) -> Mark:
    if on in calendar.days_off:
        return "休", "skipped"
    return ("班", "counted") if on in calendar.makeup_days else NOTHING


def _months(first: date, last: date, mark: Callable[[date], Mark]) -> list[Month]:
    return [Month(day, tuple(_weeks(day, mark))) for day in _first_days(first, last)]


def _first_days(first: date, last: date) -> Iterator[date]:
    day = first.replace(day=1)
    while day <= last:
        yield day
        day = _next_month(day)


def _next_month(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1)


def _weeks(first: date, mark: Callable[[date], Mark]) -> Iterator[tuple[Cell | None, ...]]:
    length = (_next_month(first) - first).days
    days: Iterable[date] = (first + timedelta(days=n) for n in range(length))
    cells = [None] * first.weekday() + [Cell(on, *mark(on)) for on in days]
    cells += [None] * (-len(cells) % 7)
    for start in range(0, len(cells), 7):
        yield tuple(cells[start : start + 7])
