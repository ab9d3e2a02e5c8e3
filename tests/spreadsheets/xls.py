"""A workbook in the old format, record by record: what is needed to hide things in it."""

import struct
from collections.abc import Sequence

SECTOR, END, FREE, TABLE = 512, 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
GLOBALS, CELLS = 0x0005, 0x0010


def xls_of(
    rows: Sequence[Sequence[object]],
    name: str = "花名册",
    *,
    hidden_columns: Sequence[int] = (),
    hidden_rows: Sequence[int] = (),
    state: int = 0,
) -> bytes:
    """One worksheet with `rows`; what is hidden is counted from 1, `state` 2 is very hidden."""
    begin, end = _begin(GLOBALS), _record(0x000A)
    title = struct.pack("<HBB", state, len(name), 1) + name.encode("utf-16-le")
    start = len(begin) + 4 + 4 + len(title) + len(end)
    told = _record(0x0085, struct.pack("<I", start) + title)
    columns = b"".join(_column(place) for place in hidden_columns)
    lines = b"".join(_row(place) for place in hidden_rows)
    cells = b"".join(
        _cell(line, place, cell)
        for line, row in enumerate(rows)
        for place, cell in enumerate(row)
        if cell != ""
    )
    return _container(begin + told + end + _begin(CELLS) + columns + lines + cells + end)


def _record(kind: int, body: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def _begin(part: int) -> bytes:
    return _record(0x0809, struct.pack("<HHHHII", 0x0600, part, 0, 0, 0, 0))


def _column(place: int) -> bytes:
    return _record(0x007D, struct.pack("<HHHHHH", place - 1, place - 1, 2048, 15, 1, 0))


def _row(place: int) -> bytes:
    return _record(0x0208, struct.pack("<HHHHHHHH", place - 1, 0, 20, 255, 0, 0, 0x20, 0))


def _cell(line: int, place: int, cell: object) -> bytes:
    head = struct.pack("<HHH", line, place, 15)
    if isinstance(cell, int | float):
        return _record(0x0203, head + struct.pack("<d", cell))
    text = str(cell)
    return _record(0x0204, head + struct.pack("<HB", len(text), 1) + text.encode("utf-16-le"))


def _container(stream: bytes) -> bytes:
    """The table of sectors, the directory, then the stream, long enough to be no small one."""
    stream = stream.ljust(max(4096, -(-len(stream) // SECTOR) * SECTOR), b"\0")
    last = 2 + len(stream) // SECTOR
    table = [TABLE, END, *range(3, last), END]
    table += [FREE] * (SECTOR // 4 - len(table))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack(
        "<HHHHH6xIIIIIIIIII", 62, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, END, 0, END, 0, 0
    )
    head += struct.pack("<108I", *[FREE] * 108)
    root = _entry("Root Entry", 5, END, 0, child=1)
    entries = root + _entry("Workbook", 2, 2, len(stream), child=FREE)
    return head + struct.pack("<128I", *table) + entries.ljust(SECTOR, b"\0") + stream


def _entry(name: str, kind: int, start: int, length: int, *, child: int) -> bytes:
    letters = (name + "\0").encode("utf-16-le")
    links = struct.pack("<III", FREE, FREE, child)
    return (
        letters.ljust(64, b"\0")
        + struct.pack("<HBB", len(letters), kind, 1)
        + links
        + bytes(36)
        + struct.pack("<IQ", start, length)
    )
