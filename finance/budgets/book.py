"""What was understood of a workbook of budget tables, and what is wrong with it."""

from dataclasses import dataclass, field
from decimal import Decimal

from finance.budgets.tables import Table
from finance.budgets.tree import total
from portal.spreadsheets.rows import Problem


@dataclass(frozen=True)
class ReadLine:
    """One line of a sheet; `amount` in yuan."""

    row: int
    table: Table
    code: str
    name: str
    amount: Decimal
    reason: str = ""
    reason_last: str = ""


@dataclass(frozen=True)
class SheetProblem(Problem):
    sheet: str = ""


@dataclass
class Taken:
    """A sheet that is a table: in which unit, and which of its columns is what."""

    sheet: str
    table: Table
    unit: str
    columns: dict[str, str]  # ours → its letter
    lines: list[ReadLine] = field(default_factory=list)

    @property
    def sum(self) -> Decimal:
        return total(self.lines)


@dataclass
class Book:
    """`left_out` and `noted` are sentences: what was not read, and what to look at again."""

    taken: list[Taken] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    noted: list[str] = field(default_factory=list)
    problems: list[SheetProblem] = field(default_factory=list)

    @property
    def lines(self) -> list[ReadLine]:
        return [line for one in self.taken for line in one.lines]

    @property
    def ok(self) -> bool:
        return bool(self.lines) and not self.problems

    def of(self, table: Table) -> list[ReadLine]:
        return [line for line in self.lines if line.table is table]

    def is_right(self, sheet: str) -> bool:
        return all(problem.sheet != sheet for problem in self.problems)

    def wrong(self, sheet: str, row: int, column: str, message: str) -> None:
        told = f"工作表《{sheet}》：{message}" if sheet else message
        self.problems.append(SheetProblem(row, column, told, sheet))
