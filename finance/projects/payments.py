"""What the villages' books paid for projects: entries that name the project.

Residents see those of published periods; staff see all.
"""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.db.models import DecimalField, OuterRef, Subquery, Sum
from django.db.models.functions import Coalesce

from finance.accounts.models import Subject
from finance.ledger.models import EntryQuerySet, LedgerEntry
from finance.projects.money import NOTHING
from portal.core.township.models import Township

EXPENSE = Subject.Direction.EXPENSE
MOST_SHOWN = 200


def payments_of(project: int, township: Township, *, all_periods: bool = False) -> EntryQuerySet:
    """The entries that pay for one project, the oldest first."""
    found = _paying(township, all_periods=all_periods).filter(project=project)
    return found.select_related("period__village").order_by("on", "pk")


def paid_for(
    projects: Iterable[int], township: Township, *, all_periods: bool = False
) -> dict[int, Decimal]:
    """The sum for each of `projects` (keys of disclosures) that was paid for; one query."""
    found = _paying(township, all_periods=all_periods).filter(project__in=list(projects))
    sums = found.order_by().values_list("project").annotate(Sum("amount"))
    return {key: round(amount, 2) for key, amount in sums}


def paid_in_public(township: Township) -> Coalesce:
    """The sum beside each disclosure of a query."""
    sums: Any = _paying(township).filter(project=OuterRef("pk")).order_by().values("project")
    paid = sums.annotate(paid=Sum("amount")).values("paid")
    plain = DecimalField(max_digits=14, decimal_places=2)
    return Coalesce(Subquery(paid, output_field=plain), NOTHING, output_field=plain)


def _paying(township: Township, *, all_periods: bool = False) -> EntryQuerySet:
    entries = LedgerEntry.objects
    found = entries.of(township) if all_periods else entries.public(township)
    return found.filter(direction=EXPENSE)
