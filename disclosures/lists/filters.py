"""Narrowing lists: by kind, village, category and year."""

from typing import Any

import django_filters
from django import forms
from django.http import QueryDict

from disclosures.catalogue.categories import CHOICES
from disclosures.items.models import Disclosure
from disclosures.lists.models import ListKind
from portal.core.organisations.models import Organisation
from portal.core.township.models import Township


class ListFilter(django_filters.FilterSet):
    """By GET links; whatever isn't known is no condition."""

    kind = django_filters.ChoiceFilter(label="名单种类", field_name="live__noticelist__kind__slug")
    village = django_filters.ChoiceFilter(label="村（社区）", method="in_village")
    year = django_filters.ChoiceFilter(label="年度", field_name="first_published_on__year")
    category = django_filters.ChoiceFilter(
        choices=CHOICES,
        field_name="live__noticelist__kind__category",
        widget=forms.HiddenInput,
    )

    fund = django_filters.CharFilter(
        field_name="live__noticelist__fund", max_length=80, widget=forms.HiddenInput
    )

    class Meta:
        model = Disclosure
        fields: list[str] = []

    def __init__(self, data: QueryDict, queryset: Any, township: Township) -> None:
        super().__init__(data, queryset)
        villages = Organisation.objects.of(township).villages()
        self.villages = {village.slug: village for village in villages}
        days = queryset.order_by().dates("first_published_on", "year", order="DESC")
        choices = {
            "kind": ListKind.objects.of(township).values_list("slug", "name"),
            "village": [(slug, one.name) for slug, one in self.villages.items()],
            "year": [(str(day.year), f"{day.year}年") for day in days],
        }
        for name, offered in choices.items():
            self.filters[name].extra |= {"choices": list(offered), "empty_label": "全部"}

    def in_village(self, queryset: Any, name: str, value: str) -> Any:
        """Where the sums are made the list is narrowed too (with_sums)."""
        return queryset

    @property
    def chosen_village(self) -> Organisation | None:
        return self.villages.get(self.chosen.get("village", ""))

    @property
    def chosen(self) -> dict[str, str]:
        """The conditions in force, by field."""
        self.form.is_valid()
        return {name: value for name, value in self.form.cleaned_data.items() if value}
