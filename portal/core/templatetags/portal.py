"""The few filters that templates share, each thin."""

import re
from decimal import Decimal
from itertools import count

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

# A table with no table inside it: Word nests tables for layout, and those are left as they are.
TABLE = re.compile(r"<table>((?:(?!<table\b).)*?)</table>", re.DOTALL)
CAPTION = re.compile(r"<caption>(.*?)</caption>", re.DOTALL)
FIRST_ROW = re.compile(r"^(<caption>.*?</caption>)?(<tbody>)?<tr>(.*?)</tr>", re.DOTALL)
PLAIN_CELL = re.compile(r"<td>(.*?)</td>", re.DOTALL)
TAG = re.compile(r"<[^>]+>")
NUMBER_CELL = re.compile(r"<td>((?:<p>)?\s*-?\d[\d,]*(?:\.\d+)?%?\s*(?:</p>)?)</td>")
UNNAMED_IMAGE = re.compile(r"<img(?![^>]*\salt=)")
HEADING = re.compile(r"(</?h)([34])(?=>)")
LONGEST_HEADER = 24


@register.filter
def body_html(html: str) -> SafeString:
    """A body that was sanitised on saving, made readable on a phone and by a screen reader."""
    numbers = count(1)
    body = TABLE.sub(lambda table: _scrolling(table[1], next(numbers)), html)
    body = UNNAMED_IMAGE.sub('<img alt="正文图片，没有文字说明"', body)
    body = body.replace("<img ", '<img loading="lazy" ')
    if "<h2>" not in body:
        body = HEADING.sub(lambda tag: f"{tag[1]}{int(tag[2]) - 1}", body)
    return mark_safe(body)  # noqa: S308 cleaned by portal.uploads.sanitise on every save


def _scrolling(inside: str, number: int) -> str:
    """A table in a region of its own that scrolls sideways; its figures stand to the right."""
    caption = CAPTION.search(inside)
    name = TAG.sub("", caption[1]).strip() if caption else ""
    label = escape(f"表格{number}{'：' if name else ''}{name}，可左右滑动查看")
    rows = NUMBER_CELL.sub(r'<td class="number">\1</td>', _with_header(inside))
    return (
        f'<div class="table-scroll" tabindex="0" role="region" aria-label="{label}">'
        f"<table>{rows}</table></div>"
    )


def _with_header(inside: str) -> str:
    """The first row as column headers where it looks like them: short words in every cell."""
    first = FIRST_ROW.match(inside)
    if first is None or "<th" in inside:
        return inside
    cells = PLAIN_CELL.findall(first[3])
    words = [TAG.sub("", cell).strip() for cell in cells]
    whole = "".join(f"<td>{cell}</td>" for cell in cells) == first[3]
    if not whole or len(words) < 3 or not all(map(_is_header, words)):
        return inside
    header = PLAIN_CELL.sub(r'<th scope="col">\1</th>', first[3])
    before, body = first[1] or "", first[2] or ""
    return f"{before}{body}<tr>{header}</tr>{inside[first.end() :]}"


def _is_header(words: str) -> bool:
    return (
        0 < len(words) <= LONGEST_HEADER and not words.replace(",", "").replace(".", "").isdigit()
    )


@register.filter
def current(path: str, link: str) -> SafeString:
    """aria-current for a navigation link: this page, or the part of the site that it is in."""
    if path == link:
        return mark_safe(' aria-current="page"')
    return mark_safe(' aria-current="true"' if link != "/" and path.startswith(link) else "")


@register.filter
def percent(share: float | None) -> str:
    """0.9512 → 95.12%; nothing to compute from is said in words."""
    return "无应公开事项" if share is None else f"{share:.2%}"


@register.filter
def amount(value: Decimal | None) -> str:
    """1234.5 → 1,234.50; what isn't there is nothing."""
    return "" if value is None else f"{value:,.2f}"


@register.filter
def file_size(size: int) -> str:
    """Bytes as people say them: 815 KB, 1.2 MB."""
    if size < 1024 * 1024:
        return f"{max(1, round(size / 1024))} KB"
    return f"{size / 1024 / 1024:.1f} MB"
