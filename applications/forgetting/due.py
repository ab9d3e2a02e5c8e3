"""Which applications have been kept long enough (个人信息保护法 art. 19: no longer than needed)."""

from collections.abc import Iterator
from datetime import date

from applications.cases.case import Case
from applications.cases.models import Application
from applications.cases.querysets import ApplicationQuerySet
from applications.procedure.states import State
from applications.rules.models import rules_of
from portal.core.township.models import Township
from portal.core.workdays.days import WorkCalendar
from portal.core.workdays.load import current_calendar

ENDED = (State.ANSWERED, State.ABANDONED, State.WITHDRAWN, State.CLOSED)
PIECE = 200


def kept_until(township: Township, on: date) -> date:
    """What was at rest on this day has been kept for the township's years on the day `on`."""
    years = rules_of(township).keep_years
    try:
        return on.replace(year=on.year - years)
    except ValueError:  # 29 February
        return on.replace(year=on.year - years, day=28)


def pieces_due(township: Township, on: date) -> Iterator[list[Application]]:
    """Applications to be forgotten on the day `on`, a piece at a time, by number of record."""
    calendar, rested = current_calendar(), kept_until(township, on)
    ended = Application.objects.of(township).filter(
        state__in=[state.value for state in ENDED],
        anonymised_at__isnull=True,
        received_on__lte=rested,
    )
    last = 0
    while piece := _piece(ended.filter(pk__gt=last)):
        last = piece[-1].pk
        if found := [one for one in piece if at_rest_on(one, calendar, rested)]:
            yield found


def _piece(ended: ApplicationQuerySet) -> list[Application]:
    rows = ended.select_related("township").prefetch_related("events").order_by("pk")
    return list(rows[:PIECE])


def at_rest_on(application: Application, calendar: WorkCalendar, rested: date) -> bool:
    """Whether everything had happened by then, and nobody could turn to the review body or a
    court any more."""
    rows = sorted(application.events.all(), key=lambda row: row.number)
    if any(row.on > rested for row in rows):
        return False
    return Case(application, rows, calendar).at_rest(rested)
