"""What was understood of a list in a spreadsheet: rows without anything that must not be kept."""

from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal

from portal.spreadsheets.rows import Problem

NOTHING = Decimal("0.00")


@dataclass(frozen=True)
class ReadRow:
    """One household or person as residents may see it. `village` is the key of an organisation."""

    number: int  # the row in the sheet
    village: int | None
    group: str = ""
    name: str = ""
    count: int | None = None
    area: Decimal | None = None
    standard: Decimal | None = None
    amount: Decimal | None = None
    period: str = ""
    remark: str = ""
    others: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class ListSheet:
    """The rows of a file, what was cut off, what was hidden, and what is wrong."""

    rows: tuple[ReadRow, ...] = ()
    columns: dict[str, str] = field(default_factory=dict)  # the kind's heading → the sheet's
    dropped_columns: tuple[str, ...] = ()  # by their headings
    dropped_cells: tuple[str, ...] = ()  # what else is not kept, in words
    hidden: tuple[str, ...] = ()
    ignored_rows: tuple[str, ...] = ()  # totals and signatures, by row number and words
    read_as: tuple[str, ...] = ()  # how cells were read that say nothing themselves
    problems: tuple[Problem, ...] = ()

    @property
    def ok(self) -> bool:
        return not self.problems

    @property
    def dropped(self) -> tuple[str, ...]:
        return (*self.dropped_columns, *self.dropped_cells)

    @property
    def total(self) -> Decimal:
        return sum((row.amount or NOTHING for row in self.rows), NOTHING)

    def households(self) -> Counter[int | None]:
        """How many rows each village has."""
        return Counter(row.village for row in self.rows)
