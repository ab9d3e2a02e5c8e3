"""What a village or an office has made public, by matter and by month; one grouped query each."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, F, Max
from django.db.models.functions import TruncMonth

from portal.core.organisations.models import Organisation

MOST_MATTERS = 16
MOST_MONTHS = 12


@dataclass(frozen=True)
class PlaceFigure:
    place: Organisation
    count: int
    newest: Any


def by_matter(items: Any) -> list[dict[str, Any]]:
    """Catalogue entries of `items` with how many each holds, the fullest first."""
    grouped = items.order_by().values(code=F("live__entry__code"), name=F("live__entry__name"))
    return list(grouped.annotate(count=Count("pk")).order_by("-count", "code")[:MOST_MATTERS])


def by_month(items: Any) -> list[tuple[date, int]]:
    """The latest months in which any of `items` became public."""
    months = items.order_by().annotate(month=TruncMonth("first_published_on")).values_list("month")
    return list(months.annotate(count=Count("pk")).order_by("-month")[:MOST_MONTHS])


def by_place(items: Any, places: Any) -> list[PlaceFigure]:
    """`places` in their order, each with how much of `items` is theirs and how recent it is."""
    grouped = items.order_by().values_list("live__issuer")
    rows = grouped.annotate(Count("pk"), Max("published_at"))
    found = {key: (count, newest) for key, count, newest in rows}
    return [PlaceFigure(place, *found.get(place.pk, (0, None))) for place in places]
