"""A budget's tables for templates."""

from decimal import Decimal

from django import template
from django.urls import reverse

from finance.budgets.inside import page_of
from finance.budgets.models import Budget
from finance.budgets.tables import Table
from finance.budgets.tree import Node, forest, total, walk
from finance.budgets.unit_year import TOWNSHIP, UnitYear

register = template.Library()


@register.filter
def tables_of(part: Budget) -> list[tuple[Table, list[Node], Decimal]]:
    """Each table that is there, its lines in order, and its sum."""
    return [
        (Table(table), list(walk(forest(lines))), total(lines))
        for table, lines in part.by_table.items()
    ]


@register.filter
def budget_page(part: Budget) -> str:
    slug = part.unit.slug if part.unit else TOWNSHIP
    return reverse("finance:budget-unit", args=[part.year, slug])


@register.simple_tag
def line_page(one: UnitYear, table: Table, code: str = "") -> str:
    """Where a class of a table opens into its lines."""
    return page_of(one, table, code)
