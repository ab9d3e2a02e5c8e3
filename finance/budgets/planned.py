"""What the public budget of a unit's year plans, as adjusted up to a day, line by line."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from finance.budgets.public import Plan, plan_of, public_parts
from finance.budgets.tables import Table

# side and code, or name where there is no code
Planned = dict[tuple[str, str], Decimal]


@dataclass(frozen=True)
class YearPlan:
    """Read once, asked for each month."""

    plan: Plan

    def at(self, day: date) -> Planned:
        """The amounts in force on `day`: what was approved later is no measure of it. An adjustment
        without a day of approval counts from the beginning."""
        known = [one for one in self.plan.adjustments if _since(one) <= day]
        plan = Plan(self.plan.budget, known)
        return {
            (table.side.value, key): line.amount
            for table in (Table.INCOME, Table.EXPENSE)
            for key, line in plan.lines(table).items()
        }


def year_plan(township: Any, unit: int | None, year: int) -> YearPlan:
    kinds = ("budget", "adjustment")
    return YearPlan(plan_of(public_parts(township, kind__in=kinds, unit=unit, year=year)))


def _since(adjustment: Any) -> date:
    return adjustment.approved_on or date.min
