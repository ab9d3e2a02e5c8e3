"""Narrowing levies by village and year, as plain GET links."""

import django_filters
from django.http import QueryDict

from disclosures.items.models import Disclosure
from disclosures.items.querysets import DisclosureQuerySet
from finance.narrow.choices import ChoiceFilterSet
from portal.core.organisations.models import Organisation
from portal.core.township.models import Township


class LevyFilter(ChoiceFilterSet):
    year = django_filters.ChoiceFilter(label="年度", field_name="live__levy__year")
    village = django_filters.ChoiceFilter(
        label="村（社区）", field_name="live__levy__village__slug"
    )

    class Meta:
        model = Disclosure
        fields: list[str] = []

    def __init__(self, data: QueryDict, queryset: DisclosureQuerySet, township: Township) -> None:
        super().__init__(data, queryset=queryset)
        years = queryset.order_by().values_list("live__levy__year", flat=True).distinct()
        villages = Organisation.objects.of(township).villages()
        self.offer(
            year=[(str(year), f"{year}年") for year in sorted(years, reverse=True)],
            village=[(one.slug, one.name) for one in villages],
        )
