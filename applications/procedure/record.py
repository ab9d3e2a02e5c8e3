"""The record of an application: append-only; a correction takes an entry out of effect, and puts
another in its place, without erasing it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from applications.procedure.events import Corrected, Event

Record = Sequence[Event]


@dataclass(frozen=True)
class Entry:
    """An event in effect, with the number (from 1) of the entry that put it on record."""

    number: int
    event: Event


class Unlawful(ValueError):
    """What the record says can't have happened lawfully; `number` is the entry that fails."""

    def __init__(self, number: int, reason: str) -> None:
        super().__init__(f"第{number}项：{reason}")
        self.number = number
        self.reason = reason


def undone_by(record: Record) -> dict[int, int]:
    """Which entries are out of effect, and the number of the correction that undid each.

    Read from the last to the first, so that a correction which was itself undone undoes nothing.
    """
    found: dict[int, int] = {}
    for number, event in reversed(list(enumerate(record, start=1))):
        if isinstance(event, Corrected) and number not in found:
            found[event.undoes] = number
    return found


def in_effect(record: Record) -> list[Entry]:
    """What counts, in the order of the first recording. Raises Unlawful for a correction of
    something that can't be corrected."""
    _check_corrections(record)
    undone = undone_by(record)
    return [
        entry
        for number, event in enumerate(record, start=1)
        if not isinstance(event, Corrected)
        for entry in _standing(number, event, undone, record)
    ]


def _standing(number: int, event: Event, undone: dict[int, int], record: Record) -> Iterator[Entry]:
    if number not in undone:
        yield Entry(number, event)
        return
    correction = record[undone[number] - 1]
    if isinstance(correction, Corrected) and correction.instead is not None:
        yield Entry(undone[number], correction.instead)


def _check_corrections(record: Record) -> None:
    for number, event in enumerate(record, start=1):
        if isinstance(event, Corrected):
            problem = _problem(number, event, record)
            if problem:
                raise Unlawful(number, problem)


def _problem(number: int, correction: Corrected, record: Record) -> str | None:
    if not correction.why.strip():
        return "更正应写明原因。"
    if not 1 <= correction.undoes < number:
        return f"没有可以更正的第{correction.undoes}项。"
    if earlier := undone_by(record[: number - 1]).get(correction.undoes):
        return f"第{correction.undoes}项已由第{earlier}项更正，请更正第{earlier}项。"
    if isinstance(correction.instead, Corrected):
        return "更正不能用另一个更正代替。"
    undone = record[correction.undoes - 1]
    if correction.on < undone.on:
        return "更正的日期早于被更正的事项，请核对。"
    if isinstance(undone, Corrected) and correction.instead is not None:
        return "撤销一次更正时不能同时代入新的事项，请先撤销，再更正原来的事项。"
    return None
