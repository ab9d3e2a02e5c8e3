"""Reading a workbook of budget tables: which sheet is which table, every bad cell told, nothing
stored."""

import re
import unicodedata

from finance.budgets.book import Book, Taken
from finance.budgets.headings import AMOUNT, NAME, columns_for, find_lines, shown
from finance.budgets.read_rows import check_sums, check_tree, read_rows
from finance.budgets.sums import disagreements
from finance.budgets.tables import COMPUTED, Table, table_named
from portal.spreadsheets.read import Sheet, Unreadable, read_workbook
from portal.spreadsheets.rows import Table as Found

UNIT = re.compile(r"单位[::]?\s*(?:人民币)?\s*(万元|元)")
YEAR = re.compile(r"(20\d\d)\s*年")
ADJUSTMENT, FINAL = "adjustment", "final"


def read_budget(data: bytes, name: str, *, kind: str, year: int) -> Book:
    """Every table of the workbook `data` as one of `kind` and `year`; `name` is the file's name."""
    read = Book()
    try:
        workbook = read_workbook(data, name)
    except Unreadable as refusal:
        read.wrong("", 0, "", str(refusal))
        return read
    for sheet in workbook.sheets:
        _read_sheet(sheet, kind, year, read)
    if not read.taken and not read.problems:
        names = "、".join(table.label for table in Table)
        read.wrong("", 0, "", f"没有认出预算表。工作表的名称或标题请写成：{names}。")
    if kind != ADJUSTMENT and not read.problems:
        for told in disagreements({table: read.of(table) for table in Table}):
            read.wrong("", 0, "", told)
    return read


def _read_sheet(sheet: Sheet, kind: str, year: int, read: Book) -> None:
    if sheet.hidden:
        read.left_out.append(f"《{sheet.name}》是隐藏的工作表，没有读取")
        return
    found = find_lines(sheet, columns_for(kind, year))
    title = " ".join(found.above) if found else ""
    table = table_named(sheet.name, title)
    if table is None:
        repeated = any(name in sheet.name + title for name in COMPUTED.values())
        why = "由系统从其他表计算，不用导入" if repeated else "不是预算明细表，没有读取"
        read.left_out.append(f"《{sheet.name}》{why}")
    elif any(one.table is table for one in read.taken):
        read.wrong(sheet.name, 0, "", f"前面已经有一张{table.label}，请合并成一张。")
    elif found is None or NAME not in found.places or AMOUNT not in found.places:
        read.wrong(sheet.name, 0, "", _no_header(kind))
    else:
        _read_table(sheet, found, table, kind, year, read)


def _no_header(kind: str) -> str:
    usual = {"budget": "预算数", ADJUSTMENT: "调整后预算数", FINAL: "决算数"}[kind]
    return f"没有找到表头，应有“{NAME}”和“{usual}”（或“{AMOUNT}”）两栏。"


def _read_table(sheet: Sheet, found: Found, table: Table, kind: str, year: int, read: Book) -> None:
    columns = {name: _letters(place) for name, place in found.places.items()}
    taken = Taken(sheet.name, table, _unit(sheet, found, read), columns)
    read.taken.append(taken)
    _check_title(sheet, found, kind, year, read)
    if sheet.hidden_rows:
        rows = "、".join(map(str, sheet.hidden_rows[:20]))
        read.noted.append(f"《{sheet.name}》的隐藏行 {rows} 照常读取，请核对")
    sums = read_rows(found, taken, read)
    if read.is_right(sheet.name):  # sums without a bad line's amount would be told for nothing
        check_sums(taken, sums, read)
        check_tree(taken, read, whole=kind != ADJUSTMENT)


def _check_title(sheet: Sheet, found: Found, kind: str, year: int, read: Book) -> None:
    """A file of another year, or a final account in place of a budget."""
    titles = [text for text in (*found.above, sheet.name) if re.search("[预决]算|表", text)]
    years = {int(told) for text in titles for told in YEAR.findall(text)}
    if years and year not in years:
        told = "、".join(f"{one}年" for one in sorted(years))
        read.wrong(sheet.name, 0, "", f"标题写的是{told}，这份稿件是{year}年，请核对文件。")
    if kind != FINAL and any("决算" in text and "预算" not in text for text in titles):
        read.wrong(sheet.name, 0, "", "标题写的是决算，这份稿件是预算，请核对文件或稿件的种类。")


def _unit(sheet: Sheet, found: Found, read: Book) -> str:
    """What the unit line or the heading says; yuan where neither does."""
    words = " ".join((*found.above, *map(shown, sheet.rows[found.header - 1])))
    plain = unicodedata.normalize("NFKC", words)
    if told := UNIT.search(plain):
        return told[1]
    if "万元" in plain:
        return "万元"
    if "元" not in plain:
        read.noted.append(f"《{sheet.name}》没有写单位，按元读取，请核对")
    return "元"


def _letters(place: int) -> str:
    """0 → A, 26 → AA."""
    letters, number = "", place + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
