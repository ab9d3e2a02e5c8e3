"""Narrowing projects by kind, village, year and standing, as plain GET links."""

from typing import Any

import django_filters
from django.http import QueryDict

from disclosures.items.models import Disclosure
from disclosures.items.querysets import DisclosureQuerySet
from finance.narrow.choices import ChoiceFilterSet
from finance.projects.models import ProjectFile
from finance.projects.public import Trouble, in_phase, in_trouble
from finance.projects.stages import Phase
from portal.core import clock
from portal.core.organisations.models import Organisation
from portal.core.township.models import Township

OF_TOWNSHIP = "township"
STANDINGS = [*Phase.choices, *Trouble.choices]


class ProjectFilter(ChoiceFilterSet):
    year = django_filters.ChoiceFilter(label="立项年度", field_name="live__projectfile__year")
    kind = django_filters.ChoiceFilter(
        label="类型", field_name="live__projectfile__kind", choices=ProjectFile.Kind.choices
    )
    village = django_filters.ChoiceFilter(label="村（社区）", method="at")
    standing = django_filters.ChoiceFilter(label="进展", method="stands", choices=STANDINGS)

    class Meta:
        model = Disclosure
        fields: list[str] = []

    def __init__(self, data: QueryDict, queryset: DisclosureQuerySet, township: Township) -> None:
        super().__init__(data, queryset=queryset)
        self.township = township
        villages = [(one.slug, one.name) for one in Organisation.objects.of(township).villages()]
        self.years = years_of(queryset)
        self.offer(
            year=[(str(year), f"{year}年") for year in self.years],
            village=[(OF_TOWNSHIP, "镇级项目"), *villages],
        )

    def at(self, queryset: Any, name: str, value: str) -> Any:
        if value == OF_TOWNSHIP:
            return queryset.filter(live__projectfile__village=None)
        return queryset.filter(live__projectfile__village__slug=value)

    def stands(self, queryset: Any, name: str, value: str) -> Any:
        if value in Phase.values:
            return in_phase(queryset, value)
        return in_trouble(queryset, value, self.township, clock.today())

    @property
    def year_asked(self) -> int | None:
        year = self.kept.get("year")
        return int(year) if year else None


def years_of(found: DisclosureQuerySet) -> list[int]:
    """The years in which public projects were set up, the latest first."""
    years = found.order_by().values_list("live__projectfile__year", flat=True).distinct()
    return sorted(years, reverse=True)
