"""Reading what an accountant keeps: all tables of a workbook, the way that its figures prove."""

import re
from collections.abc import Mapping
from dataclasses import replace

from finance.ledger import columns as named
from finance.ledger.days import Span
from finance.ledger.newest_first import turned
from finance.ledger.prove import prove
from finance.ledger.read_table import read_table
from finance.ledger.reading import Reading
from finance.ledger.sheet import Direction, LedgerSheet, place_of
from finance.ledger.table import LedgerTable, find_ledger, halves
from portal.spreadsheets.read import Unreadable, Workbook, read_workbook
from portal.spreadsheets.rows import Problem

HIDDEN = {"hidden": "隐藏的工作表", "very hidden": "深度隐藏的工作表"}
NO_TABLE = (
    "没有找到收支明细表。请保留表头，表头里要有日期、用途（摘要）和收入、支出（或收支、金额）。"
)

SEVERAL_ACCOUNTS = (
    "工作表分属不同的账户（{names}），合在一起对不上任何一个账户。"
    "请按账户分开导入，一个文件只留一个账户。"
)
# how worksheets tell whose book they are
ACCOUNTS = {
    "现金": re.compile("现金"),
    "银行存款": re.compile("银行|存款|基本户"),
    "专户": re.compile("专户|专账|一事一议"),
}


def read_entries(
    data: bytes,
    name: str,
    *,
    year: int | None = None,
    mapping: Mapping[str, str] | None = None,
) -> LedgerSheet:
    """All entries in `data`, proven against what the sheet prints; nothing is stored.

    `name` is the file's name: its year helps where the title has none, and `year` beats both.
    `mapping` corrects columns by hand: the sheet's heading to our column, "" to leave it out.
    """
    try:
        workbook = read_workbook(data, name)
    except Unreadable as refusal:
        return LedgerSheet(problems=(Problem(0, "", str(refusal)),))
    reading = Reading()
    given = (workbook, name, year, mapping)
    if not any(sheet.red for sheet in workbook.sheets):
        return _either_way(*given)
    reading.red_letters = True
    as_red = _understood(*given, reading)
    if as_red.ok:
        return as_red
    # red may be nothing but emphasis: what the printed balances prove is right
    plain = _either_way(*given)
    return plain if plain.ok else as_red


def _either_way(
    workbook: Workbook, name: str, year: int | None, mapping: Mapping[str, str] | None
) -> LedgerSheet:
    """The usual way to read a book, or another where only that is proven by what it prints."""
    book = _understood(workbook, name, year, mapping, Reading())
    if _spends_below_nothing(book):
        turned = _understood(workbook, name, year, mapping, Reading(minus_spent=True))
        return turned if turned.ok else book
    if book.ok or mapping or len(sides := _sides_of_a_bank(book)) < 2:
        return book
    statement = _understood(workbook, name, year, sides, Reading())
    return statement if statement.ok else book


def _spends_below_nothing(book: LedgerSheet) -> bool:
    """Whether every payment is printed with a minus, and what is printed beside contradicts that
    they all take back: then the minus is but the way to print payments."""
    spent = [entry.amount for entry in book.entries if entry.direction is Direction.EXPENSE]
    return bool(spent) and max(spent) < 0 and not book.ok


def _sides_of_a_bank(book: LedgerSheet) -> dict[str, str]:
    """A bank's statement has 借 for what went out, a village's book for what came in."""
    other = {named.INCOME: named.EXPENSE, named.EXPENSE: named.INCOME}
    return {
        heading: other[ours]
        for ours, heading in book.columns.items()
        if ours in other and re.search("[借贷]", heading)
    }


def _understood(
    workbook: Workbook,
    name: str,
    year: int | None,
    mapping: Mapping[str, str] | None,
    reading: Reading,
) -> LedgerSheet:
    hidden = tuple(f"{HIDDEN[s.hidden]}《{s.name}》，没有读取" for s in workbook.sheets if s.hidden)
    sheets = [half for sheet in workbook.sheets if not sheet.hidden for half in halves(sheet)]
    found = [table for sheet in sheets if (table := find_ledger(sheet, mapping))]
    # beside books with days a sheet without is a summary of them
    found = [table for table in found if table.dated] or found[:1]
    for table in found:
        reading.place = place_of(table.sheet.name) if len(found) > 1 else ""
        read_table(table, name, year, reading)
    if not found:
        reading.wrong(0, "", NO_TABLE)
    if len(several := _accounts_named(found)) > 1:
        reading.wrong(0, "", SEVERAL_ACCOUNTS.format(names="、".join(several)))
    proven = _proven(_as_sheet(reading, hidden))
    names = tuple(dict.fromkeys(table.sheet.name for table in found))
    return replace(proven, worksheets=names, problems=(*proven.problems, *reading.strays))


def _proven(sheet: LedgerSheet) -> LedgerSheet:
    """Read from above or, where only that agrees with what is printed, from below."""
    proven = prove(sheet)
    if proven.ok or not sheet.ok:
        return proven
    return next((found for found in map(prove, turned(sheet)) if found.ok), proven)


def _accounts_named(tables: list[LedgerTable]) -> list[str]:
    """The accounts that the worksheets' names tell of: added up they would be no account's book."""
    names = [table.sheet.name for table in tables]
    return [label for label, like in ACCOUNTS.items() if any(like.search(name) for name in names)]


def _as_sheet(reading: Reading, hidden: tuple[str, ...]) -> LedgerSheet:
    spans = reading.spans
    return LedgerSheet(
        entries=tuple(reading.entries),
        opening=reading.opening,
        opening_row=reading.opening_row,
        opening_among_income=reading.opening_among_income,
        closing=reading.closing,
        printed=tuple(reading.printed),
        columns=reading.columns,
        span=Span(min(s.first for s in spans), max(s.last for s in spans)) if spans else None,
        unit=reading.unit,
        hidden=hidden,
        unknown=tuple(dict.fromkeys(reading.unknown)),
        left_out=tuple(reading.left_out),
        problems=tuple(reading.problems),
    )
