"""Whether a record is lawful, and what may lawfully come next, with the reason where it may not.

The desk asks it which buttons to draw, the move asks it whether to go on, and a file of events is
checked by it from the first entry to the last.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from applications.procedure.conditions import condition
from applications.procedure.events import (
    EVENT_TYPES,
    Corrected,
    Event,
    Extended,
    Postponed,
    Received,
)
from applications.procedure.facts import Facts
from applications.procedure.folding import after, opened
from applications.procedure.record import Record, Unlawful, in_effect
from applications.procedure.remedy_conditions import remedy_condition
from applications.procedure.table import refused_by_state
from applications.procedure.words import day
from portal.core.workdays.days import WorkCalendar

NOTHING_HAPPENED = "没有任何事项，至少要有“收到申请”。"
RECEIPT_STAYS = "收到申请不能撤销，只能用正确的日期代替（条例第三十一条）。"
RECEIVED_FIRST = "第一项应当是“收到申请”（条例第三十一条）。"
RECEIVED_ONCE = "已经登记过收到申请，一件申请只收到一次（条例第三十一条）。"


def facts_of(record: Record, calendar: WorkCalendar) -> Facts:
    """The record folded. Raises Unlawful at the first entry that can't lawfully have happened."""
    entries = in_effect(record)
    if not entries:
        raise Unlawful(max(len(record), 1), RECEIPT_STAYS if record else NOTHING_HAPPENED)
    first = entries[0]
    if not isinstance(first.event, Received):
        raise Unlawful(first.number, RECEIVED_FIRST)
    facts, latest = opened(first.event), first.event.on
    for entry in entries[1:]:
        if reason := _against(facts, latest, entry.event, calendar):
            raise Unlawful(entry.number, reason)
        facts, latest = after(facts, entry.event), entry.event.on
    return facts


def _against(facts: Facts, latest: date, event: Event, calendar: WorkCalendar) -> str | None:
    """Why `event` can't follow the facts; None where it can."""
    return (
        _date_problem(facts, latest, event)
        or _once(event)
        or refused_by_state(facts.state, type(event))
        or condition(event, facts, calendar)
        or remedy_condition(event, facts, calendar)
    )


def _date_problem(facts: Facts, latest: date, event: Event) -> str | None:
    if event.on < facts.received.on:
        return f"{day(event.on)}“{event.label}”早于收到申请的{day(facts.received.on)}，请核对日期。"
    if event.on < latest:
        return (
            f"{day(event.on)}“{event.label}”早于上一项的{day(latest)}，事项应按先后登记；"
            "漏记的，请先更正其后的事项。"
        )
    return None


def _once(event: Event) -> str | None:
    return RECEIVED_ONCE if isinstance(event, Received) else None


def why_not(
    record: Record, event: Event, calendar: WorkCalendar, today: date | None = None
) -> str | None:
    """Why `event` can't be put on record now; None where it can."""
    if today and (late := _in_future(event, today)):
        return late
    try:
        facts_of([*record, event], calendar)
    except Unlawful as refusal:
        return _about(refusal, len(record) + 1)
    return None


def _in_future(event: Event, today: date) -> str | None:
    instead = event.instead if isinstance(event, Corrected) else None
    latest = max(one.on for one in (event, instead) if one is not None)
    if latest > today:
        return f"{day(latest)}还没有到，只能登记已经发生的事项，请核对日期。"
    return None


def _about(refusal: Unlawful, number: int) -> str:
    """A correction may be refused for what it does to a later entry; then that one is named."""
    if refusal.number == number:
        return refusal.reason
    return f"更正之后，第{refusal.number}项不再成立：{refusal.reason}"


@dataclass(frozen=True)
class Move:
    """An event that could come next, and why it may not."""

    kind: type[Event]
    why_not: str | None

    @property
    def lawful(self) -> bool:
        return self.why_not is None


def moves(record: Record, calendar: WorkCalendar, on: date) -> list[Move]:
    """Every kind of event on the day `on`, lawful or with the reason."""
    facts_of(record, calendar)
    return [
        Move(probe_kind, why_not(record, probe, calendar))
        for probe_kind, probe in _probes(on)
        if probe_kind not in (Received, Corrected)
    ]


def lawful_moves(record: Record, calendar: WorkCalendar, on: date) -> list[type[Event]]:
    return [move.kind for move in moves(record, calendar, on) if move.lawful]


def _probes(on: date) -> Iterator[tuple[type[Event], Event]]:
    """One event of each kind with data that nobody could object to."""
    needed: dict[type[Event], dict[str, object]] = {
        Extended: {"days": 1},
        Postponed: {"until": date(on.year + 1, 12, 31)},
        Corrected: {"undoes": 1, "why": "-"},
    }
    for kind in EVENT_TYPES.values():
        yield kind, kind(on=on, **needed.get(kind, {}))
