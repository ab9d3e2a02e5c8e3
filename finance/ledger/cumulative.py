"""Sums of the year or quarter so far in a sheet that begins later: what can be said of them
without the periods before."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from finance.ledger import columns as named
from finance.ledger.sheet import NOTHING, LedgerSheet, PrintedTotal
from portal.spreadsheets.rows import Problem

YEARS_SUM = re.compile("年.{0,2}累计|年.{0,2}合计|年初|截[至止]|^累计|^1[-—~至到]")
QUARTERS_SUM = re.compile("季")


def reaches_back(sheet: LedgerSheet, printed: PrintedTotal) -> bool:
    """Whether a sum is of the year so far while the sheet begins later in the year."""
    month = begins(sheet).month
    if QUARTERS_SUM.search(printed.label):
        return month % 3 != 1
    return bool(YEARS_SUM.search(printed.label)) and month > 1


def begins(sheet: LedgerSheet) -> date:
    """The first day that the sheet is about; the year's where it tells none."""
    days = [sheet.span.first] if sheet.span else [entry.on for entry in sheet.entries]
    return min(days, default=date(1, 1, 1))


def ends(sheet: LedgerSheet) -> date:
    days = [sheet.span.last] if sheet.span else [entry.on for entry in sheet.entries]
    return max(days, default=date(1, 1, 1))


def unproven(sheet: LedgerSheet) -> Iterator[str]:
    for printed in sheet.printed:
        if reaches_back(sheet, printed):
            where = f"{printed.place}第 {printed.row} 行“{printed.label}”"
            yield f"{where}含以前各期，要与已入账的各期一起核对。"


def contradictions(sheet: LedgerSheet) -> Iterator[Problem]:
    """What all sums of the year so far hold from before the sheet is one amount."""
    if len({entry.on.year for entry in sheet.entries}) > 1:
        return
    sums = [one for one in sheet.printed if reaches_back(sheet, one)]
    sums = [one for one in sums if not QUARTERS_SUM.search(one.label)]
    for column, side in ((named.INCOME, "income"), (named.EXPENSE, "expense")):
        yield from _apart(sheet, column, side, sums)


def _apart(
    sheet: LedgerSheet, column: str, side: str, sums: list[PrintedTotal]
) -> Iterator[Problem]:
    before = [
        (one, stated, stated - added(sheet, side, one.after))
        for one in sums
        if (stated := getattr(one, side)) is not None
    ]
    # a sum of this sheet alone is proven, so the others are to be like it
    known = NOTHING if any(not base for *_, base in before) else None
    for one, stated, base in before:
        known = base if known is None else known
        if base != known:
            told = f"{one.place}“{one.label}”印的是 {stated:,.2f}，与表里其他累计"
            told += f"相比应为 {stated - base + known:,.2f}，请核对。"
            yield Problem(one.row, column, told)


def added(sheet: LedgerSheet, side: str, count: int) -> Decimal:
    return sum((getattr(entry, side) for entry in sheet.entries[:count]), NOTHING)
