"""Narrowing the large expenses of all villages within a year."""

from typing import Any

import django_filters
from django.db.models import Q
from django.http import QueryDict

from finance.ledger.models import LedgerEntry
from finance.narrow.choices import ChoiceFilterSet
from portal.core.organisations.models import Organisation
from portal.core.township.models import Township

CITED = (("yes", "注明了决议"), ("no", "没有注明决议"))


class LargeFilter(ChoiceFilterSet):
    village = django_filters.ChoiceFilter(label="村（社区）", field_name="period__village__slug")
    cited = django_filters.ChoiceFilter(label="决议", choices=CITED, method="by_resolution")

    class Meta:
        model = LedgerEntry
        fields: list[str] = []

    def __init__(self, data: QueryDict, queryset: Any, township: Township) -> None:
        super().__init__(data, queryset=queryset)
        villages = Organisation.objects.of(township).villages()
        self.offer(village=[(one.slug, one.name) for one in villages])

    def by_resolution(self, queryset: Any, name: str, value: str) -> Any:
        return queryset.filter(Q(resolution__isnull=value == "no"))
