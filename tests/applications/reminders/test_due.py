"""On which days people are reminded."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from applications.procedure.due import LAPSING, Due, DueKind, Whose
from applications.reminders.due import When, reminders_due, working_day_before
from tests.applications.calendars import published

OWED = [
    kind for kind in DueKind if kind.whose in (Whose.TOWNSHIP, Whose.OFFICE) and kind not in LAPSING
]
CALENDAR = published()
DAYS = st.dates(date(2026, 1, 5), date(2026, 11, 20))
patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def when(due: Due, on: date) -> When | None:
    found = reminders_due([due], on, CALENDAR)
    return found[0].when if found else None


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2026-09-28", None),
        ("2026-09-29", None),
        ("2026-09-30", When.BEFORE),  # the last working day before the holiday
        ("2026-10-07", None),
        ("2026-10-08", When.TODAY),
        ("2026-10-09", When.OVERDUE),
        ("2026-10-10", When.OVERDUE),  # Saturday, worked
        ("2026-10-11", None),
        ("2026-10-12", When.OVERDUE),
    ],
)
def test_around_a_holiday(on: str, expected: When | None) -> None:
    due = Due(DueKind.ANSWER, date(2026, 10, 8), "")
    assert when(due, date.fromisoformat(on)) == expected


def test_a_chance_that_lapses_is_not_overdue() -> None:
    due = Due(DueKind.SUPPLEMENT_NOTICE, date(2026, 9, 24), "")
    days = [date(2026, 9, day) for day in (23, 24, 25)]
    assert [when(due, on) for on in days] == [When.BEFORE, When.TODAY, None]


@pytest.mark.parametrize(
    "kind", [kind for kind in DueKind if kind.whose in (Whose.APPLICANT, Whose.OUTSIDE)]
)
def test_of_what_others_owe_nobody_is_reminded(kind: DueKind) -> None:
    assert when(Due(kind, date(2026, 9, 24), ""), date(2026, 9, 24)) is None


@patient
@given(kind=st.sampled_from(OWED), on=DAYS)
def test_each_is_told_once_before_and_once_on_the_day(kind: DueKind, on: date) -> None:
    due = Due(kind, on, "")
    span = [on + timedelta(days=n) for n in range(-15, 1)]
    assert [found for day in span if (found := when(due, day))] == [When.BEFORE, When.TODAY]


@patient
@given(kind=st.sampled_from(OWED), on=DAYS)
def test_overdue_it_is_told_on_working_days_alone(kind: DueKind, on: date) -> None:
    due = Due(kind, on, "")
    for day in (on + timedelta(days=n) for n in range(1, 15)):
        assert when(due, day) == (When.OVERDUE if CALENDAR.day(day).working else None)


@patient
@given(on=DAYS)
def test_the_working_day_before_is_the_last_one(on: date) -> None:
    before = working_day_before(on, CALENDAR)
    assert before < on
    assert CALENDAR.day(before).working
    assert CALENDAR.between(before, on) == CALENDAR.day(on).working
