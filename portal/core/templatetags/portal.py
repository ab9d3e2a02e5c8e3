"""The few filters that templates share, each thin."""

import re

from django import template
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

TABLE_START = re.compile(r"<table(?=[\s>])")
SCROLL = '<div class="table-scroll" tabindex="0" role="region" aria-label="表格，可左右滑动查看">'


@register.filter
def body_html(html: str) -> SafeString:
    """A body that was sanitised on saving; its tables scroll by themselves on narrow screens."""
    wrapped = TABLE_START.sub(f"{SCROLL}<table", html).replace("</table>", "</table></div>")
    return mark_safe(wrapped)  # noqa: S308 cleaned by portal.uploads.sanitise on every save


@register.filter
def percent(share: float | None) -> str:
    """0.9512 → 95.12%; nothing to compute from is said in words."""
    return "无应公开事项" if share is None else f"{share:.2%}"


@register.filter
def file_size(size: int) -> str:
    """Bytes as people say them: 815 KB, 1.2 MB."""
    if size < 1024 * 1024:
        return f"{max(1, round(size / 1024))} KB"
    return f"{size / 1024 / 1024:.1f} MB"


@register.filter
def split_keywords(text: str) -> list[str]:
    return [word for word in re.split(r"[、,，;；\s]+", text) if word]
