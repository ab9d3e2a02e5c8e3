"""Projects of a year, or of all years, at a glance."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Count, Sum
from django.urls import reverse

from disclosures.items.querysets import DisclosureQuerySet
from finance.charts.bars import Bar, bars
from finance.ledger.models import LedgerEntry
from finance.projects.models import ProjectFile, ProjectFund
from finance.projects.money import NOTHING
from finance.projects.payments import EXPENSE
from finance.projects.public import Trouble, in_trouble, phase_rules
from finance.projects.stages import Phase
from portal.core.township.models import Township


@dataclass(frozen=True)
class Figure:
    """A count that leads to what it counts."""

    name: str
    count: int
    url: str
    amiss: bool = False


@dataclass(frozen=True)
class Overview:
    count: int
    figures: list[Figure]
    funds: list[Bar]
    granted: Decimal
    contracted: Decimal
    paid: Decimal


def overview_of(
    found: DisclosureQuerySet, township: Township, today: date, year: int | None
) -> Overview:
    """Of `found`, all of one year; seven queries."""
    live = found.order_by().values("live")
    sources: dict[str, Decimal] = dict(
        ProjectFund.objects.filter(edition__in=live)
        .order_by()
        .values_list("source")
        .annotate(Sum("amount"))
    )
    labels = dict(ProjectFund.Source.choices)
    parts = [(labels[source], round(sources[source], 2), "") for source in sorted(sources)]
    contracted = ProjectFile.objects.filter(edition__in=live).aggregate(sum=Sum("contract"))["sum"]
    entries = LedgerEntry.objects.public(township).filter(direction=EXPENSE)
    paid = entries.filter(project__in=found.order_by().values("pk")).aggregate(sum=Sum("amount"))
    return Overview(
        count=found.count(),
        figures=list(_figures(found, township, today, year)),
        funds=bars(parts, ordered=False),
        granted=sum((amount for _, amount, _ in parts), NOTHING),
        contracted=round(contracted or NOTHING, 2),
        paid=round(paid["sum"] or NOTHING, 2),
    )


def _figures(
    found: DisclosureQuerySet, township: Township, today: date, year: int | None
) -> Iterator[Figure]:
    of_year = f"year={year}&" if year else ""
    page = f"{reverse('finance:projects')}?{of_year}standing="
    rules = phase_rules()
    counted = found.order_by().aggregate(
        **{phase.value: Count("pk", filter=rules[phase]) for phase in Phase}
    )
    for phase in Phase:
        yield Figure(phase.label, counted[phase.value], f"{page}{phase.value}")
    for trouble in Trouble:
        count = in_trouble(found, trouble, township, today).count()
        yield Figure(trouble.label, count, f"{page}{trouble.value}", amiss=count > 0)
