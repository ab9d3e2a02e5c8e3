"""When an item must be public: the limit of its catalogue entry, 20 working days by default."""

from disclosures.items.models import Edition
from portal.core.workdays.days import WorkCalendar
from portal.core.workdays.limits import Deadline, deadline
from portal.core.workdays.load import current_calendar


def deadline_of(edition: Edition, calendar: WorkCalendar | None = None) -> Deadline:
    """The deadline counted from the day the information was formed or changed (条例 art. 26)."""
    return deadline(edition.runs_from, edition.entry.limit, calendar or current_calendar())


def set_due(edition: Edition, calendar: WorkCalendar | None = None) -> None:
    """Write the copy of the deadline on `edition`; the caller saves."""
    answer = deadline_of(edition, calendar)
    edition.due_on = answer.due
    edition.due_provisional = answer.provisional
