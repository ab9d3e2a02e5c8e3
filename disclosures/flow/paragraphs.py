"""Plain text from a spreadsheet cell as the simple HTML of a body.

A line is a paragraph; 一、 begins a heading, （一） a lesser one; consecutive lines whose cells are
parted by “ | ” form a table, the first of them its header.
"""

import re
from collections.abc import Iterator
from html import escape
from itertools import groupby

HEADING = re.compile(r"^[一二三四五六七八九十]+、.{1,30}$")
SUBHEADING = re.compile(r"^（[一二三四五六七八九十]+）.{1,30}$")
CELL_MARK = " | "


def to_html(text: str) -> str:
    """`text` as paragraphs, headings and tables; everything in it is escaped."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    parts: list[str] = []
    for is_table, group in groupby(lines, key=lambda line: CELL_MARK in line):
        rows = list(group)
        parts.extend([_table(rows)] if is_table else map(_paragraph, rows))
    return "\n".join(parts)


def _paragraph(line: str) -> str:
    tag = "p"
    if not line.endswith(("。", "；", "：")):
        tag = "h2" if HEADING.match(line) else "h3" if SUBHEADING.match(line) else "p"
    return f"<{tag}>{escape(line)}</{tag}>"


def _table(lines: list[str]) -> str:
    rows = [[escape(cell.strip()) for cell in line.split("|")] for line in lines]
    width = max(len(row) for row in rows)
    head = "".join(f'<th scope="col">{cell}</th>' for cell in _padded(rows[0], width))
    body = "".join(_row(row, width) for row in rows[1:])
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _row(row: list[str], width: int) -> str:
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in _padded(row, width)) + "</tr>"


def _padded(row: list[str], width: int) -> Iterator[str]:
    yield from row
    yield from [""] * (width - len(row))
