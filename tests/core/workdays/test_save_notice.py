"""Notices in the database: replaced whole, seen by the clock at once."""

from datetime import date

import pytest

from portal.core.workdays.days import DayKind
from portal.core.workdays.load import current_calendar
from portal.core.workdays.models import HolidayNotice, NoticeDay
from portal.core.workdays.notice import NamedDay, Notice
from portal.core.workdays.notice_text import read_notice
from portal.core.workdays.save_notice import save_notice, seed_notices
from tests.core.workdays.notices import NOTICE_2026, every_day, moved_by_law

pytestmark = pytest.mark.django_db


def notice_of(year: int, *days: date) -> Notice:
    return Notice(year, "通知", tuple(NamedDay(on, DayKind.OFF, "元旦") for on in days))


@pytest.mark.parametrize("year", [2004, 2007, 2008, 2012, 2015, 2018, 2019, 2020, 2025, 2026])
def test_a_seeded_year_is_as_the_notices_had_it(year: int) -> None:
    calendar = current_calendar()
    assert {on for on in every_day(year) if calendar.is_working_day(on)} == moved_by_law(year)


def test_every_year_from_2004_to_2026_is_known() -> None:
    assert current_calendar().years == frozenset(range(2004, 2027))


def test_seeding_again_adds_nothing() -> None:
    assert seed_notices() == 0


def test_pasting_a_year_that_is_known_changes_no_working_day() -> None:
    before = current_calendar()
    notice, _ = read_notice(NOTICE_2026)
    save_notice(notice)
    after = current_calendar()
    assert after is not before
    assert (set(after.days_off), set(after.makeup_days)) == (
        set(before.days_off),
        set(before.makeup_days),
    )


def test_a_notice_replaces_what_was_known_of_its_year() -> None:
    save_notice(notice_of(2027, date(2027, 1, 1), date(2027, 1, 2)))
    save_notice(notice_of(2027, date(2027, 1, 1)))
    [kept] = HolidayNotice.objects.filter(year=2027)
    assert [day.on for day in kept.days.all()] == [date(2027, 1, 1)]


def test_the_clock_sees_a_new_notice_at_once() -> None:
    assert not current_calendar().day(date(2027, 1, 4)).known
    save_notice(notice_of(2027, date(2027, 1, 1)))
    assert current_calendar().is_working_day(date(2027, 1, 4))


def test_december_belongs_to_the_next_years_notice() -> None:
    save_notice(notice_of(2027, date(2026, 12, 31), date(2027, 1, 1)))
    assert not current_calendar().is_working_day(date(2026, 12, 31))
    assert current_calendar().is_working_day(date(2026, 12, 30))


def test_a_day_named_by_two_notices_stands_with_the_later_one() -> None:
    save_notice(notice_of(2027, date(2026, 12, 31)))
    save_notice(notice_of(2026, date(2026, 12, 31)))
    [day] = NoticeDay.objects.filter(on=date(2026, 12, 31))
    assert day.notice.year == 2026
