"""The rows of one sheet as lines of a table; every bad cell is told by row and column."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from finance.budgets.book import Book, ReadLine, Taken
from finance.budgets.headings import (
    AMOUNT,
    BARE,
    CODE,
    LEVELS,
    NAME,
    REASON,
    REASON_LAST,
    shown,
)
from finance.budgets.tables import Table, code_fault
from finance.budgets.tree import total, twins, wrong_lines
from finance.wan.amounts import yuan_in
from portal.spreadsheets.cells import BadCell
from portal.spreadsheets.rows import Row
from portal.spreadsheets.rows import Table as Found

MOST = Decimal(10) ** 12  # what a line can hold
LONGEST = {NAME: 80, REASON: 200, REASON_LAST: 200}
BLANK = ("", "-", "—", "--")
# a sum of what stands above it, of a part that nobody names, and of everything
SUM_ABOVE = re.compile(r"本年.{0,12}合计")
PART_SUM = re.compile(r".{0,12}小计")
SUM = re.compile(r".{0,12}(合计|总计)")
NUMBERING = ("栏次", "栏次:", "行次")  # a row that numbers the columns


@dataclass(frozen=True)
class PrintedSum:
    """A sum as the sheet prints it, of its first `lines` lines (None: of all)."""

    row: int
    amount: Decimal
    lines: int | None


def read_rows(found: Found, taken: Taken, read: Book) -> list[PrintedSum]:
    """Put the lines of `found` into `taken` and what is wrong into `read`; returns the sums."""
    known: dict[str, str] = {}
    sums = []
    totals = {row.number for row in found.totals}
    for row in sorted((*found.rows, *found.totals), key=lambda row: row.number):
        label, code = _plain(row, NAME), code_of(row, known)
        told = label or code
        if told in NUMBERING or (not told and shown(row.values.get(AMOUNT)) in BARE):
            continue  # what is left of a heading in two rows
        amount = _amount(row, label, code, taken, read)
        if amount is None:
            continue
        if not code.isdecimal() and PART_SUM.fullmatch(told):
            read.noted.append(f"《{taken.sheet}》第 {row.number} 行“{told}”是小计，没有导入")
        elif not code.isdecimal() and (row.number in totals or SUM.fullmatch(told)):
            above = len(taken.lines) if SUM_ABOVE.fullmatch(told) else None
            sums.append(PrintedSum(row.number, amount, above))
        elif line := _line(row, label, code, amount, taken, read):
            taken.lines.append(line)
    return sums


def check_sums(taken: Taken, sums: list[PrintedSum], read: Book) -> None:
    """Printed sums against computed ones."""
    for one in sums:
        computed = total(taken.lines[: one.lines])
        if one.amount != computed:
            told = f"合计印的是 {one.amount:,.2f} 元，各科目相加是 {computed:,.2f} 元，请核对。"
            read.wrong(taken.sheet, one.row, AMOUNT, told)


def check_tree(taken: Taken, read: Book, *, whole: bool) -> None:
    """Lines that stand there twice; in a `whole` table also classes that aren't the sum of what is
    below them."""
    for line, told in wrong_lines(taken.lines) if whole else twins(taken.lines):
        read.wrong(taken.sheet, line.row, AMOUNT, told)


def code_of(row: Row, known: dict[str, str]) -> str:
    """From one column, or put together from 类, 款 and 项. `known` keeps the levels above: merged
    cells are empty below their first row."""
    if code := _plain(row, CODE):
        return code
    given = [_plain(row, level) for level in LEVELS]
    deepest = max((place for place, text in enumerate(given) if text), default=-1)
    code = ""
    for place, level in enumerate(LEVELS[: deepest + 1]):
        if given[place]:
            known.update({level: given[place]}, **dict.fromkeys(LEVELS[place + 1 :], ""))
        code = _joined(code, known.get(level, ""))
    return code


def _joined(above: str, text: str) -> str:
    """208 and 2 are 20802; some sheets write the whole code at each level."""
    if not above or text.startswith(above):
        return text
    return above + (text.zfill(2) if text else "")


def _plain(row: Row, column: str) -> str:
    """Without spaces (names are indented by them) and full-width forms of digits."""
    text = "".join(shown(row.values.get(column)).split())
    return text if column == NAME else unicodedata.normalize("NFKC", text)


def _amount(row: Row, label: str, code: str, taken: Taken, read: Book) -> Decimal | None:
    cell = row.values.get(AMOUNT, "")
    if shown(cell) in BLANK:
        if code:
            read.wrong(taken.sheet, row.number, AMOUNT, "金额是空的，没有的请填 0。")
        elif label:
            told = f"《{taken.sheet}》第 {row.number} 行“{label[:20]}”没有金额，没有导入"
            read.noted.append(told)
        return None
    try:
        yuan = yuan_in(cell, taken.unit)
    except BadCell as refusal:
        read.wrong(taken.sheet, row.number, AMOUNT, str(refusal))
        return None
    if abs(yuan) >= MOST:
        told = f"“{shown(cell)}”{taken.unit}太大，请核对单位是元还是万元。"
        read.wrong(taken.sheet, row.number, AMOUNT, told)
        return None
    return yuan


def _line(
    row: Row, label: str, code: str, amount: Decimal, taken: Taken, read: Book
) -> ReadLine | None:
    words = {name: shown(row.values.get(name)) for name in (REASON, REASON_LAST)}
    wrong = list(_wrong(label, code, words, taken.table))
    for column, message in wrong:
        read.wrong(taken.sheet, row.number, column, message)
    if wrong:
        return None
    if taken.table is Table.PROJECTS:  # several have one code: they are told apart by name
        code = ""
    why, last = words[REASON], words[REASON_LAST]
    return ReadLine(row.number, taken.table, code, label, amount, why, last)


def _wrong(label: str, code: str, words: dict[str, str], table: Table) -> Iterator[tuple[str, str]]:
    if not label:
        yield NAME, "科目名称是空的，请填写。"
    if label.startswith("其中") and not code:
        yield CODE, f"“{label[:20]}”没有编码，分不清属于哪个科目。请填编码，或删去这一行。"
    if told := code_fault(table, code):
        yield CODE, told
    for column, text in {NAME: label, **words}.items():
        if len(text) > LONGEST[column]:
            yield column, f"有 {len(text)} 个字，最多 {LONGEST[column]} 个，请写短一些。"
