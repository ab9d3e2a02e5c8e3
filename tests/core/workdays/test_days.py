"""The calendar as a value: what is worked, why, and what it refuses to guess."""

from datetime import date, timedelta
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.core.workdays.days import CalendarMissing, WorkCalendar
from tests.core.workdays.calendars import only_2026

CALENDAR = only_2026()
DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("on", "working", "why"),
    [
        ("2026-01-01", False, "元旦放假"),
        ("2026-01-02", False, "元旦放假"),  # a Friday
        ("2026-01-04", True, "元旦调休上班"),  # a Sunday
        ("2026-01-05", True, "周一"),
        ("2026-01-10", False, "周六，休息"),
        ("2026-01-11", False, "周日，休息"),
    ],
)
def test_a_day_says_whether_it_is_worked_and_why(on: str, working: bool, why: str) -> None:
    day = CALENDAR.day(date.fromisoformat(on))
    assert (day.working, day.why, day.known) == (working, why, True)


def test_a_year_without_notice_is_not_guessed() -> None:
    with pytest.raises(CalendarMissing, match="2027年的放假安排尚未录入"):
        CALENDAR.is_working_day(date(2027, 1, 4))


def test_a_day_of_such_a_year_is_told_as_unknown() -> None:
    day = CALENDAR.day(date(2027, 3, 1))
    assert not day.known
    assert "2027年放假安排尚未录入" in day.why


@pytest.mark.parametrize("on", ["2027-01-01", "2027-05-01", "2027-10-03"])
def test_holidays_of_fixed_date_are_off_without_a_notice(on: str) -> None:
    day = CALENDAR.day(date.fromisoformat(on))
    assert (day.working, day.known) == (False, False)


def test_an_empty_calendar_knows_nothing() -> None:
    assert not WorkCalendar().day(date(2026, 3, 2)).known


def test_days_run_from_the_day_after() -> None:
    days = [day.on for day in islice(CALENDAR.from_day_after(date(2026, 12, 30)), 3)]
    assert days == [date(2026, 12, 31), date(2027, 1, 1), date(2027, 1, 2)]


def test_the_end_of_all_days_is_no_crash() -> None:
    assert list(CALENDAR.from_day_after(date.max)) == []


def test_between_leaves_out_the_first_day_and_counts_the_last() -> None:
    assert CALENDAR.between(date(2026, 1, 3), date(2026, 1, 5)) == 2
    assert CALENDAR.between(date(2026, 1, 5), date(2026, 1, 5)) == 0


@given(first=DAYS, last=DAYS)
def test_between_turned_round_is_negative(first: date, last: date) -> None:
    assert CALENDAR.between(first, last) == -CALENDAR.between(last, first)


@given(first=DAYS, middle=DAYS, last=DAYS)
def test_between_adds_up(first: date, middle: date, last: date) -> None:
    parts = CALENDAR.between(first, middle) + CALENDAR.between(middle, last)
    assert CALENDAR.between(first, last) == parts


@given(on=DAYS)
def test_between_yesterday_and_a_day_is_whether_it_is_worked(on: date) -> None:
    count = CALENDAR.between(on - timedelta(days=1), on)
    assert bool(count) == CALENDAR.day(on).working
