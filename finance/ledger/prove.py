"""Whether a sheet agrees with itself: each printed balance and total against the computed one."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import accumulate

from finance.ledger import columns as named
from finance.ledger.sheet import NOTHING, Entry, LedgerSheet, PrintedTotal
from portal.spreadsheets.rows import Problem

YEARS_SUM = re.compile("年.{0,2}累计|年.{0,2}合计|年初|截[至止]|^累计|^1[-—~至到]")
QUARTERS_SUM = re.compile("季")


def prove(sheet: LedgerSheet) -> LedgerSheet:
    """`sheet` with a problem for every printed figure that its entries contradict."""
    if sheet.problems:
        return sheet
    if sheet.opening is None:
        sheet = replace(sheet, opening=_told_opening(sheet))
    found = [*_balances(sheet), *_totals(sheet), *_twins(sheet)]
    if not any(entry.place for entry in sheet.entries):
        found.sort(key=lambda problem: problem.row)
    return replace(sheet, unproven=tuple(_unproven(sheet)), problems=tuple(found))


def _told_opening(sheet: LedgerSheet) -> Decimal | None:
    """Without an opening row the first printed balance tells what was there before."""
    running = [NOTHING, *_running(sheet)]
    told = [(place, one.balance) for place, one in enumerate(sheet.entries, start=1)]
    told += [(printed.after, printed.balance) for printed in sheet.printed]
    known = ((place, balance) for place, balance in told if balance is not None)
    first = min(known, key=lambda one: one[0], default=None)
    return None if first is None else first[1] - running[first[0]]


def _running(sheet: LedgerSheet) -> list[Decimal]:
    """The balance after each entry."""
    steps = (entry.income - entry.expense for entry in sheet.entries)
    return list(accumulate(steps, initial=sheet.opening or NOTHING))[1:]


def _balances(sheet: LedgerSheet) -> Iterator[Problem]:
    """The first wrong balance of a run is told; those after it follow from it."""
    offset = NOTHING
    for entry, computed in zip(sheet.entries, _running(sheet), strict=True):
        if entry.balance is None or entry.balance - computed == offset:
            continue
        offset = entry.balance - computed
        if offset:
            yield Problem(
                entry.row,
                named.BALANCE,
                f"{entry.place}表上余额 {entry.balance:,.2f}，按上一行余额加收入减支出应为 "
                f"{computed:,.2f}，相差 {offset:,.2f}。请核对这一行的金额和余额。",
            )


def _totals(sheet: LedgerSheet) -> Iterator[Problem]:
    """A printed total is right if it is the sum since any printed total above it, or of all."""
    for printed in sheet.printed:
        if _reaches_back(sheet, printed):
            yield from _total_balance(sheet, printed)
            continue
        starts = {0, *(other.after for other in sheet.printed if other.after < printed.after)}
        yield from _sums(sheet, printed, sorted(starts, reverse=True))
        yield from _total_balance(sheet, printed)


def _reaches_back(sheet: LedgerSheet, printed: PrintedTotal) -> bool:
    """Whether a sum is of the year so far while the sheet begins later in the year."""
    days = [sheet.span.first] if sheet.span else [entry.on for entry in sheet.entries]
    begins = min(days).month if days else 1
    if QUARTERS_SUM.search(printed.label):
        return begins % 3 != 1
    return bool(YEARS_SUM.search(printed.label)) and begins > 1


def _unproven(sheet: LedgerSheet) -> Iterator[str]:
    for printed in sheet.printed:
        if _reaches_back(sheet, printed):
            where = f"{printed.place}第 {printed.row} 行“{printed.label}”"
            yield f"{where}含以前各期，要与已入账的各期一起核对。"


def _sums(sheet: LedgerSheet, printed: PrintedTotal, starts: list[int]) -> Iterator[Problem]:
    for column, stated, sums in (
        (named.INCOME, printed.income, _from(sheet, printed, starts, "income")),
        (named.EXPENSE, printed.expense, _from(sheet, printed, starts, "expense")),
    ):
        if stated is not None and stated not in sums:
            yield Problem(
                printed.row,
                column,
                f"{printed.place}“{printed.label}”印的是 {stated:,.2f}，逐笔相加是 "
                f"{' 或 '.join(f'{one:,.2f}' for one in dict.fromkeys(sums))}，请核对。",
            )


def _from(sheet: LedgerSheet, printed: PrintedTotal, starts: list[int], side: str) -> list[Decimal]:
    entries = sheet.entries
    sums = [
        sum((getattr(entry, side) for entry in entries[start : printed.after]), NOTHING)
        for start in starts
    ]
    if side == "income" and sheet.opening_among_income and sheet.opening is not None:
        sums.append(sums[-1] + sheet.opening)
    return sums


def _total_balance(sheet: LedgerSheet, printed: PrintedTotal) -> Iterator[Problem]:
    if printed.balance is None:
        return
    running = _running(sheet)
    computed = running[printed.after - 1] if printed.after else sheet.opening or NOTHING
    if printed.balance != computed:
        yield Problem(
            printed.row,
            named.BALANCE,
            f"{printed.place}“{printed.label}”的余额印的是 {printed.balance:,.2f}，"
            f"计算是 {computed:,.2f}，请核对。",
        )


def _twins(sheet: LedgerSheet) -> Iterator[Problem]:
    """Entries that stand there twice, word for word."""
    seen: dict[tuple[object, ...], Entry] = {}
    for entry in sheet.entries:
        what = (entry.on, entry.voucher, entry.direction, entry.amount, entry.purpose)
        key = (*what, entry.counterparty, entry.handler)
        if key in seen:
            yield Problem(
                entry.row,
                "",
                f"{entry.place}与{seen[key].place}第 {seen[key].row} 行完全相同；"
                "确实是两笔的，请在用途中写出区别，重复的请删除。",
            )
        seen.setdefault(key, entry)
