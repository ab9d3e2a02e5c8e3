"""“这项政策可能适合我吗？”: a few questions, each answer leading on or to an end.

Nothing here knows who answers; nothing is kept.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

MOST_QUESTIONS = 8
FEWEST_CHOICES, MOST_CHOICES = 2, 6


class Then(StrEnum):
    """Where an answer leads."""

    ON = "on"
    FITS = "fits"
    UNLIKELY = "unlikely"

    @property
    def label(self) -> str:
        return {"on": "下一题", "fits": "可能符合", "unlikely": "可能不符合"}[self.value]


@dataclass(frozen=True)
class Choice:
    """An answer. `to` is the question that it leads on to, the next one if there is none;
    `remark` says why it is unlikely, or what to know when it fits."""

    place: int
    text: str
    then: Then
    to: int | None = None
    remark: str = ""


@dataclass(frozen=True)
class Ask:
    number: int
    text: str
    hint: str = ""
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True)
class Given:
    """A question with the answer that was given to it."""

    ask: Ask
    choice: Choice


@dataclass(frozen=True)
class Standing:
    """How far the answers lead: what was answered, and either what is asked next or the end."""

    given: tuple[Given, ...]
    ask: Ask | None = None
    verdict: Then | None = None

    @property
    def remarks(self) -> list[str]:
        return [one.choice.remark for one in self.given if one.choice.remark]


def walk(asks: Sequence[Ask], chosen: Mapping[int, int]) -> Standing:
    """Follow the answers (question number → place of the choice) from the first question on.

    An answer that no choice has counts as not given. Answers only lead to later questions, so
    that it comes to an end whatever they are."""
    order = {ask.number: ask for ask in asks}
    given: list[Given] = []
    ask = asks[0] if asks else None
    while ask is not None:
        choice = _chosen(ask, chosen)
        if choice is None:
            return Standing(tuple(given), ask)
        given.append(Given(ask, choice))
        if choice.then is not Then.ON:
            return Standing(tuple(given), verdict=choice.then)
        ask = order.get(_next(ask, choice, asks) or 0)
    return Standing(tuple(given))


def _chosen(ask: Ask, chosen: Mapping[int, int]) -> Choice | None:
    return next((one for one in ask.choices if one.place == chosen.get(ask.number)), None)


def _next(ask: Ask, choice: Choice, asks: Sequence[Ask]) -> int | None:
    """The number of the question that `choice` leads to; only ever a later one."""
    if choice.to is not None:
        return choice.to if choice.to > ask.number else None
    return next((other.number for other in asks if other.number > ask.number), None)


def flaws(asks: Sequence[Ask]) -> Iterator[str]:
    """Why these questions can't be put to residents, each a sentence with the cure."""
    if len(asks) > MOST_QUESTIONS:
        yield f"自测题有 {len(asks)} 道，请减到 {MOST_QUESTIONS} 道以内，群众才答得完。"
    yield from _twice([ask.number for ask in asks])
    for ask in asks:
        yield from _of_question(ask, asks)
    reached = _reached(asks)
    yield from (
        f"第 {ask.number} 题哪个答案都走不到，请让前面的答案指向它，或者删去。"
        for ask in asks
        if ask.number not in reached
    )
    ends = {choice.then for ask in asks if ask.number in reached for choice in ask.choices}
    if asks and Then.FITS not in ends:
        yield "没有一条路能走到“可能符合”，请核对各个答案的去向。"


def _twice(numbers: list[int]) -> Iterator[str]:
    for number in sorted({one for one in numbers if numbers.count(one) > 1}):
        yield f"第 {number} 题写了不止一遍，请改成不同的题号。"


def _of_question(ask: Ask, asks: Sequence[Ask]) -> Iterator[str]:
    if not FEWEST_CHOICES <= len(ask.choices) <= MOST_CHOICES:
        yield f"第 {ask.number} 题应有 {FEWEST_CHOICES} 至 {MOST_CHOICES} 个答案供选择。"
    numbers = {other.number for other in asks}
    for choice in ask.choices:
        place = f"第 {ask.number} 题的答案“{choice.text}”"
        if choice.then is Then.UNLIKELY and not choice.remark.strip():
            yield f"{place}指向“可能不符合”，请在说明里写明为什么。"
        if choice.then is Then.ON and choice.to is not None:
            yield from _of_leading(place, choice.to, ask.number, numbers)
        elif choice.then is Then.ON and _next(ask, choice, asks) is None:
            yield f"{place}指向下一题，可后面没有题了，请改成“可能符合”或“可能不符合”。"


def _of_leading(place: str, to: int, number: int, numbers: set[int]) -> Iterator[str]:
    if to not in numbers:
        yield f"{place}指向第 {to} 题，可没有这一题。"
    elif to <= number:
        yield f"{place}指向第 {to} 题，会绕回去；只能指向后面的题。"


def _reached(asks: Sequence[Ask]) -> set[int]:
    """The numbers of the questions that some answers lead to."""
    reached = {asks[0].number} if asks else set()
    for ask in sorted(asks, key=lambda one: one.number):
        if ask.number in reached:
            leading = (choice for choice in ask.choices if choice.then is Then.ON)
            reached |= {to for choice in leading if (to := _next(ask, choice, asks))}
    return reached
