"""What keeps a 三公经费 statement from the public: gaps, changes without a reason, counts that
can't be true, an explanation that the figures contradict (预算法 art. 14)."""

from collections.abc import Iterator
from datetime import date

from finance.sangong.changes import Change
from finance.sangong.counts import Counts, disagreements
from finance.sangong.figures import money
from finance.sangong.items import LEAVES
from finance.sangong.table import Row, Stage, Table

FIRST_YEAR = 2000


def missing(
    table: Table, counts: Counts, explanation: str, year: int, today: date
) -> Iterator[str]:
    """Each a sentence with the cure."""
    yield from _wrong_year(table.stage, year, today)
    for item in table.missing:
        columns = "、".join(table.headings)
        yield f"“{item.label}”一行没有填全，请填{columns}，没有发生的填 0。"
    if table.missing:
        return
    for item in LEAVES:
        yield from _unexplained(table.row(item))
    if table.stage is Stage.FINAL:
        if counts.missing:
            yield f"决算公开要填{'、'.join(counts.missing)}，没有发生的填 0。"
        yield from disagreements(counts, {item: table.row(item).now for item in LEAVES})
    for sentence in table.told_wrongly(explanation):
        yield f"说明文字：{sentence}"


def _wrong_year(stage: Stage, year: int, today: date) -> Iterator[str]:
    latest = today.year - 1 if stage is Stage.FINAL else today.year + 1
    if not FIRST_YEAR <= year <= latest:
        why = "年度结束后才有决算" if stage is Stage.FINAL else "请核对年度"
        yield f"{year} 年度的{stage.label}还不能公开：{why}。"


def _unexplained(row: Row) -> Iterator[str]:
    if row.since_before.amount and not row.reason_before.strip():
        yield _ask(row, row.since_before, "上年", "比上年增减的原因")
    since = row.since_budget
    if since is not None and since.amount and not row.reason_budget.strip():
        yield _ask(row, since, "预算", "比预算增减的原因")


def _ask(row: Row, change: Change, base: str, field: str) -> str:
    return (
        f"{row.label} {money(change.after)} 万元，{base} {money(change.before)} 万元，"
        f"{change.words(' 万元')}，没有写原因。请填写“{field}”。"
    )
