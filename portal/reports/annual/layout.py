"""The official tables as they are printed: rows of cells, for page, document and workbook alike."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from portal.reports.annual.count import Key
from portal.reports.annual.identities import COLUMN_LABELS
from portal.reports.annual.lines import (
    ACTIVE_COLUMNS,
    ACTIVE_LINES,
    APPLICANT_LABELS,
    APPLICANTS,
    SUM,
    Line,
    Remedy,
    RemedyResult,
    Table,
    request_lines,
)
from portal.reports.annual.sheet import Sheet

Number = Decimal | int | None


@dataclass(frozen=True)
class Printed:
    """A number in its place; `key` is where it stands, `changed` that staff put it there, `address`
    where it can be followed."""

    key: Key
    value: Number
    changed: bool = False
    address: str = ""

    def __str__(self) -> str:
        if self.value is None:
            return "—"
        return f"{self.value.normalize():f}" if isinstance(self.value, Decimal) else str(self.value)


@dataclass(frozen=True)
class Row:
    """`head` are the headings on the left, from the outermost in; `begins` those of them that no
    row before had."""

    head: tuple[str, ...]
    cells: tuple[Printed, ...]
    begins: tuple[str, ...] = ()


@dataclass(frozen=True)
class Block:
    """Rows of table two under one article, with the columns that they share."""

    article: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def active_blocks(sheet: Sheet) -> list[Block]:
    """Table two: a block for each article of the 条例."""
    groups = groupby(ACTIVE_LINES, key=lambda line: (line.section, line.columns))
    return [
        Block(
            article,
            tuple(ACTIVE_COLUMNS[column] for column in columns),
            tuple(
                Row(
                    (line.label,),
                    tuple(_cell(sheet, Table.ACTIVE, line.key, one) for one in columns),
                )
                for line in lines
            ),
        )
        for (article, columns), lines in groups
    ]


# what stands between the number of a line and its words
MARKS = dict.fromkeys("一二四", "、") | dict.fromkeys("12345678", ".")
# 法人或其他组织 are all but the first
CITIZEN, *ORGANISATIONS = APPLICANT_LABELS
ORGANISATION = "法人或其他组织"
REQUEST_COLUMNS = (*APPLICANT_LABELS, COLUMN_LABELS[SUM])


def request_rows(sheet: Sheet) -> list[Row]:
    """Table three: the headings from the outermost in, seven numbers."""
    columns = [*(kind.value for kind in APPLICANTS), SUM]
    known: set[str] = set()
    found = []
    for line in request_lines(sheet.words):
        head = _heads(line)
        cells = tuple(_cell(sheet, Table.REQUESTS, line.key, column) for column in columns)
        found.append(Row(head, cells, tuple(one for one in head[:-1] if one not in known)))
        known.update(head)
    return found


def _heads(line: Line) -> tuple[str, ...]:
    """三、本年度办理结果, （三）不予公开, 1.属于国家秘密: as deep as the line stands."""
    own = f"{line.number}{MARKS.get(line.number[-1:], '')}{line.label}"
    return (*line.outer, own)


def remedy_rows(sheet: Sheet) -> list[Row]:
    """Table four: one row for each way, five numbers each."""
    columns = [*(result.value for result in RemedyResult), SUM]
    return [
        Row(
            (one.label,),
            tuple(_cell(sheet, Table.REMEDIES, one.value, column) for column in columns),
        )
        for one in Remedy
    ]


REMEDY_COLUMNS = (*(result.label for result in RemedyResult), "总计")


def _cell(sheet: Sheet, table: Table, line: str, column: str) -> Printed:
    key = (table.value, line, column)
    known = sheet.cells.get(key)
    return Printed(key, sheet.value(table, line, column), bool(known and known.changed))


def flat_rows(sheet: Sheet) -> Iterator[tuple[str, str, str, Number]]:
    """Everything as table, line, column, number: for the workbook and for programs."""
    for block in active_blocks(sheet):
        for row in block.rows:
            for column, cell in zip(block.columns, row.cells, strict=True):
                yield Table.ACTIVE.label, f"{block.article} {row.head[0]}", column, cell.value
    for row in request_rows(sheet):
        for column, cell in zip(REQUEST_COLUMNS, row.cells, strict=True):
            yield Table.REQUESTS.label, " ".join(row.head), column, cell.value
    for row in remedy_rows(sheet):
        for column, cell in zip(REMEDY_COLUMNS, row.cells, strict=True):
            yield Table.REMEDIES.label, row.head[0], column, cell.value
