"""Small calendars of the tests' own, without a database."""

from datetime import date

from portal.core.workdays.days import WorkCalendar

NEW_YEAR_OFF = {date(2026, 1, day): "元旦" for day in (1, 2, 3)}
NEW_YEAR_MAKEUP = {date(2026, 1, 4): "元旦"}


def only_2026() -> WorkCalendar:
    """One year is known, with New Year's holiday and its Sunday of work."""
    return WorkCalendar(frozenset({2026}), NEW_YEAR_OFF, NEW_YEAR_MAKEUP)
