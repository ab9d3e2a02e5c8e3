"""All that is public about one unit's year: its budget, what adjusted it, its final account, and
the year before that they are compared with."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from functools import cached_property
from typing import Any

from disclosures.items.models import Disclosure
from finance.budgets.compare import key_of
from finance.budgets.figures import Figures
from finance.budgets.models import Budget
from finance.budgets.public import Plan, plan_of, public_budgets
from finance.budgets.sums import sum_of
from finance.budgets.tables import Table
from finance.budgets.tree import total
from portal.core.organisations.models import Organisation
from portal.core.township.models import Township

TOWNSHIP = "township"


@dataclass
class UnitYear:
    """`parts` in the order in which they became public; `before` is the same unit's year before,
    where it was asked for."""

    unit: Organisation | None
    year: int
    found: list[Budget] = field(default_factory=list)
    before: "UnitYear | None" = None

    @cached_property
    def plan(self) -> Plan:
        return plan_of(self.found)

    @property
    def budget(self) -> Budget | None:
        return self.plan.budget

    @property
    def adjustments(self) -> list[Budget]:
        return self.plan.adjustments

    @cached_property
    def final(self) -> Budget | None:
        finals = [part for part in self.found if part.kind == Budget.Kind.FINAL]
        return finals[-1] if finals else None

    @property
    def slug(self) -> str:
        return self.unit.slug if self.unit else TOWNSHIP

    @property
    def is_school(self) -> bool:
        return self.unit is not None and self.unit.kind == Organisation.Kind.SCHOOL

    @property
    def parts(self) -> list[Budget]:
        return [part for part in (self.budget, *self.adjustments, self.final) if part]

    @property
    def name(self) -> str:
        return self.found[0].unit_name if self.found else ""

    @property
    def latest(self) -> Budget | None:
        return self.final or self.budget

    def total(self, what: str, table: Table = Table.EXPENSE) -> Decimal | None:
        """Of `initial`, `adjusted` or `final`; None where it isn't public."""
        if what == "final":
            return self.final.total(table) if self.final else None
        if self.budget is None or not self.budget.lines(table):
            return None
        if what == "initial":
            return self.budget.total(table)
        return total(self.plan.lines(table).values())

    @cached_property
    def figures(self) -> Figures:
        return Figures(self.total("initial"), self.total("adjusted"), self.total("final"))

    def lines(self, table: Table) -> list[Any]:
        """Those in force: the final account's, before it the budget's as adjusted."""
        return self.final.lines(table) if self.final else list(self.plan.lines(table).values())

    def keyed(self, table: Table) -> dict[str, Any]:
        return {key_of(line): line for line in self.lines(table)}

    def sum(self, table: Table) -> Decimal | None:
        return sum_of({table: self.lines(table)}, table)


def unit_years(items: Iterable[Disclosure]) -> dict[int, list[UnitYear]]:
    """By year, the latest in front; the township first, then its units in their order."""
    found: dict[int, dict[int | None, UnitYear]] = defaultdict(dict)
    for item in items:
        part: Budget = item.live.budget
        one = found[part.year].setdefault(part.unit_id, UnitYear(part.unit, part.year))
        one.found.append(part)
    return {year: sorted(found[year].values(), key=_place) for year in sorted(found, reverse=True)}


def _place(one: UnitYear) -> tuple[int, int]:
    return (one.unit.position, one.unit.pk) if one.unit else (-1, 0)


def unit_year(township: Township, at: datetime, slug: str, year: int) -> UnitYear | None:
    """One unit's year with its lines and the year before; two queries."""
    unit = {"live__budget__unit": None} if slug == TOWNSHIP else {"live__budget__unit__slug": slug}
    items = public_budgets(township, at).filter(live__budget__year__in=(year - 1, year), **unit)
    found = unit_years(items.prefetch_related("live__budget_lines"))
    if year not in found:
        return None
    one = found[year][0]
    one.before = found[year - 1][0] if year - 1 in found else None
    return one
