"""The calendar in force, read from the notices; kept in memory until a notice changes."""

from django.db.models import Count, Max

from portal.core.workdays.days import DayKind, WorkCalendar
from portal.core.workdays.models import HolidayNotice, NoticeDay

_kept: dict[tuple[object, ...], WorkCalendar] = {}


def current_calendar() -> WorkCalendar:
    """All notices as one value. Costs one small query when nothing changed."""
    version = tuple(HolidayNotice.objects.aggregate(Count("pk"), Max("adopted_at")).values())
    if version not in _kept:
        _kept.clear()
        _kept[version] = _read()
    return _kept[version]


def _read() -> WorkCalendar:
    by_kind: dict[str, dict] = {DayKind.OFF: {}, DayKind.MAKEUP: {}}
    for on, kind, name in NoticeDay.objects.values_list("on", "kind", "name"):
        by_kind[kind][on] = name
    years = frozenset(HolidayNotice.objects.values_list("year", flat=True))
    return WorkCalendar(years, by_kind[DayKind.OFF], by_kind[DayKind.MAKEUP])
