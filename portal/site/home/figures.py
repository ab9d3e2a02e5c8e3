"""The numbers on the home page, each from one grouped query."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Max

from disclosures.catalogue.categories import CATEGORIES, Category


@dataclass(frozen=True)
class CategoryFigure:
    category: Category
    count: int
    updated_at: datetime | None


def category_figures(items: Any) -> list[CategoryFigure]:
    """The seven categories in their order, with how much of `items` each holds."""
    rows = items.exclude(live__entry__category="").order_by()
    grouped = rows.values_list("live__entry__category").annotate(Count("pk"), Max("published_at"))
    found = {slug: (count, newest) for slug, count, newest in grouped}
    return [
        CategoryFigure(category, *found.get(category.slug, (0, None))) for category in CATEGORIES
    ]
