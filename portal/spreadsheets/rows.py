"""Finding a table among titles, totals and signatures, and its rows by column name."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from portal.spreadsheets.cells import BadCell, as_amount, as_date, as_text, as_whole_number
from portal.spreadsheets.read import Sheet

__all__ = [
    "BadCell",
    "Column",
    "Problem",
    "Row",
    "Table",
    "as_amount",
    "as_date",
    "as_text",
    "as_whole_number",
    "find_table",
    "is_total",
]

# Titles, units and notes stand above a header; it is never further down than this.
HEADER_WITHIN = 30
BRACKETED = re.compile(r"\(([^()]*)\)")
# 万元 is another amount than 元: such a bracket is part of the name.
SCALED = re.compile(r"[万亿千百]")
DECORATION = re.compile(r"[\s*:]+")
SUM = r"(?:合\s*计|小\s*计|总\s*计|累\s*计|共\s*计)(?:金额)?"
TOTAL = re.compile(rf"(?:本|全|总|上)?(?:日|月|季|季度|年|年度|页|期|村|组|镇|乡)?{SUM}[::]?")
# 合计3户, 合计：叁仟元整, 共计 180 户、3225 元: what was counted may stand behind the word
COUNTED = r"(?:共?[0-9零壹贰叁肆伍陆柒捌玖拾一二三四五六七八九十].*)?"
FIRST_TOTAL = re.compile(rf".{{0,12}}(?:{SUM}|总\s*数)(?:\(.*\))?[::]?{COUNTED}")
SIGNATURE = re.compile(
    r"(?:注|备注|说明|.{0,14}(?:主任|书记|负责人|经办人?|报账员|会计|出纳|审核人?|填表人?"
    r"|制表人?|复核人?|签字|签名|签章|盖章|日期|公示期|公示时间|公示单位|填报单位|电话|地址))"
    r"(?:\(.*\))?[::].*"
)


@dataclass(frozen=True)
class Column:
    """A column that an import knows: its name, other names people give it, and what a heading must
    look like to be taken for it where none of the names is there."""

    name: str
    aliases: tuple[str, ...] = ()
    required: bool = False
    like: re.Pattern[str] | None = None


@dataclass(frozen=True)
class Problem:
    """What is wrong in one place of a sheet; row 0 means the whole sheet, column "" the row."""

    row: int
    column: str
    message: str

    def __str__(self) -> str:
        place = f"第 {self.row} 行" if self.row else ""
        column = f"“{self.column}”" if self.column else ""
        return f"{place}{column}：{self.message}" if place or column else self.message


@dataclass(frozen=True)
class Row:
    """One row of a table: its number as the sheet counts it, and raw cells by column name."""

    number: int
    values: dict[str, object]


@dataclass(frozen=True)
class Table:
    """A table found in a sheet: its rows, and everything around them that is no row."""

    header: int  # the header's row number, from 1
    missing: tuple[str, ...]  # required columns that are not there
    unknown: tuple[str, ...]  # headings no column answers to
    above: tuple[str, ...]  # title and unit lines over the header
    rows: tuple[Row, ...]
    totals: tuple[Row, ...]  # 合计, 小计, 总计
    notes: tuple[Row, ...]  # signatures and remarks under the table
    places: dict[str, int] = field(default_factory=dict)  # column name to index from 0


def find_table(
    sheet: Sheet, columns: Sequence[Column], mapping: Mapping[str, str] | None = None
) -> Table | None:
    """The table with the most of `columns` in its header; None where no row looks like one.

    `mapping` says by hand what a heading of the sheet is: the name of a column, or "" for none.
    """
    known = _known_names(columns)
    for heading, ours in (mapping or {}).items():
        known = {name: column for name, column in known.items() if not ours or column != ours}
        known[plain_heading(heading)] = ours
    index = _header_index(sheet.rows, known, columns)
    if index is None:
        return None
    places, unknown = _match(sheet.rows[index], known, columns)
    rows, totals, notes = _sorted_rows(sheet.rows, index + 1, places)
    return Table(
        header=index + 1,
        missing=tuple(c.name for c in columns if c.required and c.name not in places),
        unknown=unknown,
        above=tuple(_texts(cell for row in sheet.rows[:index] for cell in row)),
        rows=rows,
        totals=totals,
        notes=notes,
        places=places,
    )


def _known_names(columns: Sequence[Column]) -> dict[str, str]:
    """Every normalised name to the column it means; a column's own name beats an alias, and an
    alias beats the own name without its unit."""
    own = {plain_heading(column.name): column.name for column in columns}
    bare = {_without_unit(name): column for name, column in reversed(own.items())}
    return bare | {plain_heading(alias): c.name for c in columns for alias in c.aliases} | own


def plain_heading(cell: object) -> str:
    """A heading without spaces, line breaks, stars, colons and full-width forms."""
    return DECORATION.sub("", unicodedata.normalize("NFKC", _safe_text(cell)))


def _without_unit(heading: str) -> str:
    return BRACKETED.sub(lambda found: found[0] if SCALED.search(found[1]) else "", heading)


def _header_index(
    rows: Sequence[list[object]], known: dict[str, str], columns: Sequence[Column]
) -> int | None:
    counts = [len(_match(row, known, columns)[0]) for row in rows[:HEADER_WITHIN]]
    best = max(counts, default=0)
    return counts.index(best) if best >= max(1, min(2, len(columns))) else None


def _match(
    row: list[object], known: dict[str, str], columns: Sequence[Column]
) -> tuple[dict[str, int], tuple[str, ...]]:
    """Column names to places in `row`, and the headings left over: a column's own name first,
    whole before shortened, then its other names, then what looks like it."""
    headings = {index: name for index, cell in enumerate(row) if (name := plain_heading(cell))}
    places: dict[str, int] = {}
    for names in (_own_names(known), known):
        for reading in (str, _without_unit):
            for index, heading in headings.items():
                column = names.get(reading(heading))
                if column and column not in places and index not in places.values():
                    places[column] = index
    left = {i: name for i, name in headings.items() if i not in places.values()}
    _match_likeness({i: h for i, h in left.items() if known.get(h) != ""}, columns, places)
    taken = set(places.values())
    return places, tuple(_safe_text(row[index]) for index in headings if index not in taken)


def _own_names(known: dict[str, str]) -> dict[str, str]:
    return {name: column for name, column in known.items() if name == plain_heading(column)}


def _match_likeness(
    left: dict[int, str], columns: Sequence[Column], places: dict[str, int]
) -> None:
    """Add to `places` the columns that exactly one heading looks like."""
    for column in columns:
        if column.like is None or column.name in places:
            continue
        found = [i for i, heading in left.items() if column.like.fullmatch(_without_unit(heading))]
        if len(found) == 1 and found[0] not in places.values():
            places[column.name] = found[0]


def _sorted_rows(
    rows: Sequence[list[object]], start: int, places: dict[str, int]
) -> tuple[tuple[Row, ...], tuple[Row, ...], tuple[Row, ...]]:
    found: dict[str, list[Row]] = {"row": [], "total": [], "note": []}
    for number, cells in enumerate(rows[start:], start=start + 1):
        kind = _kind(cells)
        if kind:
            found[kind].append(Row(number, _values(cells, places)))
    return tuple(found["row"]), tuple(found["total"]), tuple(found["note"])


def _values(cells: list[object], places: dict[str, int]) -> dict[str, object]:
    return {name: cells[i] if i < len(cells) else "" for name, i in places.items()}


def _kind(cells: list[object]) -> str:
    """ "row", "total", "note", or "" for a blank line."""
    filled = [cell for cell in cells if cell is not None and str(cell).strip()]
    if not filled:
        return ""
    texts = [_squeezed(cell) for cell in filled if isinstance(cell, str)]
    if texts and isinstance(filled[0], str) and is_total(texts[0]):
        return "total"
    if any(TOTAL.fullmatch(text) for text in texts):
        return "total"
    dates = sum(isinstance(cell, date) for cell in filled)
    if texts and len(texts) + dates == len(filled) and SIGNATURE.fullmatch(texts[0]):
        return "note"
    return "row"


def is_total(text: str) -> bool:
    """Whether a row that begins with `text` is a total: 合计, 青禾村小计, 共计3户."""
    return FIRST_TOTAL.fullmatch(_squeezed(text)) is not None


def _squeezed(text: str) -> str:
    return unicodedata.normalize("NFKC", text).replace(" ", "").strip()


def _texts(cells: Iterable[object]) -> Iterator[str]:
    return (text for cell in cells if (text := _safe_text(cell)))


def _safe_text(cell: object) -> str:
    """The cell's text where a ruined number is no reason to stop: headings and titles."""
    try:
        return as_text(cell)
    except BadCell:
        return str(cell)
