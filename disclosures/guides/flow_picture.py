"""The steps of a service as a drawing: across on a wide page, downwards on a phone.

Everything is measured in units of the drawing; the style sheet says how large one is.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol
from unicodedata import east_asian_width

WIDE, NARROW = 720, 340
A_ROW, GAP, WIDEST_BOX = 4, 34, 300
NAME_SIZE, DETAIL_SIZE = 18, 15
LINE, DETAIL_LINE = 25, 22
PAD, TOP, ROUND = 14, 16, 13
# no line begins with these
CLOSING = "、，。；：）》”"


class Step(Protocol):
    @property
    def name(self) -> str: ...

    @property
    def by_whom(self) -> str: ...

    @property
    def days(self) -> str: ...


@dataclass(frozen=True)
class Line:
    text: str
    x: int
    y: int
    detail: bool = False


@dataclass(frozen=True)
class Box:
    number: int
    x: int
    y: int
    width: int
    height: int
    lines: tuple[Line, ...]

    @property
    def middle(self) -> int:
        return self.x + self.width // 2

    @property
    def dot(self) -> tuple[int, int]:
        """The centre of the number, on the upper edge."""
        return self.x + PAD + ROUND, self.y

    @property
    def number_y(self) -> int:
        return self.y + 6


@dataclass(frozen=True)
class Picture:
    width: int
    height: int
    boxes: tuple[Box, ...]
    arrows: tuple[str, ...]
    told: str


def across(steps: Sequence[Step]) -> Picture:
    """Up to four boxes in a row, read like text; the next row begins on the left again."""
    per_row = min(max(len(steps), 1), A_ROW)
    width = min((WIDE - 2 - GAP * (per_row - 1)) // per_row, WIDEST_BOX)
    boxes: list[Box] = []
    y = TOP
    for start in range(0, len(steps), per_row):
        row = steps[start : start + per_row]
        height = max(_height(step, width) for step in row)
        for place, step in enumerate(row):
            x = place * (width + GAP) + 1
            boxes.append(_box(step, start + place + 1, x, y, width, height))
        y += height + GAP + TOP
    drawn = per_row * width + (per_row - 1) * GAP + 2
    arrows = tuple(_arrow(one, other) for one, other in pairwise(boxes))
    return Picture(drawn, y - GAP, tuple(boxes), arrows, described(steps))


def down(steps: Sequence[Step]) -> Picture:
    """One box below the other."""
    boxes: list[Box] = []
    y = TOP
    for number, step in enumerate(steps, start=1):
        height = _height(step, NARROW)
        boxes.append(_box(step, number, 1, y, NARROW - 2, height))
        y += height + GAP
    arrows = tuple(_arrow(one, other) for one, other in pairwise(boxes))
    return Picture(NARROW, y - GAP + 2, tuple(boxes), arrows, described(steps))


def described(steps: Sequence[Step]) -> str:
    """The same in a sentence, for those who hear the page."""
    told = [
        "，".join(filter(None, (f"第{number}步{step.name}", step.by_whom, step.days)))
        for number, step in enumerate(steps, start=1)
    ]
    return f"办理流程图，共 {len(told)} 步：{'；'.join(told)}。"


def _box(step: Step, number: int, x: int, y: int, width: int, height: int) -> Box:
    lines = tuple(_lines(step, x + PAD, y + PAD, width))
    return Box(number, x, y, width, height, lines)


def _lines(step: Step, x: int, y: int, width: int) -> Iterator[Line]:
    for text in _wrapped(step.name, width, NAME_SIZE):
        y += LINE
        yield Line(text, x, y)
    for text in _details(step, width):
        y += DETAIL_LINE
        yield Line(text, x, y, detail=True)


def _details(step: Step, width: int) -> list[str]:
    return [
        line for text in (step.by_whom, step.days) for line in _wrapped(text, width, DETAIL_SIZE)
    ]


def _height(step: Step, width: int) -> int:
    names = len(_wrapped(step.name, width, NAME_SIZE))
    return PAD * 2 + names * LINE + len(_details(step, width)) * DETAIL_LINE


def _wrapped(text: str, width: int, size: int) -> list[str]:
    """`text` in lines that fit into a box; a Chinese character is as wide as it is high."""
    room = width - PAD * 2
    lines, used = [""] if text else [], 0
    for character in text:
        needed = size if east_asian_width(character) in "WF" else size * 6 // 10
        if used + needed > room and character not in CLOSING:
            lines.append("")
            used = 0
        lines[-1] += character
        used += needed
    return lines


def _arrow(one: Box, other: Box) -> str:
    """From box to box: to the right in a row, else down and back to the beginning."""
    if one.y == other.y:
        y = one.y + one.height // 2
        return f"M{one.x + one.width + 5} {y}H{other.x - 6}m-8 -6l8 6l-8 6"
    low = one.y + one.height + 4
    bend = low + (other.y - low) // 2 - 4
    return f"M{one.middle} {low}V{bend}H{other.middle}V{other.y - 5}m-6 -8l6 8l6 -8"
