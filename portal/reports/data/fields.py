"""What stands in a record: the data dictionary of a dataset, a line a field."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from django.utils import timezone

Value = str | int | Decimal | bool | date | datetime | None
Source = str | Callable[[Any], Any]


class Kind(StrEnum):
    TEXT = "text"
    WHOLE = "whole"
    AMOUNT = "amount"
    NUMBER = "number"
    DAY = "day"
    MOMENT = "moment"
    YES_NO = "yes_no"
    LINK = "link"

    @property
    def label(self) -> str:
        return LABELS[self]


LABELS = {
    Kind.TEXT: "文字",
    Kind.WHOLE: "整数",
    Kind.AMOUNT: "金额，两位小数",
    Kind.NUMBER: "小数",
    Kind.DAY: "日期，如 2026-03-02",
    Kind.MOMENT: "时间，如 2026-03-02 09:30（北京时间）",
    Kind.YES_NO: "是或者否",
    Kind.LINK: "网址",
}
CENT = Decimal("0.01")


@dataclass(frozen=True)
class Field:
    """`name` is what programs read, `label` what stands above the column; `of` leads from a record
    to the value: a path of attributes, or a function."""

    name: str
    label: str
    kind: Kind
    of: Source
    meaning: str = ""

    def value(self, record: Any) -> Value:
        found = self.of(record) if callable(self.of) else at_path(record, self.of)
        return PLAIN[self.kind](found)


def at_path(record: Any, path: str) -> Any:
    """What the path leads to; None where something on the way isn't there."""
    for name in path.split("."):
        record = getattr(record, name, None)
        if record is None:
            return None
        if name.startswith("get_"):
            record = record()
    return record


def _text(found: Any) -> str:
    return "" if found is None else str(found)


def _kept(found: Any) -> Any:
    return found


def _amount(found: Any) -> Decimal | None:
    return None if found is None or found == "" else Decimal(found).quantize(CENT)


def _number(found: Any) -> Decimal | None:
    return None if found is None or found == "" else Decimal(found).normalize()


def _moment(found: datetime | None) -> datetime | None:
    return timezone.localtime(found).replace(microsecond=0) if found else None


def _link(found: Any) -> str | None:
    """A path of the site; who writes it out puts the host before it."""
    return found or None


PLAIN: dict[Kind, Callable[[Any], Value]] = {
    Kind.TEXT: _text,
    Kind.WHOLE: _kept,
    Kind.AMOUNT: _amount,
    Kind.NUMBER: _number,
    Kind.DAY: _kept,
    Kind.MOMENT: _moment,
    Kind.YES_NO: _kept,
    Kind.LINK: _link,
}


def text(name: str, label: str, of: Source, meaning: str = "") -> Field:
    return Field(name, label, Kind.TEXT, of, meaning)


def whole(name: str, label: str, of: Source, meaning: str = "") -> Field:
    return Field(name, label, Kind.WHOLE, of, meaning)


def amount(name: str, label: str, of: Source, meaning: str = "") -> Field:
    return Field(name, label, Kind.AMOUNT, of, meaning)


def number(name: str, label: str, of: Source, meaning: str = "") -> Field:
    return Field(name, label, Kind.NUMBER, of, meaning)


def day(name: str, label: str, of: Source, meaning: str = "") -> Field:
    return Field(name, label, Kind.DAY, of, meaning)


def moment(name: str, label: str, of: Source, meaning: str = "") -> Field:
    return Field(name, label, Kind.MOMENT, of, meaning)


def yes_no(name: str, label: str, of: Source, meaning: str = "") -> Field:
    return Field(name, label, Kind.YES_NO, of, meaning)


def page_of(of: Source) -> Field:
    """Where people read the same."""
    return Field("url", "网址", Kind.LINK, of, "供人阅读的网页。")
