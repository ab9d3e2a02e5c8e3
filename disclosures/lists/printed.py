"""The totals that a sheet prints, against the rows that they can stand for."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from disclosures.lists.kinds import KindColumn, Role
from disclosures.lists.numbers import number_of
from disclosures.lists.sheet import NOTHING, ReadRow
from portal.spreadsheets.rows import BadCell, Problem, Row

SUMMED = (Role.COUNT, Role.AREA, Role.AMOUNT)


def wrong_totals(
    totals: Sequence[Row], rows: Sequence[ReadRow], kept: Mapping[str, KindColumn]
) -> Iterator[Problem]:
    """Each printed total that no run of rows above it adds up to: those since an earlier total (of
    a village, of a page), or all of them."""
    for heading, column in kept.items():
        if column.role not in SUMMED:
            continue
        before = [NOTHING, *_sums_before(totals, rows, column.role)]
        for place, row in enumerate(totals, start=1):
            stated = _stated(row.values.get(heading, ""), column.role)
            runs = [before[place] - earlier for earlier in before[:place]]
            if stated is not None and stated not in runs:
                # the last total is that of the whole sheet, the others those of a part
                summed = runs[0] if place == len(totals) else runs[-1]
                yield Problem(row.number, heading, _told(stated, summed))


def _sums_before(totals: Sequence[Row], rows: Sequence[ReadRow], role: Role) -> Iterator[Decimal]:
    """What all rows above each total add up to."""
    summed, left = NOTHING, list(reversed(rows))
    for total in totals:
        while left and left[-1].number < total.number:
            summed += Decimal(getattr(left.pop(), role) or 0)
        yield summed


def _stated(cell: object, role: Role) -> Decimal | None:
    """The figure of a total; None where it prints none."""
    if cell is None or not str(cell).strip():
        return None
    try:
        return Decimal(number_of(role, cell))
    except BadCell:
        return None


def _told(stated: Decimal, summed: Decimal) -> str:
    return f"合计印的是 {stated}，逐行相加是 {summed}，相差 {stated - summed}，请核对。"
