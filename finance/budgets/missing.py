"""Why a budget or final account can't go on yet."""

from collections.abc import Iterator
from typing import Any

from finance.budgets.base import base_of
from finance.budgets.compare import compare
from finance.budgets.tables import REQUIRED, Table
from finance.budgets.tree import faults
from portal.core import clock

EXPLAINED = (Table.INCOME, Table.EXPENSE)


def missing(part: Any) -> Iterator[str]:
    """Sentences with the cure: tables that are missing, sums that don't add up, moves without a
    reason."""
    if part.approved_on and part.approved_on > clock.today():
        yield "批准日期在今天之后，请核对。"
    if part.kind == "adjustment":
        if not part.by_table:
            yield "没有填写调整了哪些科目，请至少填一行。"
    else:
        yield from _tables(part)
        yield from _sums(part)
    for table in EXPLAINED:
        yield from _reasons(part, table)


def _tables(part: Any) -> Iterator[str]:
    for table in REQUIRED:
        if not part.lines(table):
            yield f"没有{table.label}，请导入或填写。"


def _sums(part: Any) -> Iterator[str]:
    for table in Table:
        yield from faults(table.label, part.lines(table))
    income, expense = part.total(Table.INCOME), part.total(Table.EXPENSE)
    if income is not None and expense is not None and income != expense:
        yield (
            f"收入合计 {income:,.2f} 元，支出合计 {expense:,.2f} 元，"
            f"相差 {income - expense:,.2f} 元。"
            "收支要平衡，结转结余也要列进去。"
        )
    economic = part.total(Table.ECONOMIC)
    if economic is not None and expense is not None and economic != expense:
        yield (
            f"支出按功能分类合计 {expense:,.2f} 元，按经济分类合计 {economic:,.2f} 元，应当相等。"
        )


def _reasons(part: Any, table: Table) -> Iterator[str]:
    lines = part.lines(table)
    base = base_of(part, table) if lines else None
    if base is None:
        return
    name, before = base
    if part.kind == "adjustment":
        changed = {line.code or line.name for line in lines}
        before = {key: line for key, line in before.items() if key in changed}
    for moved in compare(before, lines):
        if moved.unexplained:
            gone = "。科目取消的，加一行金额为 0 并写明原因" if not moved.change.after else ""
            yield (
                f"{table.label}“{moved.code} {moved.name}”比{name}"
                f"{moved.change.words(' 元')}，没有写原因{gone}。"
            )
