"""What a village took in and spent, by subject, by account, by period: of published periods."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Count, QuerySet, Sum
from django.utils.http import urlencode

from finance.accounts.models import NOTHING, Subject
from finance.charts.bars import Bar, bars
from finance.ledger.models import Balance, LedgerEntry, Period


@dataclass(frozen=True)
class Totals:
    """Of all accounts together; `periods` in rising order."""

    opening: Decimal
    income: Decimal
    expense: Decimal
    closing: Decimal
    entries: int

    @property
    def proves(self) -> bool:
        return self.opening + self.income - self.expense == self.closing


@dataclass(frozen=True)
class PeriodTotals:
    period: Period
    totals: Totals


def totals_of(balances: Iterable[Balance]) -> Totals:
    """Of the accounts of one period."""
    rows = list(balances)

    def added(name: str) -> Decimal:
        return sum((getattr(row, name) for row in rows), NOTHING)

    entries = sum(row.entries for row in rows)
    return Totals(added("opening"), added("income"), added("expense"), added("closing"), entries)


def by_period(periods: Iterable[Period]) -> list[PeriodTotals]:
    """`periods` with their balances prefetched, each with its totals."""
    return [PeriodTotals(period, totals_of(period.balances.all())) for period in periods]


def together(found: list[PeriodTotals]) -> Totals | None:
    """Several periods as one: opens with the earliest, closes with the latest."""
    if not found:
        return None
    rising = sorted(found, key=lambda one: one.period.first)
    return Totals(
        rising[0].totals.opening,
        sum((one.totals.income for one in rising), NOTHING),
        sum((one.totals.expense for one in rising), NOTHING),
        rising[-1].totals.closing,
        sum(one.totals.entries for one in rising),
    )


@dataclass(frozen=True)
class BySubject:
    """Where money came from and went; receipts that are no income stand apart."""

    income: list[Bar]
    apart: list[Bar]
    expense: list[Bar]


def by_subject(entries: QuerySet[LedgerEntry], address: str) -> BySubject:
    """Sums by subject, each leading to its entries at `address`; one query."""
    grouped = entries.order_by().values(
        "direction", "subject_id", "subject__name", "subject__apart"
    )
    rows = list(grouped.annotate(sum=Sum("amount"), count=Count("pk")))

    def picture(wanted: Any) -> list[Bar]:
        return bars(
            (one["subject__name"], one["sum"], _link(address, one)) for one in rows if wanted(one)
        )

    income, expense = Subject.Direction.INCOME, Subject.Direction.EXPENSE
    return BySubject(
        picture(lambda one: one["direction"] == income and not one["subject__apart"]),
        picture(lambda one: one["direction"] == income and one["subject__apart"]),
        picture(lambda one: one["direction"] == expense),
    )


def _link(address: str, row: Any) -> str:
    mark = "&" if "?" in address else "?"
    return f"{address}{mark}{urlencode({'subject': row['subject_id']})}#entries"
