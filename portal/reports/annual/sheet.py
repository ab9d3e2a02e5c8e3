"""The tables of one report: every cell with what was counted, what stands, and why."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from applications.decisions.rows import Row
from portal.core.township.models import Township
from portal.reports.annual.count import Key, counted
from portal.reports.annual.identities import (
    Identity,
    remedy_identities,
    request_identities,
    with_sums,
)
from portal.reports.annual.lines import (
    ACTIVE_COLUMNS,
    ACTIVE_LINES,
    APPLICANTS,
    CARRIED_FORWARD,
    CARRIED_OVER,
    CHARGED,
    NEW,
    SUM,
    Remedy,
    RemedyResult,
    Table,
    Words,
    request_lines,
)
from portal.reports.annual.models import AnnualReport, CellOverride, LineWording

# what must be whole numbers: all but the charges
MONEY = (Table.ACTIVE.value, "charges", CHARGED)


def single_cells() -> list[Key]:
    """The cells that are counted or filled in; the sums follow from them."""
    lines = [NEW, CARRIED_OVER, *(row.value for row in Row), CARRIED_FORWARD]
    return [
        *(
            (Table.ACTIVE.value, line.key, column)
            for line in ACTIVE_LINES
            for column in line.columns
        ),
        *((Table.REQUESTS.value, line, kind.value) for line in lines for kind in APPLICANTS),
        *(
            (Table.REMEDIES.value, one.value, result.value)
            for one in Remedy
            for result in RemedyResult
        ),
    ]


@dataclass(frozen=True)
class Cell:
    """`computed` is None where the system has no records of it."""

    key: Key
    computed: Decimal | None
    override: CellOverride | None = None

    @property
    def value(self) -> Decimal | None:
        return self.override.value if self.override else self.computed

    @property
    def missing(self) -> bool:
        return self.value is None

    @property
    def shown(self) -> str:
        return "—" if self.value is None else f"{self.value.normalize():f}"

    @property
    def changed(self) -> bool:
        """Something else stands than was counted."""
        return self.override is not None and self.override.value != self.computed


@dataclass(frozen=True)
class Sheet:
    cells: Mapping[Key, Cell]
    last_year: Mapping[tuple[str, str], int] | None = None
    report: int | None = None  # the key of the report that they stand in
    words: Words = field(default_factory=dict)  # of the lines of table three

    def numbers(self, table: Table) -> dict[tuple[str, str], int]:
        """The whole numbers of a table, without sums; what is missing is taken as none."""
        return {
            (line, column): int(cell.value or 0)
            for (of, line, column), cell in self.cells.items()
            if of == table.value
        }

    @cached_property
    def requests(self) -> dict[tuple[str, str], int]:
        """Table three with its sums."""
        return with_sums(self.numbers(Table.REQUESTS))

    @cached_property
    def remedies(self) -> dict[tuple[str, str], int]:
        """Table four with its sums."""
        single = self.numbers(Table.REMEDIES)
        sums = {
            (one.value, SUM): sum(single[one.value, result.value] for result in RemedyResult)
            for one in Remedy
        }
        return single | sums

    @cached_property
    def identities(self) -> list[Identity]:
        return [
            *request_identities(self.requests, self.last_year),
            *remedy_identities(self.remedies),
        ]

    @property
    def broken(self) -> list[Identity]:
        return [one for one in self.identities if not one.holds]

    @property
    def missing(self) -> list[Cell]:
        return [cell for cell in self.cells.values() if cell.missing]

    @property
    def overridden(self) -> list[Cell]:
        return [cell for cell in self.cells.values() if cell.changed]

    def value(self, table: Table, line: str, column: str) -> Decimal | int | None:
        """Any cell, sums included."""
        if table is Table.REQUESTS:
            return self.requests[line, column]
        if table is Table.REMEDIES:
            return self.remedies[line, column]
        return self.cells[table.value, line, column].value


def sheet_of(report: AnnualReport) -> Sheet:
    """What stands now, counted anew."""
    found = {} if report.by_hand else counted(report.township, report.year)
    rows = CellOverride.objects.filter(report_id=report.pk).select_related("by")
    given = {(one.table, one.line, one.column): one for one in rows}
    cells = {
        key: Cell(key, Decimal(found[key]) if key in found else None, given.get(key))
        for key in single_cells()
    }
    return Sheet(cells, _carried_last_year(report), report.pk, words_of(report.township))


def words_of(township: Township) -> dict[str, str]:
    """What this township prints in place of the usual words, by line."""
    return dict(LineWording.objects.of(township).values_list("line", "words"))


def _carried_last_year(report: AnnualReport) -> dict[tuple[str, str], int] | None:
    """Table three of the report of the year before, as issued."""
    before = AnnualReport.objects.public(report.township).filter(year=report.year - 1).first()
    if before is None:
        return None
    return with_sums(
        {
            (line, column): int(Decimal(value))
            for table, line, column, value in before.issued["cells"]
            if table == Table.REQUESTS.value
        }
    )


def printed(sheet: Sheet) -> Iterator[tuple[str, str, str, str]]:
    """Every single cell as it is kept when the report is issued."""
    for (table, line, column), cell in sheet.cells.items():
        yield table, line, column, str(cell.value if cell.value is not None else 0)


def label_of(key: Key) -> str:
    """表三“本年新收…”“自然人”: where a cell stands, in words."""
    table, line, column = key
    return f"{Table(table).label}：{LINE_LABELS[table, line]}，{COLUMN_LABELS[table, column]}"


LINE_LABELS = {
    **{(Table.ACTIVE.value, line.key): line.label for line in ACTIVE_LINES},
    **{(Table.REQUESTS.value, line.key): line.label for line in request_lines()},
    **{(Table.REMEDIES.value, one.value): one.label for one in Remedy},
}
COLUMN_LABELS = {
    **{(Table.ACTIVE.value, key): label for key, label in ACTIVE_COLUMNS.items()},
    **{(Table.REQUESTS.value, kind.value): kind.label for kind in APPLICANTS},
    (Table.REQUESTS.value, SUM): "总计",
    **{(Table.REMEDIES.value, result.value): result.label for result in RemedyResult},
    (Table.REMEDIES.value, SUM): "总计",
}
