"""By when a year's report must be public (条例 arts. 49–50); the day is a township's setting."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from portal.core import clock
from portal.core.staff.models import Staff
from portal.core.township.models import Township
from portal.reports.annual.models import AnnualReport, ReportRules
from portal.reports.papers.may import WRITERS

REMIND_FROM_MONTH = 12


def due_on(township: Township, year: int) -> date:
    rules = ReportRules.objects.of(township).first() or ReportRules(township=township)
    last = monthrange(year + 1, rules.due_month)[1]
    return date(year + 1, rules.due_month, min(rules.due_day, last))


def owed(township: Township, on: date) -> tuple[int, date] | None:
    """The year whose report is still to be issued and its day, told from December of that year;
    None where there is nothing to remind of."""
    year = on.year if on.month >= REMIND_FROM_MONTH else on.year - 1
    issued = AnnualReport.objects.public(township).filter(year=year).exists()
    return None if issued else (year, due_on(township, year))


@dataclass(frozen=True)
class Reminder:
    """The report that is still to be issued, and its day."""

    year: int
    due_on: date
    left: int

    @property
    def late(self) -> int:
        return max(0, -self.left)


def reminder_for(person: Staff, township: Township) -> Reminder | None:
    """What its writers are told on their desk, from December until it is issued."""
    today = clock.today()
    found = owed(township, today) if person.is_superuser or person.roles & WRITERS else None
    if found is None:
        return None
    year, due = found
    return Reminder(year, due, (due - today).days)
