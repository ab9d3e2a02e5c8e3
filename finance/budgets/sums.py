"""Whether the tables of one set agree with each other. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from finance.budgets.tables import Table
from finance.budgets.tree import total

Tables = Mapping[Table, Sequence[Any]]


def sum_of(tables: Tables, table: Table) -> Decimal | None:
    """None where the table isn't there."""
    lines = tables.get(table)
    return total(lines) if lines else None


def disagreements(tables: Tables) -> Iterator[str]:
    """Income is expense; what was done is how it was spent (where both are given)."""
    income, expense = sum_of(tables, Table.INCOME), sum_of(tables, Table.EXPENSE)
    economic = sum_of(tables, Table.ECONOMIC)
    if income is not None and expense is not None and income != expense:
        yield (
            f"收入合计 {income:,.2f} 元，支出合计 {expense:,.2f} 元，"
            f"相差 {income - expense:,.2f} 元。收支要平衡，结转结余也要列进去。"
        )
    if economic is not None and expense is not None and economic != expense:
        yield (
            f"支出按功能分类合计 {expense:,.2f} 元，按经济分类合计 {economic:,.2f} 元，应当相等。"
        )
