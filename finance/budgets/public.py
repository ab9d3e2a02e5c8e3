"""The public budgets, adjustments and final accounts: the one door for pages and rules alike."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from disclosures.items.models import Disclosure
from disclosures.items.shapes import Shape
from finance.budgets.compare import adjusted
from finance.budgets.tables import Table
from portal.core import clock
from portal.core.township.models import Township


def public_budgets(township: Township, at: datetime) -> Any:
    """Items with their parts and units, in the order in which they first became public."""
    found = Disclosure.objects.public(township, at).of_shape(Shape.BUDGET).without_bodies()
    rows = found.select_related("live__budget__unit", "live__budget__township")
    return rows.order_by("first_published_at", "pk")


def public_parts(township: Township, **of: Any) -> list[Any]:
    """Parts with their lines; `of` says of which `kind`, `year` and `unit`."""
    items = public_budgets(township, clock.now()).filter(
        **{f"live__budget__{name}": value for name, value in of.items()}
    )
    return [item.live.budget for item in items.prefetch_related("live__budget_lines")]


@dataclass(frozen=True)
class Plan:
    """A budget with what adjusted it, the earliest first; without a budget there is no plan."""

    budget: Any = None
    adjustments: list[Any] = field(default_factory=list)

    def lines(self, table: Table) -> dict[str, Any]:
        """Those in force: the budget's, and the adjustments' over them."""
        original = self.budget.lines(table) if self.budget else []
        return adjusted(original, *(one.lines(table) for one in self.adjustments))


def plan_of(parts: Iterable[Any]) -> Plan:
    """The plan that `parts` of one unit and year make; of two budgets the later holds."""
    budget, adjustments = None, []
    for part in parts:
        if part.kind == "budget":
            budget = part
        elif part.kind == "adjustment":
            adjustments.append(part)
    return Plan(budget, adjustments)
