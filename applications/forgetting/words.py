"""An event without the words that somebody wrote in it: the same clock, outcome and count."""

from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from typing import Any

from applications.procedure.events import (
    Corrected,
    Event,
    ThirdPartyAnswered,
    ThirdPartyAsked,
    ThirdPartyTold,
)

GONE = "已隐去"
# what staff or applicants write freely
WORDS = ("excuse", "why")
THIRD_PARTIES = (ThirdPartyAsked, ThirdPartyAnswered, ThirdPartyTold)


def wordless(record: Sequence[Event]) -> Iterator[Event]:
    """`record` without free words and third parties' names; the same party keeps one letter, so
    that a question and its answer still belong together. Offices and organs are no persons."""
    parties: dict[str, str] = {}
    for event in record:
        yield _without(event, parties)


def _without(event: Event, parties: dict[str, str]) -> Event:
    changed: dict[str, Any] = {
        field.name: GONE
        for field in fields(event)
        if field.name in WORDS and getattr(event, field.name)
    }
    if isinstance(event, THIRD_PARTIES) and event.who:
        changed["who"] = parties.setdefault(event.who, f"第三方{len(parties) + 1}")
    if isinstance(event, Corrected) and event.instead is not None:
        changed["instead"] = _without(event.instead, parties)
    return replace(event, **changed)
