"""Narrowing services: by plain words, life event, office and category, as plain GET links."""

from typing import Any
from urllib.parse import urlencode

import django_filters
from django import forms
from django.http import QueryDict

from disclosures.guides.events import BY_SLUG, CHOICES, LifeEvent
from disclosures.guides.public import (
    categories_with_counts,
    given_by,
    matching,
    of_event,
    offices_with_counts,
)
from disclosures.items.models import Disclosure
from disclosures.items.querysets import DisclosureQuerySet


class GuideFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(label="要办的事", method="asked", max_length=60)
    event = django_filters.ChoiceFilter(
        label="什么时候要办", choices=CHOICES, method="at_event", widget=forms.HiddenInput
    )
    office = django_filters.ChoiceFilter(label="办理机构", method="by_office")
    category = django_filters.ChoiceFilter(label="重点类别", field_name="live__entry__category")

    class Meta:
        model = Disclosure
        fields: list[str] = []

    def __init__(self, data: QueryDict, queryset: DisclosureQuerySet) -> None:
        super().__init__(data, queryset=queryset)
        offered = {
            "office": offices_with_counts(queryset),
            "category": categories_with_counts(queryset),
        }
        for name, rows in offered.items():
            choices = [(slug, f"{label}（{count} 件）") for slug, label, count in rows]
            self.filters[name].extra |= {"choices": choices, "empty_label": "全部"}

    def asked(self, queryset: Any, name: str, value: str) -> Any:
        return matching(queryset, value)

    def at_event(self, queryset: Any, name: str, value: str) -> Any:
        return of_event(queryset, BY_SLUG[value])

    def by_office(self, queryset: Any, name: str, value: str) -> Any:
        return given_by(queryset, value)

    @property
    def life_event(self) -> LifeEvent | None:
        return BY_SLUG.get(self._given("event"))

    @property
    def words(self) -> str:
        return self._given("q")

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
        return urlencode({key: self._given(key) for key in self.filters if key != name})
