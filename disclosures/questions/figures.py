"""How well a township answers: shares and days computed from the questions themselves."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from statistics import median

from django.utils import timezone

from disclosures.questions.models import Question
from disclosures.questions.states import State
from portal.core import clock
from portal.core.township.models import Township
from portal.core.workdays.days import WorkCalendar
from portal.core.workdays.load import current_calendar

# neither is answered for itself: one goes with an earlier one, the other asks nothing
NOT_COUNTED = (State.MERGED, State.SPAM)

Row = tuple[datetime, datetime | None, date | None]  # received, answered, promised for


@dataclass(frozen=True)
class Figures:
    """What came in within a year, and what became of it."""

    received: int
    answered: int
    due: int  # answered, or past the promised day
    in_time: int
    median_days: float | None  # working days

    @property
    def rate(self) -> float | None:
        """答复及时率: what waits past its day is late; what is not yet due does not count."""
        return self.in_time / self.due if self.due else None


def figures_of(township: Township, year: int) -> Figures:
    rows = Question.objects.of(township).filter(received_at__year=year)
    kept = rows.exclude(state__in=NOT_COUNTED).order_by()
    values = kept.values_list("received_at", "answered_at", "due_on")
    return computed(values, current_calendar(), clock.today())


def computed(rows: Iterable[Row], calendar: WorkCalendar, on: date) -> Figures:
    received = answered = due = in_time = 0
    days = []
    for came, went, promised in rows:
        received += 1
        if went is not None:
            answered += 1
            days.append(calendar.between(timezone.localdate(came), timezone.localdate(went)))
        if promised is not None and (went is not None or promised < on):
            due += 1
            in_time += went is not None and timezone.localdate(went) <= promised
    return Figures(received, answered, due, in_time, median(days) if days else None)


def years_of(township: Township) -> list[int]:
    """Years in which anything came in, newest first."""
    moments = Question.objects.of(township).datetimes("received_at", "year", order="DESC")
    return [moment.year for moment in moments]
