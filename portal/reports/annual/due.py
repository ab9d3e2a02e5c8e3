"""By when a year's report must be public (条例 arts. 49–50); the day is a township's setting."""

from calendar import monthrange
from datetime import date

from portal.core.township.models import Township
from portal.reports.annual.models import AnnualReport, ReportRules

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
