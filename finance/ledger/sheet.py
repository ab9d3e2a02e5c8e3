"""What was understood of an accountant's sheet."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from finance.ledger.days import Span
from portal.spreadsheets.rows import Problem

NOTHING = Decimal("0.00")


def place_of(worksheet: str) -> str:
    """What stands before a message where there are several worksheets."""
    return f"工作表《{worksheet}》："


class Direction(StrEnum):
    INCOME = "income"
    EXPENSE = "expense"

    @property
    def label(self) -> str:
        return "收入" if self is Direction.INCOME else "支出"


@dataclass(frozen=True)
class Entry:
    """One receipt or payment. `amount` is in yuan; negative where the sheet takes an earlier entry
    back (红字冲销). `balance` is what the sheet prints after it, if it does."""

    row: int
    on: date
    direction: Direction
    amount: Decimal
    purpose: str
    subject: str = ""
    voucher: str = ""
    counterparty: str = ""
    handler: str = ""
    project: str = ""
    resolution: str = ""
    remark: str = ""
    balance: Decimal | None = None
    place: str = ""  # the worksheet, where there are several

    @property
    def income(self) -> Decimal:
        return self.amount if self.direction is Direction.INCOME else NOTHING

    @property
    def expense(self) -> Decimal:
        return self.amount if self.direction is Direction.EXPENSE else NOTHING


@dataclass(frozen=True)
class PrintedTotal:
    """A row of the sheet that sums others up or carries a balance: 本月合计, 本季累计, 承前页."""

    row: int
    label: str
    income: Decimal | None
    expense: Decimal | None
    balance: Decimal | None
    after: int  # how many entries stand above it
    place: str = ""


@dataclass(frozen=True)
class LedgerSheet:
    """The entries of a sheet in its order, what it prints beside them, and what is wrong."""

    entries: tuple[Entry, ...] = ()
    opening: Decimal | None = None
    opening_row: int = 0  # 0 where it stands in no row of its own
    opening_among_income: bool = False  # printed in the column of receipts, so sums may contain it
    closing: Decimal | None = None  # as printed
    printed: tuple[PrintedTotal, ...] = ()
    columns: dict[str, str] = field(default_factory=dict)  # ours → the sheet's heading
    span: Span | None = None
    unit: str = "元"
    hidden: tuple[str, ...] = ()
    worksheets: tuple[str, ...] = ()  # those that were read
    unknown: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()  # rows that hold words about the table alone
    # printed figures that this sheet alone can't prove, each a sentence
    unproven: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def ok(self) -> bool:
        return not self.problems

    @property
    def income(self) -> Decimal:
        return sum((entry.income for entry in self.entries), NOTHING)

    @property
    def expense(self) -> Decimal:
        return sum((entry.expense for entry in self.entries), NOTHING)

    @property
    def computed_closing(self) -> Decimal:
        return (self.opening or NOTHING) + self.income - self.expense
