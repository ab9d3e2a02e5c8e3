"""Fund by fund and year by year: granted, paid by lists, left; of public records alone."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from django.db.models import Count, F, Sum
from django.db.models.functions import ExtractYear

from disclosures.items.models import Disclosure
from disclosures.items.shapes import Shape
from disclosures.lists.models import ListKind, ListTotal
from disclosures.lists.public import public_lists
from finance.grants.models import GrantLine
from finance.sangong.changes import share
from portal.core.township.models import Township

NOTHING = Decimal("0.00")


@dataclass
class FundYear:
    """What is known of a fund in a year; `granted` is None where no grant was published."""

    fund: str
    year: int
    granted: Decimal | None = None
    paid: Decimal = NOTHING
    lists: int = 0
    notices: list[Disclosure] = field(default_factory=list)

    @property
    def left(self) -> Decimal | None:
        return None if self.granted is None else self.granted - self.paid

    @property
    def overdrawn(self) -> bool:
        """More was paid than had come."""
        return self.left is not None and self.left < 0

    @property
    def percent(self) -> Decimal | None:
        return share(self.paid, self.granted) if self.granted else None


def fund_years(township: Township, at: datetime) -> list[FundYear]:
    """Every fund that a public grant or payment list names, the latest year first; two queries."""
    found: dict[tuple[str, int], FundYear] = {}
    for line in _granted(township, at):
        year = line.edition.fundgrant.year
        one = found.setdefault((line.fund, year), FundYear(line.fund, year))
        one.granted = (one.granted or NOTHING) + line.amount
        one.notices.append(line.edition.disclosure)
    for fund, year, paid, lists in _paid(township, at):
        if fund and year:
            one = found.setdefault((fund, year), FundYear(fund, year))
            one.paid, one.lists = round(paid or NOTHING, 2), lists
    return sorted(found.values(), key=lambda one: (-one.year, one.fund))


def by_year(funds: Iterable[FundYear]) -> dict[int, list[FundYear]]:
    grouped: dict[int, list[FundYear]] = defaultdict(list)
    for one in funds:
        grouped[one.year].append(one)
    return dict(grouped)


def _granted(township: Township, at: datetime) -> Iterable[GrantLine]:
    live = Disclosure.objects.public(township, at).of_shape(Shape.FUND_GRANT).values("live")
    lines = GrantLine.objects.filter(edition__in=live.order_by())
    return lines.select_related("edition__fundgrant", "edition__disclosure__live").order_by("pk")


def _paid(township: Township, at: datetime) -> Iterable[tuple[str, int, Decimal, int]]:
    totals = ListTotal.objects.filter(
        edition__in=public_lists(township, at).order_by().values("live"),
        edition__noticelist__kind__purpose=ListKind.Purpose.PAYMENT,
    )
    grouped = totals.order_by().values_list(
        F("edition__noticelist__fund"), ExtractYear("edition__noticelist__period_to")
    )
    return grouped.annotate(Sum("amount"), Count("edition", distinct=True))
