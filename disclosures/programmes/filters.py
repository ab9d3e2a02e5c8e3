"""Narrowing programmes: by plain words, area and office, as plain GET links."""

from typing import Any
from urllib.parse import urlencode

import django_filters
from django import forms
from django.http import QueryDict

from disclosures.catalogue.categories import CHOICES as CATEGORIES
from disclosures.items.models import Disclosure
from disclosures.items.querysets import DisclosureQuerySet
from disclosures.programmes.public import (
    areas_with_counts,
    matching,
    of_category,
    offices_with_counts,
    run_by,
)


class ProgrammeFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(label="想找的补贴", method="asked", max_length=60)
    area = django_filters.ChoiceFilter(label="领域", field_name="live__programme__area")
    office = django_filters.ChoiceFilter(label="经办机构", method="by_office")
    category = django_filters.ChoiceFilter(
        label="重点类别", choices=CATEGORIES, method="gathered", widget=forms.HiddenInput
    )

    class Meta:
        model = Disclosure
        fields: list[str] = []

    def __init__(self, data: QueryDict, queryset: DisclosureQuerySet) -> None:
        super().__init__(data, queryset=queryset)
        areas = [(area.slug, area.name, count) for area, count in areas_with_counts(queryset)]
        for name, rows in {"area": areas, "office": offices_with_counts(queryset)}.items():
            choices = [(slug, f"{label}（{count} 项）") for slug, label, count in rows]
            self.filters[name].extra |= {"choices": choices, "empty_label": "全部"}

    def asked(self, queryset: Any, name: str, value: str) -> Any:
        return matching(queryset, value)

    def by_office(self, queryset: Any, name: str, value: str) -> Any:
        return run_by(queryset, value)

    def gathered(self, queryset: Any, name: str, value: str) -> Any:
        return of_category(queryset, value)

    @property
    def words(self) -> str:
        return self._given("q")

    @property
    def query(self) -> str:
        """What is narrowed by, as it goes on in links."""
        kept = {name: self._given(name) for name in self.filters if self._given(name)}
        return f"{urlencode(kept)}&" if kept else ""

    def chosen(self) -> list[dict[str, str]]:
        """What is narrowed by, each with the address that drops it."""
        return [
            {"label": str(one.label), "value": self._shown(name), "without": self._without(name)}
            for name, one in self.filters.items()
            if self._given(name)
        ]

    def unclear(self) -> list[str]:
        """What was asked for in words that no choice has; the list ignores it."""
        return [str(self.filters[name].label) for name in self.form.errors]

    def _given(self, name: str) -> str:
        self.form.is_valid()
        return self.form.cleaned_data.get(name) or ""

    def _shown(self, name: str) -> str:
        labels = dict(self.filters[name].extra.get("choices", []))
        return str(labels.get(self._given(name), self._given(name)))

    def _without(self, name: str) -> str:
        kept = {key: self._given(key) for key in self.filters if key != name}
        return urlencode({key: value for key, value in kept.items() if value})
