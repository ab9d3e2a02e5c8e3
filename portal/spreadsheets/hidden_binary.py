"""What an XLS hides and what it writes in red, record by record ([MS-XLS])."""

import struct
from collections.abc import Iterator

from portal.spreadsheets.hidden import Layout
from portal.spreadsheets.ole import BadOle, Ole
from portal.spreadsheets.red_binary import red_styles_of_binary

BOF, EOF, SHEET, COLUMNS, ROW = 0x0809, 0x000A, 0x0085, 0x007D, 0x0208
CELLS, SEVERAL_CELLS = frozenset({0x0006, 0x00FD, 0x0203, 0x0204, 0x0205, 0x027E, 0x00D6}), 0x00BD
STREAMS = ("Workbook", "Book")
HIDDEN_COLUMN, HIDDEN_ROW = 0x0001, 0x0020
LAST_COLUMN = 256


def binary_layouts(data: bytes) -> dict[str, Layout]:
    """The hidden columns and rows and the red cells of every worksheet by name; nothing where the
    file is too old or broken to tell: its cells are read all the same."""
    try:
        container = Ole(data)
        entry = container.named(*STREAMS)
        stream = container.read(entry) if entry else b""
        red = red_styles_of_binary(_records(stream, 0))
        return {name: _layout(stream, start, red) for name, start in _sheets(stream)}
    except (BadOle, struct.error):
        return {}


def _records(stream: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """The records from `at` to the end of the part that begins there; parts in it are passed."""
    depth = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        depth += (kind == BOF) - (kind == EOF)
        if depth <= 0:
            return
        if depth == 1:
            yield kind, stream[at + 4 : at + 4 + length]
        at += 4 + length


def _sheets(stream: bytes) -> Iterator[tuple[str, int]]:
    for kind, body in _records(stream, 0):
        if kind == SHEET:
            start, _, length, wide = struct.unpack_from("<IHBB", body)
            letters = body[8 : 8 + (length * 2 if wide & 1 else length)]
            yield letters.decode("utf-16-le" if wide & 1 else "latin-1", "replace"), start


def _layout(stream: bytes, start: int, red_styles: frozenset[int]) -> Layout:
    columns: set[int] = set()
    rows: set[int] = set()
    red: set[tuple[int, int]] = set()
    last_row = last_column = 0
    for kind, body in _records(stream, start):
        if kind == COLUMNS:
            first, last, width, _, marks = struct.unpack_from("<HHHHH", body)
            if marks & HIDDEN_COLUMN or not width:
                columns.update(range(first + 1, min(last, LAST_COLUMN) + 2))
        elif kind == ROW and struct.unpack_from("<H", body, 12)[0] & HIDDEN_ROW:
            rows.add(struct.unpack_from("<H", body)[0] + 1)
        elif kind in CELLS or kind == SEVERAL_CELLS:
            row, column = struct.unpack_from("<HH", body)
            if kind == SEVERAL_CELLS:
                [column] = struct.unpack("<H", body[-2:])
            if red_styles:
                red.update(_red_cells(kind, body, red_styles))
            last_row, last_column = max(last_row, row + 1), max(last_column, column + 1)
    kept = tuple(sorted(column for column in columns if column <= last_column))
    return Layout(kept, tuple(sorted(rows)), last_row, last_column, frozenset(red))


def _red_cells(kind: int, body: bytes, red_styles: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Row and column, from 1, of the cells in a record that are written in red."""
    row, column, style = struct.unpack_from("<HHH", body)
    styles = [style]
    if kind == SEVERAL_CELLS:
        styles = [one for one, _ in struct.iter_unpack("<HI", body[4:-2])]
    for place, style in enumerate(styles, start=column + 1):
        if style in red_styles:
            yield row + 1, place
