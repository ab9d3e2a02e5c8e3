"""Keyset paging: a page begins after a record, not after a count, so it never shifts under a reader
and the thousandth page costs no more than the first."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from operator import attrgetter
from typing import Any

from django.db.models import Q, QuerySet

PAGE_SIZE = 20
CURSOR = re.compile(r"(\d{8})(T\d{12})?-(\d{1,18})", re.ASCII)

Position = tuple[date | datetime, int]


@dataclass(frozen=True)
class Page:
    """One page, newest first; `newer` and `older` are cursors for the links, "" at the ends."""

    items: list[Any]
    newer: str = ""
    older: str = ""


def keyset_page(
    queryset: QuerySet[Any],
    params: Mapping[str, str],
    *,
    field: str = "published_at",
    size: int = PAGE_SIZE,
    rising: bool = False,
) -> Page:
    """The page that `before` or `after` in `params` asks for, by `field` and key, descending;
    `rising` turns the order round, as in a ledger: then `newer` leads back, `older` further.

    The address holds the place itself, not a record: it stays good when that record moves.
    """
    if after := _position(params.get("after", ""), field):
        return _page_back(queryset, after, field, size, rising)
    before = _position(params.get("before", ""), field)
    rows = _ordered(queryset, field, rising)
    if before:
        rows = rows.filter(_beyond(field, "gt" if rising else "lt", before))
    found = list(rows[: size + 1])
    items = found[:size]
    return Page(
        items,
        newer=_cursor(items[0], field) if before and items else "",
        older=_cursor(items[-1], field) if len(found) > size else "",
    )


def _page_back(
    queryset: QuerySet[Any], after: Position, field: str, size: int, rising: bool
) -> Page:
    rows = _ordered(queryset, field, not rising)
    found = list(rows.filter(_beyond(field, "lt" if rising else "gt", after))[: size + 1])
    items = found[:size][::-1]
    if not items:
        return keyset_page(queryset, {}, field=field, size=size, rising=rising)
    return Page(
        items,
        newer=_cursor(items[0], field) if len(found) > size else "",
        older=_cursor(items[-1], field),
    )


def _ordered(queryset: QuerySet[Any], field: str, rising: bool) -> QuerySet[Any]:
    return queryset.order_by(field, "pk") if rising else queryset.order_by(f"-{field}", "-pk")


def _beyond(field: str, way: str, position: Position) -> Q:
    value, key = position
    return Q(**{f"{field}__{way}": value}) | Q(**{field: value, f"pk__{way}": key})


def _cursor(item: Any, field: str) -> str:
    value = attrgetter(field.replace("__", "."))(item)
    if isinstance(value, datetime):
        return f"{value.astimezone(UTC):%Y%m%dT%H%M%S%f}-{item.pk}"
    return f"{value:%Y%m%d}-{item.pk}"


def _position(cursor: str, field: str) -> Position | None:
    """The place that `cursor` names; None for one that names nothing, or no place in `field`."""
    found = CURSOR.fullmatch(cursor)
    if found is None or bool(found[2]) != field.endswith("_at"):
        return None
    try:
        text = f"{found[1]}{found[2] or 'T000000000000'}+0000"
        moment = datetime.strptime(text, "%Y%m%dT%H%M%S%f%z")
    except ValueError:
        return None
    return (moment if found[2] else moment.date()), int(found[3])
