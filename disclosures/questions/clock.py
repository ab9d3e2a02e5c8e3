"""When an answer was promised for: working days from the day the question came in."""

from disclosures.questions.models import Question
from portal.core.workdays.days import WorkCalendar
from portal.core.workdays.limits import Deadline, Limit, deadline
from portal.core.workdays.load import current_calendar


def deadline_of(question: Question, calendar: WorkCalendar | None = None) -> Deadline | None:
    """None where nothing was promised (reports from before there was a promise)."""
    if question.promised_days is None:
        return None
    limit = Limit(question.promised_days)
    return deadline(question.received_on, limit, calendar or current_calendar())


def set_due(question: Question, calendar: WorkCalendar | None = None) -> None:
    """Write the copy of the deadline on `question`; the caller saves."""
    if answer := deadline_of(question, calendar):
        question.due_on = answer.due
        question.due_provisional = answer.provisional
