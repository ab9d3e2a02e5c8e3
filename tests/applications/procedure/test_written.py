"""Events as data: what comes in is checked, what goes out comes back."""

from datetime import date
from typing import Any

import pytest

from applications.procedure.channels import Channel, received_on
from applications.procedure.events import Corrected, Decided, Received
from applications.procedure.written import Unreadable, from_data, to_data

RECEIVED = {"type": "received", "on": "2025-01-20"}


def test_only_what_differs_from_the_default_is_written() -> None:
    assert to_data(from_data(RECEIVED)) == RECEIVED


@pytest.mark.parametrize(
    "data",
    [
        {**RECEIVED, "channel": "post"},
        {"type": "decided", "on": "2025-01-20", "outcomes": ["partial", "process"]},
        {"type": "fee_notified", "on": "2025-01-20", "amount": "120.50"},
        {"type": "reasons_given", "on": "2025-01-20", "good": False},
        {"type": "corrected", "on": "2025-01-20", "undoes": 1, "why": "误", "instead": RECEIVED},
        {"type": "third_party_answered", "on": "2025-01-20", "who": "甲", "opinion": "objects"},
        {"type": "review_decided", "on": "2025-01-20", "result": "upheld"},
    ],
)
def test_what_is_read_is_written_alike(data: dict[str, Any]) -> None:
    assert to_data(from_data(data)) == data


def test_nested_data_becomes_its_own_type() -> None:
    found = from_data(
        {**RECEIVED, "type": "corrected", "undoes": 1, "why": "误", "instead": RECEIVED}
    )
    assert isinstance(found, Corrected)
    assert found.instead == Received(on=date(2025, 1, 20))
    decided = from_data({**RECEIVED, "type": "decided", "outcomes": ["granted"]})
    assert isinstance(decided, Decided)
    assert decided.outcomes[0].label == "予以公开"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ("received", "应是一个对象"),
        (None, "应是一个对象"),
        ({}, "缺少“type”"),
        ({"type": "teleported"}, "不认识的事项类型“teleported”"),
        ({"type": ["received"]}, "不认识的事项类型"),
        ({"type": None}, "不认识的事项类型"),
        ({"type": "received"}, "缺少“on”"),
        ({"type": "received", "on": None}, "缺少“on”"),
        ({"type": "received", "on": 20250120}, "这样的日期"),
        ({"type": "received", "on": "20250120"}, "这样的日期"),
        ({"type": "received", "on": "2025-1-20"}, "这样的日期"),
        ({"type": "received", "on": "2025-01-20T10:00"}, "这样的日期"),
        ({"type": "received", "on": "２０２５-０１-２０"}, "这样的日期"),
        ({"type": "received", "on": "2025-02-30"}, "没有 2025-02-30 这一天"),
        ({"type": "received", "on": "9999-12-31"}, "年份 9999 不对"),
        ({"type": "received", "on": "0000-01-01"}, "没有 0000-01-01"),
        ({**RECEIVED, "channel": "pigeon"}, "不能是“pigeon”"),
        ({"type": "extended", "on": "2025-01-20"}, "缺少“days”"),
        ({"type": "extended", "on": "2025-01-20", "days": "5"}, "应是整数"),
        ({"type": "extended", "on": "2025-01-20", "days": 5.0}, "应是整数"),
        ({"type": "extended", "on": "2025-01-20", "days": True}, "应是整数"),
        ({"type": "decided", "on": "2025-01-20", "outcomes": "granted"}, "应是列表"),
        ({"type": "decided", "on": "2025-01-20", "outcomes": [1]}, "不能是“1”"),
        ({"type": "fee_notified", "on": "2025-01-20", "amount": "-1"}, "金额"),
        ({"type": "fee_notified", "on": "2025-01-20", "amount": "abc"}, "金额"),
        ({"type": "fee_notified", "on": "2025-01-20", "amount": "NaN"}, "金额"),
        ({"type": "reasons_given", "on": "2025-01-20", "good": "yes"}, "true 或 false"),
        ({"type": "third_party_asked", "on": "2025-01-20", "who": 5}, "文字"),
        ({"type": "third_party_asked", "on": "2025-01-20", "who": "甲\ud800"}, "不能显示的字符"),
        ({"type": "extended", "on": "2025-01-20", "days": 10**4000}, "“days”的数太大了"),
        ({"type": "corrected", "on": "2025-01-20", "undoes": -(10**9), "why": "误"}, "数太大了"),
        ({"type": "\x1b[31m\ud800红"}, r"不认识的事项类型“ \[31m 红”"),
        ({"type": "x" * 50_000}, f"不认识的事项类型“{'x' * 40}”"),
        (
            {"type": "corrected", "on": "2025-01-20", "undoes": 1, "why": "误", "instead": {}},
            "“instead”：缺少“type”",
        ),
    ],
)
def test_what_is_no_event_is_refused_clearly(data: Any, reason: str) -> None:
    with pytest.raises(Unreadable, match=reason):
        from_data(data)


def test_a_correction_within_a_correction_is_refused_however_deep() -> None:
    data: dict[str, Any] = RECEIVED
    for _ in range(2000):
        data = {"type": "corrected", "on": "2025-01-20", "undoes": 1, "why": "误", "instead": data}
    with pytest.raises(Unreadable, match="更正不能用另一个更正代替"):
        from_data(data)


@pytest.mark.parametrize(
    ("channel", "confirmed", "day"),
    [
        (Channel.COUNTER, None, "2025-01-20"),
        (Channel.SIGNED_POST, None, "2025-01-20"),
        (Channel.POST, "2025-01-21", "2025-01-21"),
        (Channel.ONLINE, "2025-01-22", "2025-01-22"),
        (Channel.FAX, "2025-01-20", "2025-01-20"),
    ],
)
def test_the_day_of_receipt_depends_on_the_channel(
    channel: Channel, confirmed: str | None, day: str
) -> None:
    on = date.fromisoformat(confirmed) if confirmed else None
    assert str(received_on(channel, date(2025, 1, 20), on)) == day


def test_what_must_be_confirmed_has_no_day_of_receipt_before() -> None:
    with pytest.raises(ValueError, match="请填写确认日期"):
        received_on(Channel.POST, date(2025, 1, 20))
    with pytest.raises(ValueError, match="早于"):
        received_on(Channel.FAX, date(2025, 1, 20), date(2025, 1, 19))
