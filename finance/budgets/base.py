"""What an edition is measured against: public editions of the same unit alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from finance.budgets.compare import key_of
from finance.budgets.public import Plan, plan_of, public_parts
from finance.budgets.tables import Table


@dataclass(frozen=True)
class Base:
    """The lines to compare with, and what they are called."""

    name: str
    tables: Mapping[Table, Mapping[str, Any]]

    def lines(self, table: Table) -> Mapping[str, Any]:
        return self.tables.get(table, {})


def base_of(part: Any) -> Base | None:
    """For a final account the year's budget as adjusted, for an adjustment the same without those
    that came after it, for a budget last year's; None where none is public."""
    if part.kind == "budget":
        return _of_last_year(part, "budget", "上年预算")
    kinds = ("budget", "adjustment")
    found = public_parts(part.township, kind__in=kinds, year=part.year, unit=part.unit_id)
    plan = plan_of(one for one in found if _before(one, part))
    if plan.budget is None:
        return None
    return Base("调整后预算" if plan.adjustments else "预算", _in_force(plan))


def last_final_of(part: Any) -> Base | None:
    """For a final account last year's."""
    return _of_last_year(part, "final", "上年决算") if part.kind == "final" else None


def others_like(part: Any) -> list[Any]:
    """Public parts that say the same again: of its kind, unit and year, of another item."""
    found = public_parts(part.township, kind=part.kind, year=part.year, unit=part.unit_id)
    return [one for one in found if one.edition.disclosure_id != part.edition.disclosure_id]


def _of_last_year(part: Any, kind: str, name: str) -> Base | None:
    found = public_parts(part.township, kind=kind, year=part.year - 1, unit=part.unit_id)
    if not found:
        return None
    tables = {table: {key_of(line): line for line in found[-1].lines(table)} for table in Table}
    return Base(name, tables)


def _in_force(plan: Plan) -> dict[Table, dict[str, Any]]:
    return {table: plan.lines(table) for table in Table}


def _before(one: Any, part: Any) -> bool:
    """Whether `one` stood before `part`, which may be a draft or the revision of something public;
    a final account comes after all."""
    own = part.edition.disclosure
    other = one.edition.disclosure
    if other.pk == own.pk:
        return False
    if part.kind == "final" or own.first_published_at is None:
        return True
    return bool(other.first_published_at < own.first_published_at)
