"""What a unit's year is compared with, each comparison with its own reasons."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from finance.budgets.compare import Moved, compare, key_of
from finance.budgets.public import Plan
from finance.budgets.tables import Table
from finance.budgets.tree import is_below
from finance.budgets.unit_year import UnitYear

COMPARED = (Table.INCOME, Table.EXPENSE)


@dataclass(frozen=True)
class Comparison:
    """`now` against `base`, line by line; `key` names it in a page, `page` is where lines open."""

    key: str
    title: str
    base: str
    now: str
    table: Table
    moved: list[Moved]

    @property
    def caption(self) -> str:
        return f"{self.table.side.label}：{self.now}比{self.base}"

    @property
    def classes(self) -> "Comparison":
        """Its top lines alone."""
        return replace(self, moved=[one for one in self.moved if not one.depth])

    def inside(self, code: str) -> "Comparison":
        """The lines below one; their depth is counted from it."""
        above = next((one.depth for one in self.moved if one.code == code), -1) + 1
        below = [one for one in self.moved if is_below(one.code, code)]
        return replace(self, moved=[replace(one, depth=one.depth - above) for one in below])


@dataclass(frozen=True)
class Pair:
    """Two sets of tables to compare; None where one of them isn't public."""

    key: str
    title: str
    base: str
    now: str
    before: Callable[[Table], Mapping[str, Any]] | None
    after: Callable[[Table], list[Any]] | None
    why: str = "reason"

    def of(self, table: Table) -> Comparison | None:
        before = self.before(table) if self.before else {}
        after = self.after(table) if self.after else []
        if not before or not after:
            return None
        moved = compare(before, after, why=self.why)
        return Comparison(self.key, self.title, self.base, self.now, table, moved)


def comparisons(one: UnitYear, tables: tuple[Table, ...] = COMPARED) -> list[Comparison]:
    """A final account against the budget and against last year's; each adjustment against what
    stood before it; a budget against last year's."""
    return [found for pair in _pairs(one) for table in tables if (found := pair.of(table))]


def _pairs(one: UnitYear) -> list[Pair]:
    last, final = one.before, one.final.lines if one.final else None
    budget = one.budget.lines if one.budget else None
    told = "调整后预算" if one.adjustments else "预算"
    plan = one.plan.lines if one.budget else None
    last_final = _keyed(last.final) if last and last.final else None
    last_budget = _keyed(last.budget) if last and last.budget else None
    return [
        Pair("final", "决算和预算比", told, "决算", plan, final),
        Pair("last", "决算和上年决算比", "上年决算", "决算", last_final, final, "reason_last"),
        *(_adjustment(one, number) for number in range(len(one.adjustments))),
        Pair("budget", "预算和上年预算比", "上年预算", "年初预算", last_budget, budget),
    ]


def _adjustment(one: UnitYear, number: int) -> Pair:
    """One adjustment against what stood before it, the lines alone that it names."""
    before, part = Plan(one.budget, one.adjustments[:number]), one.adjustments[number]

    def named(table: Table) -> dict[str, Any]:
        keys = {key_of(line) for line in part.lines(table)}
        return {key: line for key, line in before.lines(table).items() if key in keys}

    title = "预算调整了什么" if len(one.adjustments) == 1 else f"第 {number + 1} 次预算调整"
    base = "调整前预算" if number else "年初预算"
    return Pair(f"adjustment-{number + 1}", title, base, "调整后预算", named, part.lines)


def _keyed(part: Any) -> Callable[[Table], dict[str, Any]]:
    return lambda table: {key_of(line): line for line in part.lines(table)}


def grouped(found: list[Comparison]) -> list[list[Comparison]]:
    """Those of one title together, in their order."""
    groups: dict[str, list[Comparison]] = {}
    for one in found:
        groups.setdefault(one.key, []).append(one)
    return list(groups.values())
