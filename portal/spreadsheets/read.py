"""Reading XLSX, XLS, CSV and TXT as rows of cells, with everything that was hidden."""

import csv
import io
from dataclasses import dataclass, field
from xml.etree.ElementTree import ParseError

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetMetadata,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from portal.spreadsheets.archive import BadArchive, open_archive
from portal.spreadsheets.decode import NotText, decode, split_table
from portal.spreadsheets.hidden import Layout, layouts
from portal.spreadsheets.hidden_binary import binary_layouts

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
WITH_CELLS = (SheetTypeEnum.WorkSheet, SheetTypeEnum.MacroSheet)
OF_MACROS = (SheetTypeEnum.MacroSheet, SheetTypeEnum.Vba)
# Office wraps a locked XLSX into an OLE container with a stream of this name.
LOCKED_STREAM = "EncryptedPackage".encode("utf-16-le")
# The reader keeps a cell for every place up to the last one, empty or not.
MAX_CELLS = 10_000_000
LOCKED = "有打开密码，请去掉密码（另存为时清空密码）后再上传。"
BROKEN = "打不开，可能已损坏。请用 WPS 或 Excel 重新打开并另存为 XLSX 后再上传。"
EMPTY = "是空的，里面没有数据。请检查是不是选错了文件。"


class Unreadable(ValueError):
    """The table can't be read; the message says why and what to do."""


@dataclass(frozen=True)
class Sheet:
    """One worksheet. Rows and columns start at A1; hidden ones are counted from 1."""

    name: str
    rows: list[list[object]]
    hidden: str = ""  # "", "hidden" or "very hidden" (which no menu shows)
    hidden_columns: tuple[int, ...] = ()
    hidden_rows: tuple[int, ...] = ()
    red: frozenset[tuple[int, int]] = frozenset()  # row and column, counted from 1


@dataclass(frozen=True)
class Workbook:
    """All worksheets, the hidden ones too, and whether there are sheets of macros among them."""

    sheets: tuple[Sheet, ...] = field(default=())
    macro_sheets: bool = False


def read_workbook(data: bytes, name: str) -> Workbook:
    """The worksheets in `data`; `name` is only for the message. Raises Unreadable."""
    try:
        workbook = _read(data)
    except (BadArchive, NotText) as error:
        raise Unreadable(f"《{name}》：{error}") from error
    except PasswordError as error:
        raise Unreadable(f"《{name}》{LOCKED}") from error
    except (CalamineError, csv.Error, ParseError, KeyError, ValueError, OSError) as error:
        raise Unreadable(f"《{name}》{BROKEN}") from error
    if not any(cell not in ("", None) for s in workbook.sheets for row in s.rows for cell in row):
        raise Unreadable(f"《{name}》{EMPTY}")
    return workbook


def _read(data: bytes) -> Workbook:
    if data.startswith(ZIP):
        return _read_xlsx(data)
    if data.startswith(OLE) and LOCKED_STREAM in data:
        raise PasswordError
    if data.startswith(OLE):
        return _read_binary(data, binary_layouts(data))
    return Workbook((Sheet("文本", split_table(decode(data))),))


def _read_xlsx(data: bytes) -> Workbook:
    with open_archive(data) as archive:
        found = layouts(archive)
    for name, layout in found.items():
        if layout.last_row * layout.last_column > MAX_CELLS:
            raise BadArchive(
                f"工作表《{name}》最远的单元格在第 {layout.last_row} 行、"
                f"第 {layout.last_column} 列，请删除表格以外的内容后再上传。"
            )
    return _read_binary(data, found)


def _read_binary(data: bytes, found: dict[str, Layout]) -> Workbook:
    try:
        return _open(data, found)
    except BaseException as error:
        # The reader's own crashes are no subclass of Exception and can't be imported by name.
        if type(error).__name__ == "PanicException":
            raise ValueError("reader crashed") from error
        raise


def _open(data: bytes, found: dict[str, Layout]) -> Workbook:
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    sheets = [
        _sheet(book.get_sheet_by_name(entry.name), entry, found.get(entry.name, Layout()))
        for entry in book.sheets_metadata
        if entry.typ in WITH_CELLS
    ]
    macros = any(entry.typ in OF_MACROS for entry in book.sheets_metadata)
    return Workbook(tuple(sheets), macros)


def _sheet(sheet: CalamineSheet, entry: SheetMetadata, layout: Layout) -> Sheet:
    # Without the empty area row numbers would not be those the clerk sees.
    rows: list[list[object]] = [list(row) for row in sheet.to_python(skip_empty_area=False)]
    _spread(rows, sheet)
    hidden = (layout.hidden_columns, layout.hidden_rows)
    return Sheet(entry.name, rows, _hidden(entry), *hidden, layout.red)


def _spread(rows: list[list[object]], sheet: CalamineSheet) -> None:
    """Repeat a cell that was merged downward in every row that it stands beside.

    A village written once for ten households, a date for three payments, a heading over two lines.
    """
    for (first, left), (last, right) in sheet.merged_cell_ranges or ():
        if left != right or not rows or len(rows[0]) <= left:
            continue
        for row in rows[first + 1 : last + 1]:
            row[left] = rows[first][left]


def _hidden(entry: SheetMetadata) -> str:
    if entry.visible == SheetVisibleEnum.Hidden:
        return "hidden"
    return "very hidden" if entry.visible == SheetVisibleEnum.VeryHidden else ""
