"""What a dataset can be narrowed by, and reading what somebody asked for."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any

from django.db.models import Q
from django.utils import timezone

from disclosures.catalogue.categories import BY_SLUG
from portal.reports.data.keys import SLUG

FIRST_YEAR, LAST_YEAR = 1949, 2100
DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
FIRST_DAY, LAST_DAY = date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)


class Asks(StrEnum):
    YEAR = "year"
    SLUG = "slug"
    CHOICE = "choice"
    SINCE = "since"

    @property
    def label(self) -> str:
        return ANSWERS[self]


ANSWERS = {
    Asks.YEAR: "四位年份，如 2026",
    Asks.SLUG: "标识，如 qinghe",
    Asks.CHOICE: "列出的之一",
    Asks.SINCE: "日期，如 2026-03-02",
}


class NotUnderstood(ValueError):
    """What was asked for can't be understood; the sentence says how to put it right."""


@dataclass(frozen=True)
class Filter:
    """`lookup` is how the database finds it (a path, or a condition made of the value); `of` how a
    single row is told apart where a record has several."""

    name: str
    label: str
    asks: Asks
    lookup: str | Callable[[Any], Q]
    of: str = ""
    choices: tuple[tuple[str, str], ...] = ()

    def condition(self, value: Any) -> Q:
        return Q(**{self.lookup: value}) if isinstance(self.lookup, str) else self.lookup(value)

    def read(self, text: str) -> Any:
        """The value that `text` means. Raises NotUnderstood."""
        return READERS[self.asks](self, text)


def _year(asked: Filter, text: str) -> int:
    four = len(text) == 4 and text.isascii() and text.isdecimal()
    if four and FIRST_YEAR <= int(text) <= LAST_YEAR:
        return int(text)
    raise NotUnderstood(
        f"{asked.name}（{asked.label}）请写 {FIRST_YEAR} 到 {LAST_YEAR} 的四位年份。"
    )


def _slug(asked: Filter, text: str) -> str:
    if 0 < len(text) <= 50 and text.isascii() and text.replace("-", "").replace("_", "").isalnum():
        return text
    raise NotUnderstood(
        f"{asked.name}（{asked.label}）请写标识，由英文字母、数字和短横组成，如 qinghe。"
    )


def _choice(asked: Filter, text: str) -> str:
    if text in dict(asked.choices):
        return text
    known = "、".join(f"{value}（{label}）" for value, label in asked.choices)
    raise NotUnderstood(f"{asked.name}（{asked.label}）只能是：{known}。")


def _since(asked: Filter, text: str) -> datetime:
    """The beginning of that day; what lies beyond all records is as good as their edge."""
    try:
        on = date.fromisoformat(text) if DAY.fullmatch(text) else None
    except ValueError:
        on = None
    if on is None:
        raise NotUnderstood(f"{asked.name}（{asked.label}）请写日期，如 2026-03-02。")
    return timezone.make_aware(datetime.combine(min(max(on, FIRST_DAY), LAST_DAY), time()))


READERS: dict[Asks, Callable[[Filter, str], Any]] = {
    Asks.YEAR: _year,
    Asks.SLUG: _slug,
    Asks.CHOICE: _choice,
    Asks.SINCE: _since,
}
SLUG_PATTERN = f"^{SLUG.pattern}$"


def year(lookup: str, label: str = "年度", of: str = "") -> Filter:
    return Filter("year", label, Asks.YEAR, lookup, of)


def village(lookup: str, of: str = "") -> Filter:
    return Filter("village", "村（社区）的标识", Asks.SLUG, lookup, of)


def issuer(lookup: str) -> Filter:
    return Filter("issuer", "发布机构的标识", Asks.SLUG, lookup)


def category(lookup: str) -> Filter:
    known = tuple((one.slug, one.name) for one in BY_SLUG.values())
    return Filter("category", "重点类别", Asks.CHOICE, lookup, choices=known)


def choice(
    name: str, label: str, lookup: str | Callable[[Any], Q], choices: Any, of: str = ""
) -> Filter:
    known = tuple((str(value), str(told)) for value, told in choices)
    return Filter(name, label, Asks.CHOICE, lookup, of, known)


def updated_since(lookup: str | Callable[[Any], Q]) -> Filter:
    return Filter("updated_since", "从这一天起有更新的", Asks.SINCE, lookup)
