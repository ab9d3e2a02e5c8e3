"""The fields of life that programmes are arranged by."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Area:
    """领域; `category` is the key category (七项重点公开内容) that it belongs to, "" for none."""

    slug: str
    name: str
    category: str = ""


AREAS = (
    Area("social-assistance", "社会救助", "social-assistance"),
    Area("farm-subsidies", "农业补贴", "farm-subsidies"),
    Area("medical", "医疗卫生"),
    Area("population", "人口计生", "population"),
    Area("education", "教育资助", "education-funds"),
    Area("security", "社会保障和其他"),
)
BY_NAME = {area.name: area for area in AREAS}
CHOICES = [(area.slug, area.name) for area in AREAS]


def areas_of(category: str) -> list[str]:
    """The slugs of the areas that belong to a key category."""
    return [area.slug for area in AREAS if category and area.category == category]
