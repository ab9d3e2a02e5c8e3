"""All that is public about one unit's year: its budget, what adjusted it, its final account, and
the years that they are compared with."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from functools import cached_property
from typing import Any

from disclosures.items.models import Disclosure
from disclosures.items.shapes import Shape
from finance.budgets.compare import Moved, adjusted, compare, key_of
from finance.budgets.models import Budget
from finance.budgets.tables import APPROPRIATED, Side, Table
from finance.budgets.tree import total
from finance.sangong.changes import Change, share
from portal.core.organisations.models import Organisation
from portal.core.township.models import Township

Kind = Budget.Kind


@dataclass
class UnitYear:
    """`before` is the same unit's year before, with lines, where it was asked for."""

    unit: Organisation | None
    year: int
    budget: Budget | None = None
    adjustments: list[Budget] = field(default_factory=list)
    final: Budget | None = None
    before: "UnitYear | None" = None

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
        return self.parts[0].unit_name if self.parts else ""

    def planned(self, table: Table) -> dict[str, Any]:
        """The lines in force: the budget's, and those of the adjustments over them."""
        original = self.budget.lines(table) if self.budget else []
        return adjusted(original, *(one.lines(table) for one in self.adjustments))

    def total(self, what: str, table: Table = Table.EXPENSE) -> Decimal | None:
        """Of `initial`, `adjusted` or `final`; None where it isn't public."""
        if what == "final":
            return self.final.total(table) if self.final else None
        if self.budget is None or not self.budget.lines(table):
            return None
        lines = self.budget.lines(table) if what == "initial" else self.planned(table).values()
        return total(lines)

    @cached_property
    def figures(self) -> "Figures":
        return Figures(self.total("initial"), self.total("adjusted"), self.total("final"))

    @property
    def latest(self) -> Budget | None:
        return self.final or self.budget

    def lines(self, table: Table) -> list[Any]:
        """Those in force: the final account's, before it the budget's as adjusted."""
        return self.final.lines(table) if self.final else list(self.planned(table).values())

    def changes(self, table: Table) -> tuple[str, list[Moved]]:
        """The latest against its base: final account against budget, budget against last year's;
        nothing where there is no base."""
        if self.final and self.budget:
            told = "调整后预算" if self.adjustments else "预算"
            return told, compare(self.planned(table), self.final.lines(table))
        if self.budget and self.before and self.before.budget:
            return "上年预算", compare(_keyed(self.before.budget, table), self.budget.lines(table))
        return "", []

    def year_against_year(self, table: Table) -> list[Moved]:
        """The final account against last year's."""
        if not (self.final and self.before and self.before.final):
            return []
        return compare(_keyed(self.before.final, table), self.final.lines(table))

    def overall(self) -> list[tuple[str, Decimal | None, Decimal | None]]:
        """收支总表: each side's sum as budgeted and as settled."""
        return [
            (side.label, self.total("adjusted", table), self.total("final", table))
            for side, table in ((Side.INCOME, Table.INCOME), (Side.EXPENSE, Table.EXPENSE))
        ]

    def appropriation(self) -> list[tuple[str, Decimal]]:
        """财政拨款收支总表 as in force: what was appropriated, and what it went to by table."""
        came = [line for line in self.lines(Table.INCOME) if "拨款" in line.name]
        rows = [("财政拨款收入", total(came))] if came else []
        spent = [(table.label, self.lines(table)) for table in APPROPRIATED]
        return rows + [(name, total(lines)) for name, lines in spent if lines]


TOWNSHIP = "township"


@dataclass(frozen=True)
class Figures:
    """The four figures of a year's expense."""

    initial: Decimal | None
    adjusted: Decimal | None
    final: Decimal | None

    @property
    def executed(self) -> Decimal | None:
        """The final account in percent of the adjusted budget."""
        return share(self.final, self.adjusted) if self.final and self.adjusted else None

    @property
    def change(self) -> Change | None:
        if self.final is None or self.adjusted is None:
            return None
        return Change(self.adjusted, self.final)


def _keyed(part: Budget, table: Table) -> dict[str, Any]:
    return {key_of(line): line for line in part.lines(table)}


def public_budgets(township: Township, at: datetime) -> Any:
    found = Disclosure.objects.public(township, at).of_shape(Shape.BUDGET).without_bodies()
    return found.select_related("live__budget__unit", "live__budget__township").order_by(
        "published_at", "pk"
    )


def unit_years(items: Iterable[Disclosure]) -> dict[int, list[UnitYear]]:
    """By year, the latest in front; the township first, then its units in their order."""
    found: dict[int, dict[int | None, UnitYear]] = defaultdict(dict)
    for item in items:
        part: Budget = item.live.budget
        one = found[part.year].setdefault(part.unit_id, UnitYear(part.unit, part.year))
        _put(one, part)
    return {year: sorted(found[year].values(), key=_place) for year in sorted(found, reverse=True)}


def _put(one: UnitYear, part: Budget) -> None:
    """A later publication of the same kind takes the place of the earlier one."""
    if part.kind == Kind.ADJUSTMENT:
        one.adjustments.append(part)
    elif part.kind == Kind.FINAL:
        one.final = part
    else:
        one.budget = part


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
