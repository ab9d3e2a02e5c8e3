"""Reading an accountant's sheet: every row becomes an entry, a printed figure, or a problem."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from finance.ledger import columns as named
from finance.ledger.columns import COLUMNS
from finance.ledger.days import Span, months_of, read_day, span_of
from finance.ledger.prove import prove
from finance.ledger.sheet import NOTHING, Direction, Entry, LedgerSheet, PrintedTotal
from portal.spreadsheets.cells import BadCell, as_amount, as_text
from portal.spreadsheets.read import Sheet, Unreadable, Workbook, read_workbook
from portal.spreadsheets.rows import Problem, Row, Table, find_table

OPENING = re.compile(
    r"(上[期月季年]|期初|年初|月初|承前页|上页).{0,4}(结转|余额|结余|结存)|承前页|期初数?"
)
CLOSING = re.compile(r"(本[期月季年]|期末|年末|月末).{0,4}(余额|结余|结存)|结转下[期月季年]|过次页")
UNIT = re.compile(r"单位[::]?\s*(?:人民币)?\s*(万元|元)")
# amounts and days written as text
NUMBERS = re.compile(r"[\d.,()¥元\-—/年月日\s]*")
MONEY = (named.INCOME, named.EXPENSE, named.AMOUNT)
EMPTY = ("", "-", "—", "/", "\\")
TEN_THOUSAND = Decimal(10_000)
IN = re.compile("收|借|进")
OUT = re.compile("支|付|贷|出")
HIDDEN = {"hidden": "隐藏的工作表", "very hidden": "深度隐藏的工作表"}
TEXTS = {
    "subject": named.SUBJECT,
    "voucher": named.VOUCHER,
    "counterparty": named.COUNTERPARTY,
    "handler": named.HANDLER,
    "project": named.PROJECT,
    "resolution": named.RESOLUTION,
    "remark": named.REMARK,
}
NO_TABLE = (
    "没有找到收支明细表。请保留表头，表头里要有日期、用途（摘要）和收入、支出（或收支、金额）。"
)


@dataclass
class _Reading:
    """What has been understood so far, sheet by sheet."""

    span: Span | None = None
    unit: str = "元"
    place: str = ""  # the worksheet, where there are several
    entries: list[Entry] = field(default_factory=list)
    printed: list[PrintedTotal] = field(default_factory=list)
    columns: dict[str, str] = field(default_factory=dict)
    unknown: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    opening: Decimal | None = None
    closing: Decimal | None = None
    red_letters: bool = False  # whether a red amount is one below nothing

    def wrong(self, row: int, column: str, message: str) -> None:
        self.problems.append(Problem(row, column, f"{self.place}{message}"))

    @property
    def last_day(self) -> date | None:
        return self.entries[-1].on if self.entries else None


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
    reading = _Reading()
    given = (workbook, name, year, mapping)
    if not any(sheet.red for sheet in workbook.sheets):
        return _understood(*given, reading)
    reading.red_letters = True
    as_red = _understood(*given, reading)
    if as_red.ok:
        return as_red
    # red may be nothing but emphasis: what the printed balances prove is right
    plain = _understood(*given, _Reading())
    return plain if plain.ok else as_red


def _understood(
    workbook: Workbook,
    name: str,
    year: int | None,
    mapping: Mapping[str, str] | None,
    reading: _Reading,
) -> LedgerSheet:
    hidden = tuple(f"{HIDDEN[s.hidden]}《{s.name}》，没有读取" for s in workbook.sheets if s.hidden)
    found = [(s, table) for s in workbook.sheets if not s.hidden and (table := _table(s, mapping))]
    for sheet, table in found:
        reading.place = f"工作表《{sheet.name}》：" if len(found) > 1 else ""
        _read_table(sheet, table, name, year, reading)
    if not found:
        reading.wrong(0, "", NO_TABLE)
    read = LedgerSheet(
        entries=tuple(reading.entries),
        opening=reading.opening,
        closing=reading.closing,
        printed=tuple(reading.printed),
        columns=reading.columns,
        span=reading.span,
        unit=reading.unit,
        hidden=hidden,
        unknown=tuple(dict.fromkeys(reading.unknown)),
        problems=tuple(reading.problems),
    )
    return prove(read)


def _table(sheet: Sheet, mapping: Mapping[str, str] | None) -> Table | None:
    """The table of a sheet if it can be a ledger."""
    table = find_table(sheet, COLUMNS, mapping)
    if table is None or not {named.PURPOSE, named.SUBJECT} & table.places.keys():
        return None
    money = {named.INCOME, named.EXPENSE} & table.places.keys()
    return table if money or {named.DIRECTION, named.AMOUNT} <= table.places.keys() else None


def _read_table(sheet: Sheet, table: Table, name: str, year: int | None, reading: _Reading) -> None:
    header = sheet.rows[table.header - 1]
    reading.columns |= {ours: as_text(header[place]) for ours, place in table.places.items()}
    reading.unknown += table.unknown
    title = " ".join(table.above)
    told = span_of(title) or span_of(sheet.name) or span_of(name)
    reading.span = _years(year, told) if year else told or reading.span
    reading.unit = _unit(title, [as_shown(cell) for cell in header]) or reading.unit
    if named.DATE not in table.places and named.MONTH not in table.places:
        reading.wrong(table.header, named.DATE, "没有日期栏，请加上一栏写明每笔收支的日期。")
        return
    totals = {row.number for row in table.totals}
    for row in sorted((*table.rows, *table.totals), key=lambda row: row.number):
        _read_row(row, row.number in totals, sheet, reading, table.places)


def _unit(title: str, headings: list[str]) -> str:
    """元 or 万元 as the unit line or a heading says; empty where neither does."""
    told = UNIT.search(unicodedata.normalize("NFKC", title))
    if told:
        return told[1]
    return "万元" if any("万元" in heading for heading in headings) else ""


def _years(year: int, told: Span | None) -> Span:
    """The months that were told, in `year`."""
    first, last = (told.first.month, told.last.month) if told else (1, 12)
    return months_of(year, first, last)


def _read_row(
    row: Row, total: bool, sheet: Sheet, reading: _Reading, places: Mapping[str, int]
) -> None:
    label = _label(sheet.rows[row.number - 1])
    if OPENING.search(label):
        _opening(row, reading)
    elif total or CLOSING.search(label):
        _printed(row, label, reading)
    else:
        red = [name for name in MONEY if (row.number, places.get(name, -1) + 1) in sheet.red]
        _entry(row, reading, frozenset(red if reading.red_letters else ()))


def _label(cells: list[object]) -> str:
    """What a row that is no entry says of itself; empty where it has more than one word to say."""
    texts = [unicodedata.normalize("NFKC", cell) for cell in cells if isinstance(cell, str)]
    words = ["".join(text.split()) for text in texts if not NUMBERS.fullmatch(text)]
    return words[0] if len(words) == 1 else ""


def _opening(row: Row, reading: _Reading) -> None:
    for column in (named.BALANCE, named.INCOME, named.AMOUNT):
        amount = _money(row, column, reading)
        if amount is not None:
            if reading.opening is None and not reading.entries:
                reading.opening = amount
            return
    reading.wrong(row.number, named.BALANCE, "期初（上期结转）这一行没有金额，请填上期结余。")


def _printed(row: Row, label: str, reading: _Reading) -> None:
    income, expense, balance = (
        _money(row, name, reading) for name in (named.INCOME, named.EXPENSE, named.BALANCE)
    )
    if CLOSING.search(label) and balance is None:
        income, expense, balance = None, None, income if income is not None else expense
    place = len(reading.entries)
    reading.printed.append(
        PrintedTotal(row.number, label or "合计", income, expense, balance, place)
    )
    reading.closing = balance if balance is not None else reading.closing


def _entry(row: Row, reading: _Reading, red: frozenset[str]) -> None:
    before = len(reading.problems)
    on = _day(row, reading)
    way = _way(row, reading)
    if way is not None and red:
        way = way[0], -abs(way[1])
    purpose = _text(row, named.PURPOSE, reading)
    if named.PURPOSE in row.values and not purpose:
        reading.wrong(row.number, named.PURPOSE, "用途是空的，请写明这笔钱是做什么的。")
    texts = {field: _text(row, column, reading) for field, column in TEXTS.items()}
    balance = _money(row, named.BALANCE, reading)
    if len(reading.problems) > before or on is None or way is None:
        return
    direction, amount = way
    reading.entries.append(
        Entry(
            row.number,
            on,
            direction,
            amount,
            purpose or texts["subject"],
            balance=balance,
            **texts,
        )
    )


def _day(row: Row, reading: _Reading) -> date | None:
    cell = row.values.get(named.DATE, "")
    if named.DATE not in row.values or (named.MONTH in row.values and not as_shown(cell)):
        month, day = (as_shown(row.values.get(name)) for name in (named.MONTH, named.DAY))
        cell = f"{month}月{day}日" if month and day else ""
    try:
        return read_day(cell, reading.span, reading.last_day)
    except BadCell as refusal:
        reading.wrong(row.number, named.DATE, str(refusal))
        return None


def as_shown(cell: object) -> str:
    try:
        return as_text(cell)
    except BadCell:
        return str(cell)


def _way(row: Row, reading: _Reading) -> tuple[Direction, Decimal] | None:
    """Whether money came or went, and how much; None with a problem told."""
    if named.AMOUNT in row.values and named.DIRECTION in row.values:
        return _told_way(row, reading)
    income = _money(row, named.INCOME, reading) or NOTHING
    expense = _money(row, named.EXPENSE, reading) or NOTHING
    if income and expense:
        reading.wrong(row.number, "", "同一行既有收入又有支出，请分成两行。")
    elif income:
        return Direction.INCOME, income
    elif expense:
        return Direction.EXPENSE, expense
    elif not _refused(row, reading):
        reading.wrong(row.number, "", "收入和支出都是空的，请填金额；不是收支的行请删除。")
    return None


def _told_way(row: Row, reading: _Reading) -> tuple[Direction, Decimal] | None:
    told = as_shown(row.values[named.DIRECTION])
    amount = _money(row, named.AMOUNT, reading)
    direction = Direction.INCOME if IN.search(told) else Direction.EXPENSE
    if not IN.search(told) and not OUT.search(told):
        reading.wrong(row.number, named.DIRECTION, f"“{told}”看不出是收入还是支出，请写明。")
    elif amount is None and not _refused(row, reading):
        reading.wrong(row.number, named.AMOUNT, "金额是空的，请填写。")
    return (direction, amount) if amount is not None else None


def _refused(row: Row, reading: _Reading) -> bool:
    """Whether a cell of this row has been refused already."""
    return bool(reading.problems) and reading.problems[-1].row == row.number


def _money(row: Row, column: str, reading: _Reading) -> Decimal | None:
    """The cell in yuan; None where it is empty or was refused."""
    cell = row.values.get(column, "")
    if cell is None or (isinstance(cell, str) and cell.strip() in EMPTY):
        return None
    try:
        if reading.unit == "万元":
            return _whole_cents(as_amount(cell, places=6) * TEN_THOUSAND)
        return as_amount(cell)
    except BadCell as refusal:
        reading.wrong(row.number, column, str(refusal))
        return None


def _whole_cents(amount: Decimal) -> Decimal:
    return amount.quantize(NOTHING)


def _text(row: Row, column: str, reading: _Reading) -> str:
    try:
        return as_text(row.values.get(column, ""))
    except BadCell as refusal:
        reading.wrong(row.number, column, str(refusal))
        return ""
