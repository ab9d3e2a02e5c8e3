"""Keyset paging: a page begins after a record, not after a count, so it never shifts under a reader
and the thousandth page costs no more than the first."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q, QuerySet

PAGE_SIZE = 20


@dataclass(frozen=True)
class Page:
    """One page, newest first; `newer` and `older` are cursors for the links, "" at the ends."""

    items: list[Any]
    newer: str = ""
    older: str = ""


def keyset_page(
    queryset: QuerySet[Any], params: Mapping[str, str], *, field: str = "published_at"
) -> Page:
    """The page that `before` or `after` in `params` asks for, by `field` and key, descending."""
    if after := _position(params.get("after", ""), queryset, field):
        return _newer_page(queryset, after, field)
    before = _position(params.get("before", ""), queryset, field)
    rows = queryset.order_by(f"-{field}", "-pk")
    if before:
        rows = rows.filter(_beyond(field, "lt", before))
    found = list(rows[: PAGE_SIZE + 1])
    items = found[:PAGE_SIZE]
    return Page(
        items,
        newer=_cursor(items[0]) if before and items else "",
        older=_cursor(items[-1]) if len(found) > PAGE_SIZE else "",
    )


def _newer_page(queryset: QuerySet[Any], after: tuple[Any, int], field: str) -> Page:
    rows = queryset.order_by(field, "pk").filter(_beyond(field, "gt", after))
    found = list(rows[: PAGE_SIZE + 1])
    items = found[:PAGE_SIZE][::-1]
    if not items:
        return Page([])
    return Page(
        items,
        newer=_cursor(items[0]) if len(found) > PAGE_SIZE else "",
        older=_cursor(items[-1]),
    )


def _beyond(field: str, way: str, position: tuple[Any, int]) -> Q:
    value, key = position
    return Q(**{f"{field}__{way}": value}) | Q(**{field: value, f"pk__{way}": key})


def _cursor(item: Any) -> str:
    return str(item.pk)


def _position(cursor: str, queryset: QuerySet[Any], field: str) -> tuple[Any, int] | None:
    """Where the record named by `cursor` stands; None for a cursor that names nothing."""
    if not cursor.isdecimal() or len(cursor) > 18:
        return None
    value: date | datetime | None = (
        queryset.model._default_manager.filter(pk=cursor).values_list(field, flat=True).first()
    )
    return (value, int(cursor)) if value is not None else None
