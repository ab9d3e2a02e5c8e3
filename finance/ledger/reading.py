"""What has been understood of a sheet so far, and its cells as the values that were meant."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from finance.ledger.days import Span
from finance.ledger.sheet import Direction, Entry, PrintedTotal
from finance.wan.amounts import yuan_in
from portal.spreadsheets.cells import BadCell, as_text
from portal.spreadsheets.rows import Problem, Row

EMPTY = ("", "-", "—", "/", "\\")


@dataclass
class Reading:
    """What has been understood so far, sheet by sheet."""

    span: Span | None = None
    unit: str = "元"
    place: str = ""  # the worksheet, where there are several
    way: Direction | None = None  # of all entries of the table
    signed: bool = False
    days: list[tuple[int, object]] = field(default_factory=list)  # row and day of the table
    entries: list[Entry] = field(default_factory=list)
    printed: list[PrintedTotal] = field(default_factory=list)
    columns: dict[str, str] = field(default_factory=dict)
    unknown: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    strays: list[Problem] = field(default_factory=list)  # days outside the titled period
    spans: list[Span] = field(default_factory=list)
    heads: list[str] = field(default_factory=list)  # remarks since the last entry
    opening: Decimal | None = None
    opening_row: int = 0
    opening_among_income: bool = False
    closing: Decimal | None = None
    minus_spent: bool = False  # whether payments are printed below nothing, all of them
    red_letters: bool = False  # whether a red amount is one below nothing

    def wrong(self, row: int, column: str, message: str) -> None:
        self.problems.append(Problem(row, column, f"{self.place}{message}"))

    @property
    def last_day(self) -> date | None:
        return self.entries[-1].on if self.entries else None


def refused(row: Row, reading: Reading) -> bool:
    """Whether a cell of this row has been refused already."""
    return bool(reading.problems) and reading.problems[-1].row == row.number


def money(row: Row, column: str, reading: Reading) -> Decimal | None:
    """The cell in yuan; None where it is empty or was refused."""
    cell = row.values.get(column, "")
    if cell is None or (isinstance(cell, str) and cell.strip() in EMPTY):
        return None
    try:
        return in_yuan(cell, reading)
    except BadCell as refusal:
        reading.wrong(row.number, column, str(refusal))
        return None


def in_yuan(cell: object, reading: Reading) -> Decimal:
    return yuan_in(cell, reading.unit)


def text(row: Row, column: str, reading: Reading) -> str:
    try:
        return as_text(row.values.get(column, ""))
    except BadCell as refusal:
        reading.wrong(row.number, column, str(refusal))
        return ""
