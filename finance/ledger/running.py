"""An account's balance after each entry, computed by the database for the rows shown."""

from typing import Any

from django.db.models import Case, DecimalField, F, OuterRef, Q, QuerySet, Subquery, Sum, When

from finance.accounts.models import Subject
from finance.ledger.models import Balance, LedgerEntry

MONEY = DecimalField(max_digits=14, decimal_places=2)
SIGNED = Case(
    When(direction=Subject.Direction.INCOME, then=F("amount")),
    default=-F("amount"),
    output_field=MONEY,
)


def with_balance(entries: QuerySet[LedgerEntry]) -> QuerySet[Any]:
    """`entries` with `balance`: the opening of account and period, plus all up to each entry."""
    same = LedgerEntry.objects.filter(period=OuterRef("period"), account=OuterRef("account"))
    before = Q(on__lt=OuterRef("on")) | Q(on=OuterRef("on"), pk__lte=OuterRef("pk"))
    moved = same.filter(before).order_by().values("account").annotate(sum=Sum(SIGNED)).values("sum")
    opening = Balance.objects.filter(period=OuterRef("period"), account=OuterRef("account"))
    return entries.annotate(
        balance=Subquery(opening.values("opening"), output_field=MONEY)
        + Subquery(moved, output_field=MONEY)
    )
