"""The record as the applicant may read it: third parties stay unnamed (条例 art. 32)."""

from collections.abc import Sequence
from dataclasses import replace

from applications.procedure.events import (
    Corrected,
    Event,
    ThirdPartyAnswered,
    ThirdPartyAsked,
    ThirdPartyTold,
)

THIRD_PARTY = (ThirdPartyAsked, ThirdPartyAnswered, ThirdPartyTold)


def unnamed(record: Sequence[Event]) -> list[Event]:
    """The same record, each third party called by its turn; the clock counts the same days."""
    turns: dict[str, str] = {}
    return [_unnamed(event, turns) for event in record]


def _unnamed(event: Event, turns: dict[str, str]) -> Event:
    if isinstance(event, Corrected):
        instead = _unnamed(event.instead, turns) if event.instead else None
        return replace(event, instead=instead)
    if not isinstance(event, THIRD_PARTY) or not event.who:
        return event
    turn = turns.setdefault(event.who, f"第三方{len(turns) + 1}")
    return replace(event, who=turn)
