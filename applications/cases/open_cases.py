"""The applications of a township in which something is due, with their records."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Prefetch

from applications.cases.case import Case
from applications.cases.models import Application, RecordedEvent
from portal.core.township.models import Township
from portal.core.workdays.load import current_calendar

PIECE = 200


def open_cases(township: Township, until: date | None = None) -> Iterator[Case]:
    """Those with a deadline up to the day `until`, the first in front; without what applicants
    wrote. Two queries for each piece, and one for the calendar."""
    calendar = current_calendar()
    rows = Application.objects.of(township).with_something_due()
    if until is not None:
        rows = rows.filter(next_due_on__lte=until)
    events = Prefetch("events", RecordedEvent.objects.order_by("number"))
    rows = rows.select_related("township", "handler").defer("description")
    for application in rows.prefetch_related(events).iterator(chunk_size=PIECE):
        yield Case(application, list(application.events.all()), calendar)
