"""Tables to take away: XLSX for people, CSV for machines."""

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

Cell = str | int | float | Decimal | bool | date | datetime | None

FORBIDDEN_IN_SHEET_NAME = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
LONGEST_SHEET_NAME = 31
LONGEST_TEXT = 32_767
NARROWEST, WIDEST = 8, 60  # widths in characters
# Excel keeps 15 digits of a number; longer ones only survive as text.
FIRST_LOSSY = 10**15
# A cell that starts so is run as a formula when the CSV is opened, in full width too.
DANGEROUS_STARTS = tuple("=+-@\t\r\n＝＋－＠")


def write_xlsx(title: str, columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """A workbook of one sheet named `title`: bold frozen header, numbers and dates as such."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "remove_timezone": True})
    book.set_properties({"title": title})
    sheet = book.add_worksheet(sheet_name(title))
    sheet.freeze_panes(1, 0)
    formats = _formats(book)
    widths = [_width(column) for column in columns]
    for place, column in enumerate(columns):
        sheet.write_string(0, place, column, formats["header"])
    for number, row in enumerate(rows, start=1):
        for place, cell in enumerate(row):
            _write_cell(sheet, number, place, cell, formats)
        widths = [max(wide, _width(cell)) for wide, cell in zip(widths, row, strict=True)]
    for place, wide in enumerate(widths):
        sheet.set_column(place, place, min(max(wide + 2, NARROWEST), WIDEST))
    book.close()
    return stream.getvalue()


def sheet_name(title: str) -> str:
    name = FORBIDDEN_IN_SHEET_NAME.sub(" ", title).strip(" '")
    return name[:LONGEST_SHEET_NAME].strip(" '") or "表格"


def _formats(book: xlsxwriter.Workbook) -> dict[str, Format]:
    return {
        "header": book.add_format({"bold": True, "bottom": 1}),
        "amount": book.add_format({"num_format": "#,##0.00"}),
        "date": book.add_format({"num_format": "yyyy-mm-dd"}),
        "moment": book.add_format({"num_format": "yyyy-mm-dd hh:mm"}),
    }


def _write_cell(
    sheet: Worksheet, row: int, place: int, cell: Cell, formats: dict[str, Format]
) -> None:
    if cell is None:
        return
    if isinstance(cell, bool | str) or is_lossy(cell):
        sheet.write_string(row, place, text_of(cell)[:LONGEST_TEXT])
    elif isinstance(cell, datetime):
        sheet.write_datetime(row, place, cell, formats["moment"])
    elif isinstance(cell, date):
        sheet.write_datetime(row, place, cell, formats["date"])
    else:
        sheet.write_number(row, place, cell, formats["amount"] if _is_amount(cell) else None)


def is_lossy(cell: Cell) -> bool:
    return isinstance(cell, int | float | Decimal) and not abs(float(cell)) < FIRST_LOSSY


def _is_amount(cell: Cell) -> bool:
    return isinstance(cell, Decimal)


def _width(cell: Cell) -> int:
    """Columns of the screen: a Chinese character takes two."""
    lines = text_of(cell).split("\n")
    return max(sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in x) for x in lines)


def text_of(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, datetime):
        return f"{cell:%Y-%m-%d %H:%M}"
    return f"{cell:f}" if isinstance(cell, Decimal) else str(cell)  # 1.6E+2 is 160 to nobody


def write_csv(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    """The lines of a CSV with byte order mark and CRLF, to be sent as they come."""
    yield "\ufeff" + _line(columns)
    for row in rows:
        yield _line(row)


def _line(row: Sequence[Cell]) -> str:
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\r\n").writerow([_harmless(cell) for cell in row])
    return stream.getvalue()


def _harmless(cell: Cell) -> str:
    """Text that no spreadsheet program runs; only typed numbers may start with a minus."""
    text = text_of(cell)
    return f"'{text}" if isinstance(cell, str) and text.startswith(DANGEROUS_STARTS) else text
