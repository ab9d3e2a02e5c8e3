"""What an entry of the record says beyond its name, in words."""

from collections.abc import Callable, Iterator
from dataclasses import fields
from typing import Any

from applications.procedure.events import Corrected, Event

SAID: dict[str, Callable[[Any], str]] = {
    "who": str,
    "until": lambda on: f"到 {on:%Y-%m-%d}",
    "days": lambda days: f"{days} 个工作日",
    "opinion": lambda opinion: str(opinion.label),
    "result": lambda result: str(result.label),
    "outcomes": lambda outcomes: "；".join(outcome.label for outcome in outcomes),
    "amount": lambda amount: f"{amount} 元",
    "redo_until": lambda on: f"应在 {on:%Y-%m-%d} 前重新答复",
    "excuse": lambda excuse: f"迟了的理由：{excuse}",
}


def details_of(event: Event) -> str:
    return "；".join(_details(event))


def _details(event: Event) -> Iterator[str]:
    if isinstance(event, Corrected):
        yield f"更正第 {event.undoes} 项：{event.why}"
        if event.instead:
            yield f"改为 {event.instead.on:%Y-%m-%d} {event.instead.label}"
            yield from _details(event.instead)
        return
    for field in fields(event):
        value = getattr(event, field.name)
        if value and field.name in SAID:
            yield SAID[field.name](value)
