"""Books that begin with the newest entry, as banks print them."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from finance.ledger.sheet import LedgerSheet, PrintedTotal


def turned(sheet: LedgerSheet) -> Iterator[LedgerSheet]:
    """The ways to read `sheet` from its last row up; none where its days ever rise. A balance above
    the entries may be that before all of them or that after all."""
    days = [entry.on for entry in sheet.entries]
    if len(set(days)) < 2 or any(earlier < later for earlier, later in pairwise(days)):
        return
    count = len(days)
    other = replace(
        sheet,
        entries=sheet.entries[::-1],
        printed=tuple(_turned(printed, count) for printed in sheet.printed),
    )
    yield other
    if sheet.opening is not None:
        last = PrintedTotal(0, "期末余额", None, None, sheet.opening, count)
        yield replace(other, opening=None, closing=sheet.opening, printed=(*other.printed, last))


def _turned(printed: PrintedTotal, count: int) -> PrintedTotal:
    """A sum of all stays one; a balance stands after the entries that are below it."""
    sums_all = printed.after == count and (printed.income, printed.expense) != (None, None)
    return printed if sums_all else replace(printed, after=count - printed.after)
