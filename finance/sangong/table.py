"""A 三公经费 table as it is published: four lines are typed, the two sums follow from them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from finance.sangong.changes import Change
from finance.sangong.check import Statement, contradictions
from finance.sangong.claims import Column
from finance.sangong.figures import Figures
from finance.sangong.items import LEAVES, PARTS, Item

UNIT = "万元"
NOTHING = Decimal(0)


class Stage(StrEnum):
    """预算公开 compares this year's budget with last year's; 决算公开 compares what was spent with
    the budget and with what was spent last year."""

    BUDGET = "budget"
    FINAL = "final"

    @property
    def label(self) -> str:
        return "预算" if self is Stage.BUDGET else "决算"

    @property
    def columns(self) -> tuple[tuple[Column, str], ...]:
        """The columns that the table has, each with its heading."""
        return COLUMNS[self]


COLUMNS = {
    Stage.BUDGET: ((Column.LAST_BUDGET, "上年预算数"), (Column.BUDGET, "本年预算数")),
    Stage.FINAL: (
        (Column.LAST_FINAL, "上年决算数"),
        (Column.BUDGET, "本年预算数"),
        (Column.FINAL, "本年决算数"),
    ),
}


@dataclass(frozen=True)
class Row:
    """One item in 万元; `amounts` in the order of the stage's columns, the last one is this
    year's outcome."""

    item: Item
    stage: Stage
    amounts: tuple[Decimal, ...]
    reason_before: str = ""
    reason_budget: str = ""

    @property
    def label(self) -> str:
        return self.item.label

    @property
    def told(self) -> list[tuple[str, Decimal]]:
        """Each amount under its heading."""
        return [
            (name, one) for (_, name), one in zip(self.stage.columns, self.amounts, strict=True)
        ]

    @property
    def now(self) -> Decimal:
        return self.amounts[-1]

    @property
    def since_before(self) -> Change:
        return Change(self.amounts[0], self.now)

    @property
    def since_budget(self) -> Change | None:
        """None in a budget: it is the budget."""
        return Change(self.amounts[1], self.now) if len(self.amounts) > 2 else None

    @property
    def changes(self) -> list[Change]:
        return [one for one in (self.since_before, self.since_budget) if one is not None]

    @property
    def depth(self) -> int:
        return {Item.TOTAL: 0, Item.VEHICLE_PURCHASE: 2, Item.VEHICLE_RUNNING: 2}.get(self.item, 1)


@dataclass(frozen=True)
class Table:
    """`typed` are the lines that have all of their amounts."""

    stage: Stage
    typed: Mapping[Item, Row]

    @property
    def missing(self) -> list[Item]:
        return [item for item in LEAVES if item not in self.typed]

    @cached_property
    def rows(self) -> list[Row]:
        """All six, the total first; none while a line is missing."""
        return [] if self.missing else [self.row(item) for item in Item]

    def row(self, item: Item) -> Row:
        if item in self.typed:
            return self.typed[item]
        parts = [self.row(part).amounts for part in PARTS[item]]
        amounts = tuple(sum(column, NOTHING) for column in zip(*parts, strict=True))
        return Row(item, self.stage, amounts)

    @property
    def total(self) -> Row | None:
        return self.rows[0] if self.rows else None

    @property
    def headings(self) -> list[str]:
        return [heading for _, heading in self.stage.columns]

    def amounts(self, column: Column) -> dict[Item, Decimal]:
        """One column of the complete table; empty where the stage doesn't have it."""
        for place, (known, _) in enumerate(self.stage.columns):
            if known is column:
                return {row.item: row.amounts[place] for row in self.rows}
        return {}

    def told_wrongly(self, text: str) -> Iterable[str]:
        """Each figure of an explanation that the table contradicts or can't prove."""
        columns = {
            column: Figures(heading, self.amounts(column)) for column, heading in self.stage.columns
        }
        return contradictions(Statement(UNIT, columns, ()), text) if self.rows else ()
