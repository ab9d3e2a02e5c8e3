"""Entries as a table to take away."""

from collections.abc import Iterable, Iterator
from typing import Any

from finance.accounts.models import Subject
from finance.ledger.models import LedgerEntry
from finance.ledger.states import State

COLUMNS = (
    "日期",
    "凭证号",
    "账户",
    "科目",
    "用途",
    "收入（元）",
    "支出（元）",
    "余额（元）",
    "收（付）款方",
    "经手人",
    "决议索引号",
    "项目索引号",
    "冲销",
    "备注",
    "账期",
    "账期摘要值",
    "网址",
)


def lines(entries: Iterable[LedgerEntry], site: str) -> Iterator[tuple[Any, ...]]:
    """`site` is the scheme and host before each address; entries carry `balance` (with_balance)."""
    for entry in entries:
        income = entry.direction == Subject.Direction.INCOME
        yield (
            entry.on,
            entry.voucher,
            entry.account.name,
            entry.subject.name,
            entry.purpose,
            entry.amount if income else "",
            "" if income else entry.amount,
            round(entry.balance, 2),  # type: ignore[attr-defined]
            entry.counterparty,
            entry.handler,
            entry.resolution.index_number if entry.resolution else "",
            entry.project.index_number if entry.project else "",
            correction(entry),
            entry.remark,
            entry.period.name,
            entry.period.digest,
            site + entry.get_absolute_url(),
        )


def correction(entry: LedgerEntry) -> str:
    """What this entry takes back, or by what it was taken back."""
    if entry.reverses is not None:
        return f"红字冲销 {entry.reverses.on:%Y-%m-%d} 的一笔：{entry.reason}"
    taken_back = taken_back_by(entry)
    return f"已于 {taken_back.on:%Y-%m-%d} 红字冲销" if taken_back else ""


def taken_back_by(entry: LedgerEntry) -> LedgerEntry | None:
    """The red letters that residents may already read."""
    found = getattr(entry, "reversed_by", None)
    return found if found is not None and found.period.state == State.PUBLISHED else None
