"""Tables of official documents as a workbook: the same cells, to be counted on and printed."""

import io
from collections.abc import Iterable, Sequence
from math import ceil
from typing import Any

import xlsxwriter

from portal.documents.official import Span, Table, placed, shown_width
from portal.spreadsheets.write import sheet_name

LINE_HIGH = 14
LINE = 84  # characters of the screen across a page
CELL = {"border": 1, "text_wrap": True, "valign": "vcenter", "font_size": 10.5}


def workbook_of(title: str, sheets: Iterable[tuple[str, Sequence[Table]]]) -> bytes:
    """A sheet for each name, its tables one below the other; each sheet as wide as a page."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    book.set_properties({"title": title})
    for name, tables in sheets:
        sheet = book.add_worksheet(sheet_name(name))
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)
        row = 0
        for table in tables:
            row = _write(book, sheet, table, row) + 1
    book.close()
    return stream.getvalue()


def _write(book: Any, sheet: Any, table: Table, top: int) -> int:
    """The table from row `top` on; the row below it."""
    if table.caption:
        sheet.write_string(top, 0, table.caption, book.add_format({"bold": True}))
        top += 1
    wide = [LINE * share / sum(table.shares) for share in table.shares]
    for place, characters in enumerate(wide):
        sheet.set_column(place, place, characters)
    heads, body = table.headings, table.body
    lines = [1] * len(heads + body)
    for number, place, cell in placed(heads + body, table.wide):
        room = sum(wide[place : place + cell.across])
        lines[number] = max(lines[number], ceil(_lines(cell.text, room) / cell.down))
        heading = number < len(heads)
        shape = CELL | {"bold": heading}
        if heading or table.centred(cell):
            shape |= {"align": "center"}
        _put(sheet, top + number, place, cell, book.add_format(shape), table)
    for number, high in enumerate(lines):
        sheet.set_row(top + number, LINE_HIGH * high + 3)
    return top + len(lines)


def _lines(text: str, room: float) -> int:
    """How many lines the words take: no program makes rows of joined cells high enough."""
    return sum(ceil(shown_width(line) / max(room - 2, 2)) for line in text.split("\n"))


def _put(sheet: Any, row: int, place: int, cell: Span, shape: Any, table: Table) -> None:
    if cell.across > 1 or cell.down > 1:
        last = row + cell.down - 1, place + cell.across - 1
        sheet.merge_range(row, place, *last, cell.text, shape)
    elif table.centred(cell) and cell.text != "—":
        sheet.write_number(row, place, float(cell.text.replace(",", "")), shape)
    else:
        sheet.write_string(row, place, cell.text, shape)
