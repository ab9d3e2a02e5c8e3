"""Reading a workbook of budget tables: which sheet is which table, every bad cell told, nothing
stored."""

import re
import unicodedata
from dataclasses import dataclass, field
from decimal import Decimal

from finance.budgets.tables import COMPUTED, Table, table_named
from finance.budgets.tree import total
from portal.spreadsheets.cells import BadCell, as_amount, as_text
from portal.spreadsheets.read import Sheet, Unreadable, read_workbook
from portal.spreadsheets.rows import Column, Problem, Row, find_table
from portal.spreadsheets.rows import Table as Found

CODE, NAME, AMOUNT, REASON = "科目编码", "科目名称", "金额", "增减原因"
COLUMNS = (
    Column(
        CODE, ("编码", "科目代码", "功能科目编码", "功能分类科目编码", "经济分类科目编码", "代码")
    ),
    Column(NAME, ("项目", "科目", "名称", "项目名称", "收入项目", "支出项目", "功能分类科目名称")),
    Column(
        AMOUNT,
        (
            "预算数",
            "决算数",
            "本年预算数",
            "本年预算",
            "年初预算数",
            "本年决算数",
            "本年决算",
            "调整后预算数",
            "调整后金额",
            "金额(万元)",
            "预算数(万元)",
            "决算数(万元)",
        ),
    ),
    Column(REASON, ("变动原因", "增减变动原因", "原因", "说明", "备注")),
)
UNIT = re.compile(r"单位[::]?\s*(?:人民币)?\s*(万元|元)")
WAN = Decimal(10_000)
SUMS = re.compile("^(合计|总计|支出合计|收入合计|本年(收入|支出)合计|(收入|支出)总计)$")


@dataclass(frozen=True)
class ReadLine:
    """One line of a sheet; `amount` in yuan."""

    place: str
    row: int
    table: Table
    code: str
    name: str
    amount: Decimal
    reason: str


@dataclass
class BudgetSheet:
    """What was understood of a workbook: lines, sheets taken and left out, what is wrong."""

    lines: list[ReadLine] = field(default_factory=list)
    taken: dict[str, Table] = field(default_factory=dict)  # sheet → table
    left_out: list[str] = field(default_factory=list)  # sentences
    problems: list[Problem] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        return bool(self.lines) and not self.problems

    def of(self, table: Table) -> list[ReadLine]:
        return [line for line in self.lines if line.table is table]

    @property
    def sums(self) -> list[tuple[Table, int, Decimal]]:
        """Each table with how many lines it has and their sum."""
        tables = dict.fromkeys(self.taken.values())
        return [(table, len(self.of(table)), total(self.of(table))) for table in tables]

    def wrong(self, sheet: Sheet, row: int, column: str, message: str) -> None:
        self.problems.append(Problem(row, column, f"工作表《{sheet.name}》：{message}"))


def read_budget(data: bytes, name: str) -> BudgetSheet:
    """Every table of the workbook `data`; `name` is the file's name."""
    read = BudgetSheet()
    try:
        workbook = read_workbook(data, name)
    except Unreadable as refusal:
        read.problems.append(Problem(0, "", str(refusal)))
        return read
    for sheet in workbook.sheets:
        _read_sheet(sheet, read)
    if not read.taken and not read.problems:
        names = "、".join(table.label for table in Table)
        read.problems.append(Problem(0, "", f"没有认出预算表。工作表的名称或标题请写成：{names}。"))
    return read


def _read_sheet(sheet: Sheet, read: BudgetSheet) -> None:
    if sheet.hidden:
        read.left_out.append(f"《{sheet.name}》是隐藏的工作表，没有读取")
        return
    found = find_table(sheet, COLUMNS)
    title = " ".join(found.above) if found else ""
    table = table_named(sheet.name, title)
    if table is None:
        repeated = any(name in sheet.name + title for name in COMPUTED.values())
        why = "由系统从其他表计算，不用导入" if repeated else "不是预算明细表，没有读取"
        read.left_out.append(f"《{sheet.name}》{why}")
    elif table in read.taken.values():
        read.wrong(sheet, 0, "", f"前面已经有一张{table.label}，请合并成一张。")
    elif found is None or NAME not in found.places or AMOUNT not in found.places:
        read.wrong(sheet, 0, "", f"没有找到表头，应有“{NAME}”和“{AMOUNT}”（或预算数、决算数）。")
    else:
        read.taken[sheet.name] = table
        _read_lines(sheet, found, table, read)


def _read_lines(sheet: Sheet, found: Found, table: Table, read: BudgetSheet) -> None:
    wan = _in_wan(sheet, found)
    first = len(read.lines)
    sums: list[tuple[int, Decimal]] = []
    for row in sorted((*found.rows, *found.totals), key=lambda row: row.number):
        amount = _amount(sheet, row, wan, read)
        label = "".join(as_shown(row.values.get(NAME)).split())
        code = as_shown(row.values.get(CODE)).strip()
        if amount is None:
            continue
        if SUMS.fullmatch(label or code) or row in found.totals:
            sums.append((row.number, amount))
        elif not label:
            read.wrong(sheet, row.number, NAME, "科目名称是空的，请填写。")
        elif code and not code.isdecimal():
            read.wrong(sheet, row.number, CODE, f"“{code}”不是科目编码，应是 3、5 或 7 位数字。")
        else:
            reason = as_shown(row.values.get(REASON)).strip()[:200]
            read.lines.append(
                ReadLine(sheet.name, row.number, table, code, label[:80], amount, reason)
            )
    _check_sums(sheet, total(read.lines[first:]), sums, read)


def _check_sums(
    sheet: Sheet, computed: Decimal, sums: list[tuple[int, Decimal]], read: BudgetSheet
) -> None:
    for number, printed in sums:
        if printed != computed:
            read.wrong(
                sheet,
                number,
                AMOUNT,
                f"合计印的是 {printed:,.2f} 元，各科目相加是 {computed:,.2f} 元，请核对。",
            )


def _in_wan(sheet: Sheet, found: Found) -> bool:
    """Whether the unit line or the heading says 万元."""
    words = " ".join((*found.above, *map(as_shown, sheet.rows[found.header - 1])))
    told = UNIT.search(unicodedata.normalize("NFKC", words))
    return told[1] == "万元" if told else "万元" in words


def _amount(sheet: Sheet, row: Row, wan: bool, read: BudgetSheet) -> Decimal | None:
    cell = row.values.get(AMOUNT, "")
    if cell is None or (isinstance(cell, str) and cell.strip() in ("", "-", "—")):
        if as_shown(row.values.get(CODE)).strip():
            read.wrong(sheet, row.number, AMOUNT, "金额是空的，没有的请填 0。")
        return None
    try:
        amount = as_amount(cell, places=6 if wan else 2)
    except BadCell as refusal:
        read.wrong(sheet, row.number, AMOUNT, str(refusal))
        return None
    return (amount * WAN).quantize(Decimal("0.01")) if wan else amount


def as_shown(cell: object) -> str:
    try:
        return as_text(cell)
    except BadCell:
        return str(cell)
