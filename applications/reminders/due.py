"""On which days people are reminded of what is due: the working day before, the day itself, and
each working day after it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from applications.procedure.due import Due, Whose
from portal.core.workdays.days import ONE_DAY, WorkCalendar

# what staff owe; what applicants and others outside may do is shown on the board alone
REMINDED = frozenset({Whose.TOWNSHIP, Whose.OFFICE})


class When(StrEnum):
    BEFORE = "before"
    TODAY = "today"
    OVERDUE = "overdue"


@dataclass(frozen=True)
class Reminder:
    due: Due
    when: When


def reminders_due(dues: Iterable[Due], on: date, calendar: WorkCalendar) -> list[Reminder]:
    """What is to be reminded of on the day `on`, in the order of `dues`."""
    found = ((due, _when(due, on, calendar)) for due in dues if due.kind.whose in REMINDED)
    return [Reminder(due, when) for due, when in found if when is not None]


def _when(due: Due, on: date, calendar: WorkCalendar) -> When | None:
    if on == due.on:
        return When.TODAY
    if on < due.on:
        return When.BEFORE if on == working_day_before(due.on, calendar) else None
    owed = not due.lapsing and calendar.day(on).working
    return When.OVERDUE if owed else None


def working_day_before(on: date, calendar: WorkCalendar) -> date:
    before = on - ONE_DAY
    while not calendar.day(before).working:
        before -= ONE_DAY
    return before
