"""信息处理费: free up to a number, then by official tiers, explained line by line.

条例 art. 42; 国办函〔2020〕109号. By piece, or by page, never both for one application. Numbers run
on through the calendar month of one applicant, so what came before decides the tier.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Basis(StrEnum):
    PIECE = "piece"
    PAGE = "page"

    @property
    def label(self) -> str:
        return {"piece": "按件计收", "page": "按量计收"}[self.value]

    @property
    def unit(self) -> str:
        return {"piece": "件", "page": "页"}[self.value]

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        return [(basis.value, basis.label) for basis in cls]


@dataclass(frozen=True)
class Tier:
    """From `first` up to `last` (without end where None) each unit costs `price` yuan.

    A tier with `width` is cut into blocks of that many, each `rise` yuan dearer than the one
    before.
    """

    first: int
    last: int | None
    price: Decimal
    width: int = 0
    rise: Decimal = Decimal(0)


@dataclass(frozen=True)
class Line:
    """So many units of one tier."""

    basis: Basis
    first: int
    last: int
    price: Decimal

    @property
    def count(self) -> int:
        return self.last - self.first + 1

    @property
    def amount(self) -> Decimal:
        return self.price * self.count

    def __str__(self) -> str:
        unit = self.basis.unit
        span = f"第{self.first}{unit}" if self.count == 1 else f"第{self.first}至{self.last}{unit}"
        if not self.price:
            return f"{span}：免费"
        return f"{span}：{self.count}{unit} × {self.price:,f}元 = {self.amount:,f}元"


@dataclass(frozen=True)
class Fee:
    """What one application costs, and why."""

    basis: Basis
    before: int
    lines: tuple[Line, ...]

    @property
    def amount(self) -> Decimal:
        return sum((line.amount for line in self.lines), Decimal(0))

    @property
    def explanation(self) -> list[str]:
        unit = self.basis.unit
        told = [f"{self.basis.label}；申请人本月此前已累计{self.before}{unit}。"]
        return [*told, *(f"{line}。" for line in self.lines), f"合计{self.amount:,f}元。"]


TIERS: dict[Basis, tuple[Tier, ...]] = {
    Basis.PIECE: (
        Tier(1, 10, Decimal(0)),
        Tier(11, 30, Decimal(100)),
        Tier(31, None, Decimal(200), width=10, rise=Decimal(100)),
    ),
    Basis.PAGE: (
        Tier(1, 30, Decimal(0)),
        Tier(31, 100, Decimal(10)),
        Tier(101, 200, Decimal(20)),
        Tier(201, None, Decimal(40)),
    ),
}
# beyond this a number is a slip of the hand, and would make an endless letter
MOST_UNITS = 100_000


def fee(basis: Basis, count: int, before: int = 0, tiers: Iterable[Tier] | None = None) -> Fee:
    """The fee for `count` units after `before` that the applicant had in the same month."""
    if not 0 <= count <= MOST_UNITS or not 0 <= before <= MOST_UNITS:
        raise ValueError(f"{basis.unit}数应在0到{MOST_UNITS:,}之间，请核对。")
    chosen = TIERS[basis] if tiers is None else tiers
    return Fee(basis, before, tuple(_lines(basis, before + 1, before + count, chosen)))


def _lines(basis: Basis, first: int, last: int, tiers: Iterable[Tier]) -> Iterator[Line]:
    for tier in tiers:
        for start, end, price in _blocks(tier, last):
            if max(start, first) <= min(end, last):
                yield Line(basis, max(start, first), min(end, last), price)


def _blocks(tier: Tier, last: int) -> Iterator[tuple[int, int, Decimal]]:
    """The tier's stretches of one price, as far as `last`."""
    end = last if tier.last is None else tier.last
    if not tier.width:
        yield tier.first, end, tier.price
        return
    for number, start in enumerate(range(tier.first, end + 1, tier.width)):
        yield start, min(start + tier.width - 1, end), tier.price + tier.rise * number
