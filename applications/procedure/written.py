"""Events as plain data (JSON) and back, refusing clearly what is none."""

import re
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import Enum
from typing import Any

from applications.decisions.outcomes import Outcome
from applications.procedure.channels import Channel
from applications.procedure.events import EVENT_TYPES, Corrected, Event, Opinion, Result

DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
FIRST_YEAR, LAST_YEAR = 2000, 2100
LONGEST_TEXT = 2000
LARGEST_NUMBER = 1_000_000
SURROGATES = re.compile("[\ud800-\udfff]")


class Unreadable(ValueError):
    """The data is not an event; the message says what is wrong and how to cure it."""


def to_data(event: Event) -> dict[str, Any]:
    """`event` as JSON can hold it; what was left at its default is left out."""
    data: dict[str, Any] = {"type": event.type}
    for field in fields(event):
        value = getattr(event, field.name)
        if value != field.default:
            data[field.name] = _plain(value)
    return data


def _plain(value: Any) -> Any:
    if isinstance(value, Event):
        return to_data(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, Enum):
        return value.value
    return str(value) if isinstance(value, Decimal) else value


def from_data(data: Any) -> Event:
    """The event that `data` describes; keys that its type doesn't know are passed over."""
    if not isinstance(data, Mapping):
        raise Unreadable('应是一个对象，如 {"type": "received", "on": "2025-01-20"}。')
    kind = EVENT_TYPES.get(data["type"]) if isinstance(data.get("type"), str) else None
    if "type" not in data:
        raise Unreadable("缺少“type”，请写明是什么事项。")
    if kind is None:
        raise Unreadable(
            f"不认识的事项类型“{_short(data['type'])}”，可用：{'、'.join(EVENT_TYPES)}。"
        )
    return kind(**{field.name: _value(field, data) for field in fields(kind)})


def _value(field: "Field[Any]", data: Mapping[str, Any]) -> Any:
    given = data.get(field.name)
    if given is not None:
        return READERS[field.name](given, field.name)
    if field.default is MISSING:
        raise Unreadable(f"缺少“{field.name}”。")
    return field.default


def _date(given: Any, name: str) -> date:
    if not isinstance(given, str) or not DATE.fullmatch(given):
        raise Unreadable(f"“{name}”应写成“2025-01-20”这样的日期，现在是“{_short(given)}”。")
    try:
        read = date.fromisoformat(given)
    except ValueError as refusal:
        raise Unreadable(f"“{name}”：没有 {given} 这一天，请核对。") from refusal
    if not FIRST_YEAR <= read.year <= LAST_YEAR:
        raise Unreadable(f"“{name}”的年份 {read.year} 不对，请核对。")
    return read


def _whole(given: Any, name: str) -> int:
    if isinstance(given, bool) or not isinstance(given, int):
        raise Unreadable(f"“{name}”应是整数，现在是“{_short(given)}”。")
    if abs(given) > LARGEST_NUMBER:
        raise Unreadable(f"“{name}”的数太大了，请核对。")
    return given


def _text(given: Any, name: str) -> str:
    if not isinstance(given, str) or len(given) > LONGEST_TEXT:
        raise Unreadable(f"“{name}”应是不超过{LONGEST_TEXT}字的文字。")
    if SURROGATES.search(given):  # halves of characters, which no file or database takes
        raise Unreadable(f"“{name}”里有不能显示的字符，请重新输入。")
    return given.strip()


def _yes_or_no(given: Any, name: str) -> bool:
    if not isinstance(given, bool):
        raise Unreadable(f"“{name}”应是 true 或 false。")
    return given


def _money(given: Any, name: str) -> Decimal:
    try:
        read = Decimal(given) if isinstance(given, str | int) else Decimal("NaN")
    except InvalidOperation:
        read = Decimal("NaN")
    if not read.is_finite() or read < 0:
        raise Unreadable(f'“{name}”应是写成文字的金额，如 "120.00"。')
    return read


def _choice(kind: type[Channel] | type[Opinion] | type[Result] | type[Outcome]) -> Any:
    def read(given: Any, name: str) -> Any:
        found = [one for one in kind if one.value == given]
        if not found:
            allowed = "、".join(one.value for one in kind)
            raise Unreadable(f"“{name}”不能是“{_short(given)}”，可用：{allowed}。")
        return found[0]

    return read


def _outcomes(given: Any, name: str) -> tuple[Outcome, ...]:
    if not isinstance(given, list):
        raise Unreadable(f"“{name}”应是列表，每个部分一项。")
    return tuple(_choice(Outcome)(one, name) for one in given)


def _event(given: Any, name: str) -> Event:
    if isinstance(given, Mapping) and given.get("type") == Corrected.type:
        raise Unreadable(f"“{name}”：更正不能用另一个更正代替。")
    try:
        return from_data(given)
    except Unreadable as refusal:
        raise Unreadable(f"“{name}”：{refusal}") from refusal


def _short(given: Any) -> str:
    """The beginning of what was given, in characters that a screen can show."""
    return "".join(c if c.isprintable() else " " for c in str(given)[:40])


READERS: dict[str, Callable[[Any, str], Any]] = {
    "on": _date,
    "until": _date,
    "redo_until": _date,
    "days": _whole,
    "undoes": _whole,
    "who": _text,
    "why": _text,
    "excuse": _text,
    "good": _yes_or_no,
    "amount": _money,
    "channel": _choice(Channel),
    "opinion": _choice(Opinion),
    "result": _choice(Result),
    "outcomes": _outcomes,
    "instead": _event,
}
