"""Sums of the year or quarter so far in a sheet that begins later, against the periods before it
that are on the books already."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from finance.accounts.models import Account
from finance.ledger import columns as named
from finance.ledger.cumulative import QUARTERS_SUM, added, begins, ends, reaches_back, unproven
from finance.ledger.models import Balance
from finance.ledger.sheet import NOTHING, LedgerSheet, PrintedTotal
from portal.spreadsheets.rows import Problem

SIDES = ((named.INCOME, "income"), (named.EXPENSE, "expense"))
ONE_DAY = timedelta(days=1)


def prove_so_far(sheet: LedgerSheet, account: Account) -> LedgerSheet:
    """`sheet` with a problem for each such sum that the books contradict; what the books don't
    reach back to stays unproven."""
    if not sheet.ok or not sheet.unproven:
        return sheet
    left, found = [], list[Problem]()
    for printed in sheet.printed:
        before = _before(sheet, printed, account) if reaches_back(sheet, printed) else None
        if before is None:
            left.append(printed)
        else:
            found += _wrong(sheet, printed, before)
    still = unproven(replace(sheet, printed=tuple(left)))
    return replace(sheet, unproven=tuple(still), problems=tuple(found))


def _before(
    sheet: LedgerSheet, printed: PrintedTotal, account: Account
) -> dict[str, Decimal] | None:
    """What came and went from the first day that the sum is of to the sheet's month; None where
    a period between them isn't on the books, or the sheet goes on into another year or quarter."""
    until = begins(sheet).replace(day=1)
    since = _since(printed, until)
    if _since(printed, ends(sheet)) != since:
        return None
    reached = since
    sums = {"income": NOTHING, "expense": NOTHING}
    kept = Balance.objects.filter(account=account, period__first__range=(since, until - ONE_DAY))
    for balance in kept.select_related("period").order_by("period__first"):
        if balance.period.first != reached:
            return None
        sums = {side: sums[side] + getattr(balance, side) for side in sums}
        reached = balance.period.last + ONE_DAY
    return sums if reached == until else None


def _since(printed: PrintedTotal, day: date) -> date:
    """The first day of the year, or quarter, of `day`."""
    of_quarter = QUARTERS_SUM.search(printed.label) is not None
    return date(day.year, day.month - (day.month - 1) % 3 if of_quarter else 1, 1)


def _wrong(
    sheet: LedgerSheet, printed: PrintedTotal, before: dict[str, Decimal]
) -> Iterator[Problem]:
    """累计 alone may begin with the sheet; 本年累计 and 本季累计 say where they begin."""
    for column, side in SIDES:
        stated = getattr(printed, side)
        here = added(sheet, side, printed.after)
        right = {before[side] + here} | ({here} if printed.label.startswith("累计") else set())
        if stated is not None and stated not in right:
            yield Problem(
                printed.row,
                column,
                f"{printed.place}“{printed.label}”印的是 {stated:,.2f}，账上以前各期 "
                f"{before[side]:,.2f} 加这张表 {here:,.2f}，应为 {before[side] + here:,.2f}，"
                "请核对。",
            )
