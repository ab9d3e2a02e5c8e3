"""Spreadsheets: the cells of every sheet, the hidden ones by name, and all that is not a cell."""

import re
from collections.abc import Iterator
from decimal import Decimal

from portal.spreadsheets.archive import BadArchive, open_archive
from portal.spreadsheets.ole import BadOle, Ole
from portal.spreadsheets.read import Sheet, Unreadable, Workbook, read_workbook
from portal.uploads.extracted import Extracted, Part, together
from portal.uploads.old_office import notes
from portal.uploads.ooxml import Reader, blocks_of, package_text
from portal.uploads.xml_text import NotXml

WORKSHEET = re.compile(r"xl/worksheets/[^/]*\.xml")
STRINGS = re.compile(r"xl/sharedStrings\d*\.xml")
# The cells themselves: they come from the spreadsheet reader, ten times as fast.
CELLS = re.compile(rb"<(\w+:)?sheetData\b.*</(\w+:)?sheetData\s*>", re.S)
SHEET_KINDS = {"": "工作表", "hidden": "隐藏工作表", "very hidden": "深度隐藏工作表"}
LEFT_OVER = "表格里没有显示的文字"
# From here on a spreadsheet only keeps the first digits; shown as such, not as a wrong number.
FIRST_RUINED = 1e15


def xlsx_text(data: bytes, read_embedded: Reader) -> Extracted:
    """Every cell and every other part of an XLSX."""
    cells, workbook = _cells(data)
    rest = package_text(data, read_embedded, _read_here)
    try:
        return together([cells, rest, *_other_words(data, _strings(workbook))])
    except (BadArchive, NotXml) as error:
        return together([cells, rest, Extracted(unreadable=(str(error) or "表格内容已损坏",))])


def xls_text(data: bytes) -> Extracted:
    """Every cell of an XLS or ET, its comments and text boxes."""
    cells, _ = _cells(data)
    try:
        found = notes(Ole(data))
    except BadOle:
        return together([cells, Extracted(unreadable=("批注已损坏，无法检查",))])
    return together([cells, Extracted(tuple(Part("批注和文本框", text) for text in found))])


def _read_here(name: str) -> bool:
    return bool(WORKSHEET.fullmatch(name) or STRINGS.fullmatch(name))


def _cells(data: bytes) -> tuple[Extracted, Workbook]:
    try:
        workbook = read_workbook(data, "表格")
    except Unreadable as error:
        return Extracted(unreadable=(f"表格无法检查：{error}",)), Workbook()
    return together(Extracted(tuple(_parts(sheet))) for sheet in workbook.sheets), workbook


def _parts(sheet: Sheet) -> Iterator[Part]:
    """The sheet's cells: those in sight, those in hidden columns, those in hidden rows."""
    where = f"{SHEET_KINDS[sheet.hidden]}《{sheet.name}》"
    columns = {column - 1 for column in sheet.hidden_columns}
    hidden = {number - 1 for number in sheet.hidden_rows}
    in_sight = [row for number, row in enumerate(sheet.rows) if number not in hidden]
    yield Part(where, _table_text(in_sight, columns, keep=False))
    if columns:
        yield Part(f"{where}的隐藏列", _table_text(in_sight, columns, keep=True))
    if hidden:
        rows = [row for number, row in enumerate(sheet.rows) if number in hidden]
        yield Part(f"{where}的隐藏行", _table_text(rows, set(), keep=False))


def _table_text(rows: list[list[object]], columns: set[int], *, keep: bool) -> str:
    """Rows as lines; of `columns`, only those or all but those."""
    if not columns:
        return "\n".join("\t".join(map(cell_text, row)) for row in rows)
    chosen = ([cell for i, cell in enumerate(row) if (i in columns) == keep] for row in rows)
    return "\n".join("\t".join(map(cell_text, row)) for row in chosen)


def cell_text(cell: object) -> str:
    """A cell as text; a number too long for a spreadsheet as 3.41424198309077E+17."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, float | int) and not isinstance(cell, bool):
        if abs(cell) >= FIRST_RUINED:
            return f"{Decimal(str(cell)):E}"
        return str(int(cell)) if cell == int(cell) else repr(cell)
    return "" if cell is None else str(cell)


def _strings(workbook: Workbook) -> set[str]:
    cells = (cell for sheet in workbook.sheets for row in sheet.rows for cell in row)
    return {_squeezed(cell) for cell in cells if isinstance(cell, str)}


def _other_words(data: bytes, in_cells: set[str]) -> Iterator[Extracted]:
    """Words of the worksheets outside their cells, and strings that no cell shows any more."""
    with open_archive(data) as archive:
        for name in archive.namelist():
            if WORKSHEET.fullmatch(name):
                around = CELLS.sub(b"", archive.read(name))
                texts = [block.text for block in blocks_of(around)]
                yield Extracted(tuple(Part("打印页眉页脚和提示", text) for text in texts))
            elif STRINGS.fullmatch(name):
                texts = [block.text for block in blocks_of(archive.read(name))]
                left = (text for text in texts if _squeezed(text) not in in_cells)
                yield Extracted(tuple(Part(LEFT_OVER, text) for text in left))


def _squeezed(text: str) -> str:
    return "".join(text.split())
