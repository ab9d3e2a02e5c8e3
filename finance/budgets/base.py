"""What an edition is measured against: public editions of the same unit alone."""

from typing import Any

from disclosures.items.models import Disclosure
from disclosures.items.shapes import Shape
from finance.budgets.compare import adjusted
from finance.budgets.tables import Table
from portal.core import clock


def base_of(part: Any, table: Table) -> tuple[str, dict[str, Any]] | None:
    """The name of the base and its lines by key: for a final account and an adjustment the budget
    of the year (as adjusted), for a budget last year's; None where none is public."""
    if part.kind == "budget":
        base, name = _public(part, "budget", part.year - 1), "上年预算"
    else:
        base, name = _public(part, "budget", part.year), "预算"
    if not base or not base[0].lines(table):
        return None
    changes = [] if part.kind == "budget" else _public(part, "adjustment", part.year)
    told = "调整后预算" if part.kind == "final" and changes else name
    return told, adjusted(base[0].lines(table), *(one.lines(table) for one in changes))


def _public(part: Any, kind: str, year: int) -> list[Any]:
    """Public parts of the same unit, the earliest first; never the item that `part` belongs to."""
    items = Disclosure.objects.public(part.township, clock.now()).filter(
        live__shape=Shape.BUDGET,
        live__budget__kind=kind,
        live__budget__year=year,
        live__budget__unit=part.unit_id,
    )
    found = items.exclude(pk=part.edition.disclosure_id).order_by("published_at", "pk")
    rows = found.select_related("live__budget").prefetch_related("live__budget_lines")
    return [item.live.budget for item in rows]
