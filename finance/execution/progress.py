"""How far each line is, and each side as a whole."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from finance.budgets.tables import Side
from finance.budgets.tree import forest
from finance.sangong.changes import share

NOTHING = Decimal("0.00")


@dataclass(frozen=True)
class Progress:
    """One line: planned (None where nobody said), done, and done in percent of planned."""

    line: Any
    planned: Decimal | None

    @property
    def code(self) -> str:
        return str(self.line.code)

    @property
    def name(self) -> str:
        return str(self.line.name)

    @property
    def amount(self) -> Decimal:
        return Decimal(self.line.done)

    @property
    def percent(self) -> Decimal | None:
        return share(self.amount, self.planned) if self.planned else None


@dataclass(frozen=True)
class Whole:
    """All lines of a side that stand under no other."""

    side: Side
    planned: Decimal | None
    done: Decimal

    @property
    def percent(self) -> Decimal | None:
        return share(self.done, self.planned) if self.planned else None


def wholes(progress: Iterable[Progress]) -> list[Whole]:
    """Income, then expense, where there are lines; what is planned is known only where it is known
    of each line."""
    given = list(progress)
    found = []
    for side in Side:
        tops = [node.line for node in forest(one for one in given if one.line.side == side)]
        plans = [one.planned for one in tops]
        planned = None if None in plans else sum((p for p in plans if p is not None), NOTHING)
        if tops:
            found.append(Whole(side, planned, sum((one.amount for one in tops), NOTHING)))
    return found
