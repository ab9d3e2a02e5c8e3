"""Finding the table of receipts and payments in a worksheet, under whatever headings."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from finance.ledger import columns as named
from finance.ledger.columns import COLUMNS
from finance.ledger.labels import as_shown, squeezed
from finance.ledger.sheet import Direction
from portal.spreadsheets.cells import BadCell, as_amount
from portal.spreadsheets.read import Sheet
from portal.spreadsheets.rows import HEADER_WITHIN, Table, find_table, plain_heading

WORDS = {"收", "支", "收入", "支出", "收款", "付款", "进账", "出账", "借", "贷", "收方", "付方"}
WAYS = {named.INCOME, named.EXPENSE}
PURPOSES = {named.PURPOSE, named.SUBJECT, named.INCOME_PURPOSE, named.EXPENSE_PURPOSE}
Mapped = Mapping[str, str] | None


@dataclass(frozen=True)
class LedgerTable:
    """A table with its headings, of two lines read as one. `way` is the direction of all its
    entries where one is told; `signed` where a minus alone tells a payment."""

    sheet: Sheet
    table: Table
    header: tuple[object, ...]
    way: Direction | None = None
    signed: bool = False

    @property
    def dated(self) -> bool:
        return bool({named.DATE, named.MONTH} & self.table.places.keys())

    @property
    def only_amounts(self) -> bool:
        return named.AMOUNT in self.table.places and not (
            {named.DIRECTION, *WAYS} & self.table.places.keys()
        )

    def repeats_header(self, cells: list[object]) -> bool:
        """Whether a row is the header again, over the next page or month."""
        if any(isinstance(cell, float | date) for cell in cells):
            return False
        found = {plain_heading(cell) for cell in cells if cell not in ("", None)} - {""}
        return len(found) > 1 and found <= self.headings

    @cached_property
    def headings(self) -> set[str]:
        above = self.sheet.rows[max(self.table.header - 2, 0) : self.table.header]
        return {plain_heading(cell) for row in above for cell in row}


def halves(sheet: Sheet) -> list[Sheet]:
    """A sheet with receipts on the left and payments on the right, each with days of its own, as
    two; any other as it is."""
    table = find_table(_top(sheet), COLUMNS)
    if table is None or named.DATE not in table.places:
        return [sheet]
    header = [plain_heading(cell) for cell in sheet.rows[table.header - 1]]
    first = table.places[named.DATE]
    again = [at for at, name in enumerate(header) if name == header[first] and at > first + 1]
    if len(again) != 1:
        return [sheet]
    at = again[0] - first  # a number may stand before the date on both sides
    left, right = ([row[part] for row in sheet.rows] for part in (slice(at), slice(at, None)))
    red = [frozenset(cell for cell in sheet.red if cell[1] <= at)]
    red.append(frozenset((row, column - at) for row, column in sheet.red if column > at))
    return [
        replace(sheet, rows=rows, red=cells) for rows, cells in zip((left, right), red, strict=True)
    ]


def _top(sheet: Sheet) -> Sheet:
    """Where the header must be; the rest may be long."""
    return replace(sheet, rows=sheet.rows[:HEADER_WITHIN])


def find_ledger(sheet: Sheet, mapping: Mapped) -> LedgerTable | None:
    """The table of a sheet if it can be a ledger."""
    sheet = _one_header(sheet, mapping)
    table = find_table(sheet, COLUMNS, mapping)
    if table is not None and (meant := dict(_meant(sheet, table))):
        table = find_table(sheet, COLUMNS, {**meant, **(mapping or {})})
    if table is None or not _is_ledger(table):
        return None
    found = LedgerTable(sheet, table, tuple(sheet.rows[table.header - 1]))
    return _with_way(found) if found.only_amounts else found


def _one_header(sheet: Sheet, mapping: Mapped) -> Sheet:
    """`sheet` with a header of two lines joined in the lower one: 金额 over 收入 and 支出."""
    best = find_table(_top(sheet), COLUMNS, mapping)
    known = len(best.places) if best else 0
    for index, (upper, lower) in enumerate(
        zip(sheet.rows[:HEADER_WITHIN], sheet.rows[1:HEADER_WITHIN], strict=False)
    ):
        below = find_table(replace(sheet, rows=[lower]), COLUMNS, mapping)
        if below is None or below.unknown:
            continue
        width = max(len(upper), len(lower))
        wide = ([*row, *[""] * (width - len(row))] for row in (upper, lower))
        joined = [under if as_shown(under) else over for over, under in zip(*wide, strict=True)]
        found = find_table(replace(sheet, rows=[joined]), COLUMNS, mapping)
        if found and len(found.places) > known:
            rows = [*sheet.rows]
            rows[index + 1] = joined
            return replace(sheet, rows=rows)
    return sheet


def _meant(sheet: Sheet, table: Table) -> Iterator[tuple[str, str]]:
    """Headings that mean something else here than elsewhere, by what the table lacks."""
    places, header = table.places, sheet.rows[table.header - 1]
    if not PURPOSES & places.keys() and named.PROJECT in places:
        yield as_shown(header[places[named.PROJECT]]), named.PURPOSE
    if WAYS & places.keys():
        return
    if named.AMOUNT not in places and named.DIRECTION in places:
        yield as_shown(header[places[named.DIRECTION]]), named.AMOUNT
    elif named.AMOUNT in places and named.DIRECTION not in places:
        for place, heading in enumerate(header):
            cells = {squeezed(cell) for cell in _below(sheet, table, place)} - {""}
            if cells and cells <= WORDS:
                yield as_shown(heading), named.DIRECTION


def _below(sheet: Sheet, table: Table, place: int) -> Iterator[object]:
    for row in table.rows:
        cells = sheet.rows[row.number - 1]
        yield cells[place] if place < len(cells) else ""


def _is_ledger(table: Table) -> bool:
    told = PURPOSES & table.places.keys()
    return bool(told) and bool({named.AMOUNT, *WAYS} & table.places.keys())


def _with_way(found: LedgerTable) -> LedgerTable:
    """How a table with a single column of amounts tells what came from what went."""
    heading = squeezed(found.header[found.table.places[named.AMOUNT]])
    told = "".join(map(squeezed, (*found.table.above, found.sheet.name, heading)))
    income, expense = "收入" in told, "支出" in told
    both = any(one in heading and two in heading for one, two in ("收支", "正负", "+-"))
    if income != expense and not both:
        return replace(found, way=Direction.INCOME if income else Direction.EXPENSE)
    return replace(found, signed=both or any(map(_below_nothing, _amounts(found))))


def _amounts(found: LedgerTable) -> Iterator[object]:
    return _below(found.sheet, found.table, found.table.places[named.AMOUNT])


def _below_nothing(cell: object) -> bool:
    try:
        return as_amount(cell) < 0
    except BadCell:
        return False
