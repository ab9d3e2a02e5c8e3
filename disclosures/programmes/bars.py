"""The amounts of one grade over time as bars, each with its figure and its day.

Everything is measured in units of the drawing; the style sheet says how large one is.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from disclosures.programmes.amounts import plain, with_unit
from disclosures.programmes.standards import holds

STEP, WIDTH = 104, 56
TOP, TALLEST, FOOT = 24, 90, 46


@dataclass(frozen=True)
class Bar:
    x: int
    y: int
    height: int
    amount: str
    since: str
    current: bool

    @property
    def middle(self) -> int:
        return self.x + WIDTH // 2

    @property
    def amount_y(self) -> int:
        return self.y - 7


@dataclass(frozen=True)
class Bars:
    """A drawing of one grade; `told` says the same in a sentence."""

    grade: str
    unit: str
    width: int
    bars: tuple[Bar, ...]
    told: str
    bar_width: int = WIDTH
    base: int = TOP + TALLEST
    since_y: int = TOP + TALLEST + 20
    now_y: int = TOP + TALLEST + 40
    height: int = TOP + TALLEST + FOOT


def bars_of(grade: str, rows: Sequence[Any], on: Any) -> Bars:
    """`rows` are the standards of one grade by time; heights begin at zero."""
    most = max((row.amount for row in rows), default=Decimal(0)) or Decimal(1)
    bars = tuple(_bar(row, place, most, on) for place, row in enumerate(rows))
    told = "，".join(f"{_month(row)}起{with_unit(row.amount, row.unit)}" for row in rows)
    unit = rows[-1].unit if rows else ""
    return Bars(grade, unit, STEP * len(rows), bars, f"{grade}：{told}。")


def _bar(row: Any, place: int, most: Decimal, on: Any) -> Bar:
    height = max(int(row.amount / most * TALLEST), 1)
    x = place * STEP + (STEP - WIDTH) // 2
    y = TOP + TALLEST - height
    return Bar(x, y, height, plain(row.amount), _month(row), holds(row, on))


def _month(row: Any) -> str:
    return f"{row.valid_from.year}年{row.valid_from.month}月"
