"""The calendar for a command that should answer even before the database is set up."""

import chinese_calendar
from django.db import DatabaseError

from portal.core.workdays.days import WorkCalendar
from portal.core.workdays.load import current_calendar


def calendar_in_force() -> WorkCalendar:
    """That of the notices on record; where there are none yet, the published ones that the portal
    comes with."""
    try:
        calendar = current_calendar()
    except DatabaseError:
        return published_calendar()
    return calendar if calendar.years else published_calendar()


def published_calendar() -> WorkCalendar:
    """December's days off belong to New Year, so they say nothing about their own year."""
    days_off = {
        on: chinese_calendar.Holiday(name).chinese for on, name in chinese_calendar.holidays.items()
    }
    makeup_days = {
        on: chinese_calendar.Holiday(name).chinese for on, name in chinese_calendar.workdays.items()
    }
    years = frozenset(on.year + (on.month == 12) for on in days_off)
    return WorkCalendar(years, days_off, makeup_days)
