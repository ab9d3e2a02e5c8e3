"""How fast applications are answered: in working days, and within the law's period or not."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from applications.cases.models import Application
from portal.core.township.models import Township
from portal.core.workdays.days import WorkCalendar


@dataclass(frozen=True)
class Speed:
    """Of what was answered in a year, and what should have been: an open one is late once its day
    has passed. Given up or taken back counts for neither."""

    answered: int
    in_time: int
    overdue: int
    median_days: float | None  # working days from the receipt to the answer

    @property
    def rate(self) -> float | None:
        due = self.answered + self.overdue
        return self.in_time / due if due else None


def speed_of(township: Township, year: int, calendar: WorkCalendar, on: date) -> Speed:
    """Two queries: pairs of days with how often each comes, and what is late."""
    ours = Application.objects.of(township).order_by()
    answered = ours.filter(answered_on__year=year, received_on__isnull=False)
    pairs = answered.values_list("received_on", "answered_on", "due_on").annotate(Count("pk"))
    days: dict[int, int] = {}
    in_time = 0
    for received, went, due, count in pairs:
        lasted = calendar.between(received, went)
        days[lasted] = days.get(lasted, 0) + count
        in_time += count if due is None or went <= due else 0
    overdue = ours.overdue(on).filter(due_on__year=year).count()
    return Speed(sum(days.values()), in_time, overdue, weighted_median(days))


def weighted_median(counts: dict[int, int]) -> float | None:
    """The middle of values that come so many times each; None of none."""
    total = sum(counts.values())
    if not total:
        return None
    ordered, passed, low = sorted(counts.items()), 0, None
    for value, count in ordered:
        passed += count
        if low is None and 2 * passed >= total:
            low = value
        if 2 * passed > total:
            return (low + value) / 2 if low is not None else float(value)
    return None
