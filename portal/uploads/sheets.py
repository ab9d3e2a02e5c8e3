"""Text of spreadsheets: every cell of every sheet, hidden or not, and what lies beside them."""

import re

from portal.spreadsheets.read import Sheet, Unreadable, read_workbook
from portal.uploads.kinds import ZIP
from portal.uploads.office import package_parts
from portal.uploads.parts import Extracted, Part

# cells come by way of the reader; styles and themes hold no words
CELL_PARTS = re.compile(
    r"^xl/(worksheets/sheet|sharedStrings|styles|theme|workbook\.xml$|calcChain)"
)


def workbook_parts(data: bytes) -> Extracted:
    try:
        sheets = read_workbook(data, "表格").sheets
    except Unreadable as refusal:
        return Extracted(unreadable=(str(refusal),))
    found = Extracted(tuple(Part(_place(sheet), _text(sheet)) for sheet in sheets))
    return found + package_parts(data, skip=CELL_PARTS) if data.startswith(ZIP) else found


def _place(sheet: Sheet) -> str:
    return f"{'隐藏' if sheet.hidden else ''}工作表《{sheet.name}》"


def _text(sheet: Sheet) -> str:
    return "\n".join("\t".join(_cell(cell) for cell in row) for row in sheet.rows)


def _cell(cell: object) -> str:
    """Numbers as digits: Excel keeps phones and cards as floats."""
    if isinstance(cell, float):
        return f"{cell:.0f}" if cell.is_integer() else repr(cell)
    return str(cell)
