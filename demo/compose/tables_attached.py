"""Workbooks that go with items: budget tables, lists and standards. A cell "=" sums its column."""

import json
from pathlib import Path

import xlsxwriter
from xlsxwriter.utility import xl_range

from demo.compose.pieces import PHRASES
from demo.compose.sheets import MADE


def write_workbooks(folder: Path) -> None:
    books = json.loads((PHRASES / "workbooks.json").read_text(encoding="utf-8"))
    for title, sheets in books.items():
        book = xlsxwriter.Workbook(str(folder / f"{title}.xlsx"))
        book.set_properties({"created": MADE, "author": "青禾镇人民政府"})
        for name, rows in sheets.items():
            _sheet(book, title, name, rows)
        book.close()


def _sheet(book: xlsxwriter.Workbook, title: str, name: str, rows: list[list]) -> None:
    page = book.add_worksheet(name)
    head = book.add_format({"bold": True, "border": 1, "bg_color": "#E8EFEC", "text_wrap": True})
    cell = book.add_format({"border": 1})
    title_format = book.add_format({"bold": True, "font_size": 16, "align": "center"})
    page.merge_range(0, 0, 0, len(rows[0]) - 1, f"青禾镇{title}（{name}）", title_format)
    page.set_column(0, len(rows[0]) - 1, 20)
    for number, row in enumerate(rows, start=1):
        for place, value in enumerate(row):
            style = head if number == 1 else cell
            if value == "=":
                _sum(page, number, place, [r[place] for r in rows[1:]], style)
            else:
                page.write(number, place, value, style)


def _sum(page, number: int, place: int, above: list, style) -> None:
    values = [value for value in above if isinstance(value, int | float)]
    page.write_formula(
        number,
        place,
        f"=SUM({xl_range(2, place, number - 1, place)})",
        style,
        round(sum(values), 2),
    )
