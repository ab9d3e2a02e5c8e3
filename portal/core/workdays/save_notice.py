"""Storing notices: a year's notice is replaced whole."""

from datetime import date

import chinese_calendar
from django.db import transaction

from portal.core.workdays.days import DayKind
from portal.core.workdays.models import HolidayNotice, NoticeDay
from portal.core.workdays.notice import NamedDay, Notice, standard_title


@transaction.atomic
def save_notice(notice: Notice) -> HolidayNotice:
    """Store `notice` in place of what was known of its year."""
    kept, _ = HolidayNotice.objects.update_or_create(
        year=notice.year,
        defaults={"title": notice.title, "source_text": notice.source_text},
    )
    kept.days.all().delete()
    # New Year's holiday may begin in December: those days pass to the notice that came last.
    NoticeDay.objects.filter(on__in=[day.on for day in notice.days]).delete()
    NoticeDay.objects.bulk_create(
        NoticeDay(notice=kept, on=day.on, kind=day.kind.value, name=day.name) for day in notice.days
    )
    return kept


def seed_notices() -> int:
    """Store the years that the chinesecalendar package knows and we don't; how many were added."""
    known = set(HolidayNotice.objects.values_list("year", flat=True))
    years = {_notice_year(on) for on in chinese_calendar.holidays} - known
    for year in sorted(years):
        save_notice(_seed_of(year))
    return len(years)


def _seed_of(year: int) -> Notice:
    lists = {DayKind.OFF: chinese_calendar.holidays, DayKind.MAKEUP: chinese_calendar.workdays}
    days = tuple(
        NamedDay(on, kind, chinese_calendar.Holiday(name).chinese)
        for kind, named in lists.items()
        for on, name in named.items()
        if _notice_year(on) == year
    )
    return Notice(year, standard_title(year), days)


def _notice_year(on: date) -> int:
    """December's days off belong to New Year, so to the next year's notice."""
    return on.year + (on.month == 12)
