"""Whether a sheet agrees with itself: each printed balance and total against the computed one."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import accumulate

from finance.ledger import columns as named
from finance.ledger.cumulative import contradictions, reaches_back, unproven
from finance.ledger.sheet import NOTHING, Entry, LedgerSheet, PrintedTotal
from portal.spreadsheets.rows import Problem


def prove(sheet: LedgerSheet) -> LedgerSheet:
    """`sheet` with a problem for every printed figure that its entries contradict."""
    if sheet.problems:
        return sheet
    if sheet.opening is None:
        sheet = replace(sheet, opening=_told_opening(sheet))
    sums = [*_totals(sheet), *contradictions(sheet)]
    found = [*_balances(sheet, sums_hold=not sums), *sums, *_twins(sheet)]
    if not any(entry.place for entry in sheet.entries):
        found.sort(key=lambda problem: problem.row)
    return replace(sheet, unproven=tuple(unproven(sheet)), problems=tuple(found))


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


def _told_balances(sheet: LedgerSheet) -> list[tuple[Entry | PrintedTotal, Decimal, Decimal]]:
    """Every printed balance, and the computed one beside it, from above."""
    running = [sheet.opening or NOTHING, *_running(sheet)]
    told: list[tuple[int, Entry | PrintedTotal]] = [*enumerate(sheet.entries, start=1)]
    told += [(printed.after, printed) for printed in sheet.printed]
    told.sort(key=lambda one: (one[0], isinstance(one[1], PrintedTotal)))
    return [(one, one.balance, running[place]) for place, one in told if one.balance is not None]


def _balances(sheet: LedgerSheet, *, sums_hold: bool) -> Iterator[Problem]:
    """The first wrong balance of a run is told; those after it follow from it."""
    told = _told_balances(sheet)
    offsets = {stated - computed for _, stated, computed in told}
    if sums_hold and sheet.opening_row and len(told) > 1 and len(offsets) == 1 and any(offsets):
        yield _wrong_opening(sheet, offsets.pop())
        return
    offset = NOTHING
    for one, stated, computed in told:
        if stated - computed not in (NOTHING, offset):
            yield _wrong_balance(one, stated, computed)
        if isinstance(one, Entry):
            offset = stated - computed


def _wrong_opening(sheet: LedgerSheet, offset: Decimal) -> Problem:
    """All balances are off by the same: the sheet doesn't open with what it counts from."""
    stated = sheet.opening or NOTHING
    first = f"，以及第 {sheet.entries[0].row} 行的金额" if sheet.entries else ""
    return Problem(
        sheet.opening_row,
        named.BALANCE,
        f"期初余额是 {stated:,.2f}，按下面各行的余额倒推应为 {stated + offset:,.2f}，"
        f"相差 {offset:,.2f}。请核对期初余额{first}。",
    )


def _wrong_balance(one: Entry | PrintedTotal, stated: Decimal, computed: Decimal) -> Problem:
    told = (
        f"“{one.label}”的余额印的是 {stated:,.2f}，计算是 {computed:,.2f}，请核对。"
        if isinstance(one, PrintedTotal)
        else f"表上余额 {stated:,.2f}，按上一行余额加收入减支出应为 {computed:,.2f}，"
        f"相差 {stated - computed:,.2f}。请核对这一行的金额和余额。"
    )
    return Problem(one.row, named.BALANCE, f"{one.place}{told}")


def _totals(sheet: LedgerSheet) -> Iterator[Problem]:
    """A printed total is right if it is the sum since any printed total above it, or of all."""
    for printed in sheet.printed:
        if reaches_back(sheet, printed):
            continue
        starts = {0, *(other.after for other in sheet.printed if other.after < printed.after)}
        yield from _sums(sheet, printed, sorted(starts, reverse=True))


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
