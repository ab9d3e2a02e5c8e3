"""When residents can expect the next routine publication of an entry."""

from dataclasses import dataclass
from datetime import date, timedelta

from disclosures.catalogue.models import CatalogueEntry
from disclosures.schedule.cycles import Period, periods_due
from portal.core.workdays.load import current_calendar

AHEAD = timedelta(days=400)


@dataclass(frozen=True)
class NextDue:
    """The period that comes next; provisional where the notice for its year is not out."""

    period: Period
    provisional: bool


def next_due(entry: CatalogueEntry, on: date) -> NextDue | None:
    """The first period of `entry` due on `on` or later; None for an entry without a cycle."""
    calendar = current_calendar()
    coming = periods_due(entry.cycle, entry.cycle_day, on, on + AHEAD, calendar)
    period = next(coming, None)
    if period is None:
        return None
    return NextDue(period, provisional=not calendar.day(period.due_on).known)
