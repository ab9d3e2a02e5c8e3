"""What the public budget of a unit's year plans, as adjusted, line by line."""

from decimal import Decimal
from typing import Any

from disclosures.items.models import Disclosure
from disclosures.items.shapes import Shape
from finance.budgets.compare import adjusted
from finance.budgets.models import Budget
from finance.budgets.tables import Table
from portal.core import clock

PLANNED = (Budget.Kind.BUDGET, Budget.Kind.ADJUSTMENT)


def planned_of(township: Any, unit: int | None, year: int) -> dict[tuple[str, str], Decimal]:
    """By side and by code (or name): the budget's amounts, then the adjustments' over them."""
    items = Disclosure.objects.public(township, clock.now()).filter(
        live__shape=Shape.BUDGET,
        live__budget__kind__in=PLANNED,
        live__budget__unit=unit,
        live__budget__year=year,
    )
    rows = items.select_related("live__budget").prefetch_related("live__budget_lines")
    parts = [item.live.budget for item in rows.order_by("published_at", "pk")]
    parts.sort(key=lambda part: part.kind != Budget.Kind.BUDGET)
    found: dict[tuple[str, str], Decimal] = {}
    for table in (Table.INCOME, Table.EXPENSE):
        lines = adjusted([], *(part.lines(table) for part in parts))
        found |= {(table.side, key): line.amount for key, line in lines.items()}
    return found
