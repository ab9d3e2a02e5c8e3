"""How a list's notice stands, for the page part that shows it."""

from typing import Any
from urllib.parse import urlencode

from django import template
from django.urls import reverse

from disclosures.lists.models import NoticeList
from portal.core import clock

register = template.Library()


@register.filter
def standing(notice: NoticeList) -> dict[str, Any]:
    """Whether names are shown today, how long still, and where the count is explained."""
    today = clock.today()
    ends = notice.notice_ends_on
    running = notice.on_notice(today)
    return {
        "running": running,
        "ended": ends is not None and ends < today or bool(notice.names_erased_at),
        "left": left(notice) if running else "",
        "count": _count(notice) if running else "",
    }


@register.filter
def on_notice_now(notice: NoticeList) -> bool:
    return notice.on_notice(clock.today())


@register.filter
def left(notice: NoticeList) -> str:
    """The calendar days that a running notice still has, in words."""
    if notice.notice_ends_on is None:
        return ""
    days = (notice.notice_ends_on - clock.today()).days
    return "今天是最后一天" if days == 0 else f"还有 {days} 天"


def _count(notice: NoticeList) -> str:
    length = notice.kind.length
    given = {
        "received": notice.notice_starts_on,
        "days": length.amount,
        "unit": length.unit.value,
    }
    return f"{reverse('site:deadline')}?{urlencode(given)}"
