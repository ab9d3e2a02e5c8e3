"""The numbers on the home page, each from one grouped query."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Max

from disclosures.catalogue.categories import CATEGORIES, Category
from disclosures.items.models import Disclosure


@dataclass(frozen=True)
class CategoryFigure:
    """A key category with how much is public in it and what came last."""

    category: Category
    count: int
    latest: Disclosure | None


def category_figures(items: Any) -> list[CategoryFigure]:
    """The seven categories in their order; two queries however much is stored."""
    rows = items.exclude(live__entry__category="").order_by()
    grouped = rows.values_list("live__entry__category").annotate(Count("pk"), Max("published_at"))
    found = {slug: (count, newest) for slug, count, newest in grouped}
    latest = _latest(items, [newest for _, newest in found.values()])
    return [
        CategoryFigure(category, found.get(category.slug, (0, None))[0], latest.get(category.slug))
        for category in CATEGORIES
    ]


def _latest(items: Any, moments: list[datetime]) -> dict[str, Disclosure]:
    """One item published at one of `moments` for each category."""
    at_that_time = items.without_bodies().filter(published_at__in=moments)
    return {item.live.entry.category: item for item in at_that_time.reverse()}
