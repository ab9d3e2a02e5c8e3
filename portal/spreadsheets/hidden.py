"""What an XLSX hides, how far it reaches and what it writes in red, read from its XML tag by tag,
never whole."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO
from xml.etree import ElementTree
from zipfile import ZipFile

from portal.spreadsheets.red import red_styles

CHUNK = 1024 * 1024
LONGEST_TAG = 8 * CHUNK
ATTRIBUTE = re.compile(rb"""([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
TAG = re.compile(rb"<(?:\w+:)?(row|col|c)\b([^>]*)>")
CELL_NAME = re.compile(rb"([A-Z]{1,3})([0-9]{1,7})")
HIDING = {b"1", b"true"}
ZERO = {b"0", b"0.0"}


@dataclass(frozen=True)
class Layout:
    """Hidden columns and rows, and the last ones that hold something, all counted from 1."""

    hidden_columns: tuple[int, ...] = ()
    hidden_rows: tuple[int, ...] = ()
    last_row: int = 0
    last_column: int = 0
    red: frozenset[tuple[int, int]] = frozenset()  # row and column of cells in a red font


def layouts(archive: ZipFile) -> dict[str, Layout]:
    """The layout of every worksheet by name. Raises KeyError, ParseError where it is broken."""
    parts = _parts(archive)
    red = red_styles(archive)
    return {name: _layout(archive.open(part), red) for name, part in parts.items()}


def _parts(archive: ZipFile) -> dict[str, str]:
    """Sheet name to the part of the container that holds it."""
    with archive.open("xl/_rels/workbook.xml.rels") as stream:
        targets = {
            link.get("Id", ""): _absolute(link.get("Target", ""))
            for link in ElementTree.parse(stream).iter()
            if link.get("Type", "").endswith("/worksheet")
        }
    with archive.open("xl/workbook.xml") as stream:
        sheets = [tag for tag in ElementTree.parse(stream).iter() if _local(tag.tag) == "sheet"]
    present = set(archive.namelist())
    named = {sheet.get("name", ""): targets.get(_link(sheet)) for sheet in sheets}
    return {name: part for name, part in named.items() if part in present}


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def _link(sheet: ElementTree.Element) -> str:
    return next((value for key, value in sheet.items() if key.endswith("}id")), "")


def _absolute(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _layout(stream: IO[bytes], red_styles: frozenset[bytes]) -> Layout:
    columns: set[int] = set()
    rows: set[int] = set()
    red: set[tuple[int, int]] = set()
    last_row = last_column = number = 0
    for kind, raw in _tags(stream):
        if kind == b"c":
            column, row = _place(raw)
            last_row, last_column = max(last_row, row or number), max(last_column, column)
            if red_styles and _attributes(raw).get(b"s") in red_styles:
                red.add((row or number, column))
            continue
        found = _attributes(raw)
        if kind == b"row":
            number = int(found.get(b"r", number + 1))
            rows.update({number} if _hides(found, b"ht") else ())
        elif _hides(found, b"width"):
            columns.update(range(int(found[b"min"]), min(int(found[b"max"]), 16_384) + 1))
    # A column hidden to the sheet's far edge holds nothing beyond the last cell.
    kept = tuple(sorted(column for column in columns if column <= last_column))
    return Layout(kept, tuple(sorted(rows)), last_row, last_column, frozenset(red))


def _tags(stream: IO[bytes]) -> Iterator[tuple[bytes, bytes]]:
    """Every row, col and filled cell tag; a tag cut by a chunk's end waits for the next."""
    rest = b""
    while chunk := stream.read(CHUNK):
        block = rest + chunk
        cut = max(block.rfind(b"<"), 0)
        if len(block) - cut > LONGEST_TAG:
            raise ValueError("a tag or a text without end")
        rest = block[cut:]
        yield from _tags_in(block[:cut])
    yield from _tags_in(rest)


def _tags_in(block: bytes) -> Iterator[tuple[bytes, bytes]]:
    for kind, raw in TAG.findall(block):
        # <c r="A1" s="3"/> only carries a border: such cells reach to the sheet's end and are void.
        if kind != b"c" or not raw.endswith(b"/"):
            yield kind, raw


def _place(raw: bytes) -> tuple[int, int]:
    """Column and row of a cell tag; zeros where it doesn't name its place."""
    name = CELL_NAME.search(raw)
    if name is None:
        return 0, 0
    column = 0
    for letter in name[1]:
        column = column * 26 + letter - 64
    return column, int(name[2])


def _attributes(raw: bytes) -> dict[bytes, bytes]:
    return {name: double or single for name, double, single in ATTRIBUTE.findall(raw)}


def _hides(found: dict[bytes, bytes], size: bytes) -> bool:
    """Hidden by the menu, or drawn to no width or height, which looks the same."""
    return found.get(b"hidden") in HIDING or found.get(size) in ZERO
