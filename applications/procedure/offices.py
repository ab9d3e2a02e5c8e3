"""内部会商: which of the offices that were asked still owe an answer, by the entry that asked."""

from datetime import date

from applications.procedure.events import OfficeAnswered, OfficeAsked
from applications.procedure.limits import OwnLimits
from applications.procedure.record import Record, in_effect, undone_by
from portal.core.workdays.days import WorkCalendar
from portal.core.workdays.limits import deadline


def open_questions(record: Record) -> dict[int, OfficeAsked]:
    """Number of the entry and what was asked, in the order of asking. An answer without a name is
    that of who was asked first."""
    found: dict[int, OfficeAsked] = {}
    for entry in in_effect(record):
        event = entry.event
        if isinstance(event, OfficeAsked):
            found[entry.number] = event
        if isinstance(event, OfficeAnswered):
            asked = (key for key, one in found.items() if event.who in ("", one.who))
            found.pop(next(asked, 0), None)
    return found


def still_open(record: Record, number: int) -> OfficeAsked | None:
    """What entry `number` asked, if that is unanswered; as it was corrected, where it was."""
    asked = record[number - 1]
    undone = undone_by(record)
    while number in undone:
        number = undone[number]
    found = open_questions(record).get(number)
    same = isinstance(asked, OfficeAsked) and found is not None and found.who == asked.who
    return found if same else None


def answer_due(asked: OfficeAsked, calendar: WorkCalendar, own: OwnLimits) -> date:
    """By the day that was told, or else by the township's own limit."""
    return asked.until or deadline(asked.on, own.office_answer, calendar).due
