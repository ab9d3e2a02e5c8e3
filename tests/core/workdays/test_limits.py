"""The clock against the published calendars."""

from datetime import date, timedelta

import pytest
from django.db import transaction
from hypothesis import given
from hypothesis import strategies as st

from portal.core.workdays.days import CalendarMissing, WorkCalendar
from portal.core.workdays.limits import Limit, Unit, deadline
from portal.core.workdays.load import current_calendar
from portal.core.workdays.save_notice import seed_notices

DAYS = st.dates(date(2010, 1, 1), date(2026, 9, 1))


@pytest.fixture(scope="module")
def calendar(django_db_setup: None, django_db_blocker: object) -> WorkCalendar:
    with django_db_blocker.unblock(), transaction.atomic():
        seed_notices()
        found = current_calendar()
        transaction.set_rollback(True)
    return found


@pytest.mark.parametrize(
    ("start", "days", "due"),
    [
        ("2026-09-24", 20, "2026-10-29"),  # 中秋、国庆 and the make-up Saturday between them
        ("2026-02-10", 20, "2026-03-16"),  # Spring Festival, two make-up Saturdays
        ("2026-12-03", 20, "2026-12-31"),  # to the last day of the year
        ("2025-01-20", 20, "2025-02-21"),  # Spring Festival 2025 with 01-26 and 02-08 worked
        ("2025-09-26", 1, "2025-09-28"),  # a Sunday on which people work
        ("2026-01-01", 1, "2026-01-04"),  # a Sunday on which people work
        ("2020-01-20", 5, "2020-02-04"),  # the holiday that was lengthened in 2020
        ("2025-12-29", 3, "2026-01-04"),  # over New Year, on to a Sunday of work
        ("2018-12-28", 1, "2018-12-29"),  # a Saturday of work before New Year's holiday
        ("2018-12-28", 2, "2019-01-02"),  # the holiday began in the year before
        ("2024-02-08", 2, "2024-02-18"),  # New Year's Eve was no day off that year
        ("2026-12-03", 7, "2026-12-14"),
        ("2026-12-31", 0, "2026-12-31"),
    ],
)
def test_working_days_end_where_the_notices_say(
    calendar: WorkCalendar, start: str, days: int, due: str
) -> None:
    answer = deadline(date.fromisoformat(start), Limit(days), calendar)
    assert (answer.due.isoformat(), answer.provisional) == (due, False)


def test_a_year_without_notice_makes_the_day_provisional(calendar: WorkCalendar) -> None:
    answer = deadline(date(2026, 12, 4), Limit(20), calendar)
    assert answer.provisional
    assert answer.missing_years == [2027]
    assert answer.due == date(2027, 1, 4)


def test_days_of_a_year_without_notice_say_so(calendar: WorkCalendar) -> None:
    last = deadline(date(2026, 12, 4), Limit(20), calendar).steps[-1]
    assert (last.known, last.counted) == (False, True)
    assert "2027年放假安排尚未录入" in last.why


def test_a_limit_in_calendar_days_may_be_provisional_too(calendar: WorkCalendar) -> None:
    answer = deadline(date(2026, 12, 20), Limit(20, Unit.CALENDAR_DAYS), calendar)
    assert (answer.due, answer.provisional) == (date(2027, 1, 11), True)


def test_asking_about_a_year_without_notice_is_refused(calendar: WorkCalendar) -> None:
    with pytest.raises(CalendarMissing, match="2027年"):
        calendar.is_working_day(date(2027, 3, 1))


def test_the_day_of_the_event_is_not_counted(calendar: WorkCalendar) -> None:
    answer = deadline(date(2026, 3, 2), Limit(1), calendar)
    assert [step.on for step in answer.steps] == [date(2026, 3, 3)]


def test_calendar_days_that_end_on_a_day_off_end_on_the_next_working_day(
    calendar: WorkCalendar,
) -> None:
    answer = deadline(date(2026, 2, 1), Limit(15, Unit.CALENDAR_DAYS), calendar)
    assert answer.due == date(2026, 2, 24)


def test_at_once_means_the_same_day(calendar: WorkCalendar) -> None:
    assert deadline(date(2026, 2, 1), Limit(0, Unit.AT_ONCE), calendar).due == date(2026, 2, 1)


def test_every_day_on_the_way_says_why(calendar: WorkCalendar) -> None:
    steps = {step.on: step for step in deadline(date(2026, 2, 10), Limit(20), calendar).steps}
    assert steps[date(2026, 2, 14)].why == "第4日：春节调休上班"
    assert steps[date(2026, 2, 17)].why == "不计入：春节放假"
    assert steps[date(2026, 3, 1)].why == "不计入：周日，休息"


@given(start=DAYS, days=st.integers(1, 60))
def test_a_limit_ends_on_its_last_counted_working_day(
    calendar: WorkCalendar, start: date, days: int
) -> None:
    answer = deadline(start, Limit(days), calendar)
    assert sum(step.counted for step in answer.steps) == days
    assert calendar.is_working_day(answer.due)
    assert calendar.between(start, answer.due) == days


@given(start=DAYS, days=st.integers(1, 60))
def test_a_day_later_is_never_due_earlier(calendar: WorkCalendar, start: date, days: int) -> None:
    today, tomorrow = (
        deadline(day, Limit(days), calendar).due for day in (start, start + timedelta(days=1))
    )
    assert today <= tomorrow


@given(start=DAYS, days=st.integers(1, 60))
def test_no_day_is_skipped_or_told_twice(calendar: WorkCalendar, start: date, days: int) -> None:
    steps = deadline(start, Limit(days), calendar).steps
    assert [step.on for step in steps] == [
        start + timedelta(days=n) for n in range(1, len(steps) + 1)
    ]


@given(start=DAYS, days=st.integers(1, 60))
def test_a_longer_limit_ends_later(calendar: WorkCalendar, start: date, days: int) -> None:
    sooner, later = (deadline(start, Limit(n), calendar).due for n in (days, days + 1))
    assert sooner < later


@given(start=DAYS, end=DAYS)
def test_as_many_days_as_lie_between_lead_to_the_last_worked_day(
    calendar: WorkCalendar, start: date, end: date
) -> None:
    count = calendar.between(min(start, end), max(start, end))
    answer = deadline(min(start, end), Limit(count), calendar)
    assert answer.due <= max(start, end)
    assert calendar.between(answer.due, max(start, end)) == 0


@given(start=DAYS, days=st.integers(1, 60))
def test_calendar_days_end_on_the_first_working_day_from_the_last_on(
    calendar: WorkCalendar, start: date, days: int
) -> None:
    due = deadline(start, Limit(days, Unit.CALENDAR_DAYS), calendar).due
    last = start + timedelta(days=days)
    assert calendar.is_working_day(due)
    assert due >= last
    assert calendar.between(last - timedelta(days=1), due) == 1
