"""Why a budget, an adjustment or a final account can't go on yet."""

from collections.abc import Iterator, Mapping
from typing import Any

from finance.budgets.base import Base, base_of, last_final_of, others_like
from finance.budgets.compare import Moved, adjusted, compare, key_of
from finance.budgets.sums import disagreements
from finance.budgets.tables import REQUIRED, Table, code_fault
from finance.budgets.tree import faults
from portal.core import clock

EXPLAINED = (Table.INCOME, Table.EXPENSE)


def missing(part: Any) -> Iterator[str]:
    """Sentences with the cure: tables that are missing, sums that don't add up, moves without a
    reason."""
    base = base_of(part)
    yield from _untimely(part)
    for table in Table:
        for line in part.lines(table):
            if told := code_fault(table, line.code):
                yield f"{table.label}：{told}"
    if part.kind == "adjustment":
        yield from _adjusted(part, base)
    else:
        yield from _whole(part)
    if base:
        yield from _unexplained(part, base, "reason")
    if last := last_final_of(part):
        yield from _unexplained(part, last, "reason_last")


def _untimely(part: Any) -> Iterator[str]:
    today = clock.today()
    if part.approved_on and part.approved_on > today:
        yield "批准日期在今天之后，请核对。"
    if part.kind == "final" and part.year >= today.year:
        yield f"{part.year}年还没有过完，年度结束后才有决算，请核对年度。"
    if part.kind != "final" and part.year > today.year + 1:
        yield f"{part.year}年的预算还早，请核对年度。"


def _whole(part: Any) -> Iterator[str]:
    """A budget or a final account stands for itself."""
    for other in others_like(part):
        yield (
            f"{other}已经公开（《{other.edition.title}》）。"
            "要改请修订那一份；年中改预算请选“预算调整”。"
        )
    for table in REQUIRED:
        if not part.lines(table):
            yield f"没有{table.label}，请导入或填写。"
    for table in Table:
        yield from faults(table.label, part.lines(table))
    yield from disagreements({table: part.lines(table) for table in Table})


def _adjusted(part: Any, base: Base | None) -> Iterator[str]:
    """An adjustment is right where the budget is right after it."""
    if not part.by_table:
        yield "没有填写调整了哪些科目，请至少填一行。"
        return
    if base is None:
        yield f"没有找到公开的{part.year}年预算。请先公开预算，再公开它的调整。"
        return
    now = {
        table: list(adjusted(base.lines(table).values(), part.lines(table)).values())
        for table in Table
    }
    for table in Table:
        if part.lines(table):
            yield from (
                f"{told}调整了下级科目，上级科目也要按新的合计填一行。"
                for told in faults(f"调整后的{table.label}", now[table])
            )
    yield from (f"调整以后，{told}" for told in disagreements(now))


def _unexplained(part: Any, base: Base, why: str) -> Iterator[str]:
    field = part.edition.budget_lines.model._meta.get_field(why).verbose_name
    for table in EXPLAINED:
        before = _compared(part, base, table)
        for moved in compare(before, part.lines(table), why=why) if before else ():
            if moved.unexplained:
                yield _asked(moved, table, base.name, str(field))


def _compared(part: Any, base: Base, table: Table) -> Mapping[str, Any]:
    """The base's lines; for an adjustment those alone that it names."""
    before = base.lines(table)
    if part.kind != "adjustment":
        return before if part.lines(table) else {}
    named = {key_of(line) for line in part.lines(table)}
    return {key: line for key, line in before.items() if key in named}


def _asked(moved: Moved, table: Table, base: str, field: str) -> str:
    cure = f"请填写“{field}”。"
    if not moved.change.after:
        cure = f"科目取消的，加一行金额为 0，并填写“{field}”。"
    name = f"{moved.code} {moved.name}".strip()
    return f"{table.label}“{name}”比{base}{moved.change.words(' 元')}，没有写原因。{cure}"
