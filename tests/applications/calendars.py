"""Calendars for the tests of the procedure, without a database."""

from datetime import date
from functools import cache

from applications.calendar_in_force import published_calendar
from portal.core.workdays.days import WorkCalendar

# the notices that these tests know of, whatever the package learns later
YEARS = frozenset(range(2019, 2027))


@cache
def published() -> WorkCalendar:
    """The State Council's notices up to 2026."""
    known = published_calendar()
    return WorkCalendar(YEARS, known.days_off, known.makeup_days)


@cache
def with_2027() -> WorkCalendar:
    """2027 as it may be announced: New Year's holiday to 3 January, Sunday the 10th worked."""
    known = published()
    return WorkCalendar(
        YEARS | {2027},
        {**known.days_off, **{date(2027, 1, day): "元旦" for day in (1, 2, 3)}},
        {**known.makeup_days, date(2027, 1, 10): "元旦"},
    )
