"""What residents can narrow the list of answered questions by."""

import operator
from functools import reduce
from typing import Any
from urllib.parse import urlencode

import django_filters
from django import forms
from django.db.models import Q
from django.http import QueryDict

from disclosures.catalogue.categories import CHOICES
from disclosures.questions.models import Question
from disclosures.questions.querysets import QuestionQuerySet
from disclosures.questions.states import Kind
from portal.core import clock
from portal.core.organisations.models import Organisation
from portal.core.township.models import Township

SEARCHED = ("title", "asked", "answer")
MOST_WORDS = 6
YEARS_BACK = 10


class QuestionFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(
        label="关键词",
        method="matching",
        max_length=60,
        widget=forms.TextInput(attrs={"type": "search", "placeholder": "如：高龄津贴"}),
    )
    kind = django_filters.ChoiceFilter(label="类型", choices=Kind.choices, empty_label="全部")
    office = django_filters.ChoiceFilter(
        label="答复机构", field_name="assigned_to__slug", empty_label="全部"
    )
    category = django_filters.ChoiceFilter(label="重点类别", choices=CHOICES, empty_label="全部")
    year = django_filters.ChoiceFilter(
        label="答复年份", field_name="published_at__year", empty_label="全部"
    )

    class Meta:
        model = Question
        fields: list[str] = []

    def __init__(self, data: QueryDict, queryset: QuestionQuerySet, township: Township) -> None:
        super().__init__(data, queryset=queryset)
        bodies = Organisation.objects.of(township).order_by("position", "pk")
        self.filters["office"].extra["choices"] = list(bodies.values_list("slug", "name"))
        this = clock.today().year
        years = [(str(year), f"{year}年") for year in range(this, this - YEARS_BACK, -1)]
        self.filters["year"].extra["choices"] = years

    def matching(self, queryset: Any, name: str, value: str) -> Any:
        """Every word of the question in one of the fields."""
        return queryset.filter(reduce(operator.and_, map(_word, value.split()[:MOST_WORDS]), Q()))

    def narrowed(self) -> bool:
        """Whether more than words was asked for."""
        return any(self.form.cleaned_data.get(name) for name in self.filters if name != "q")

    def chosen(self) -> list[dict[str, str]]:
        """What is narrowed by, each with the address that drops it."""
        return [
            {"label": item.label, "value": self._shown(name), "without": self._without(name)}
            for name, item in self.filters.items()
            if self.form.cleaned_data.get(name)
        ]

    def unclear(self) -> list[str]:
        """Labels of what was asked for in words that no choice has; the list ignores them."""
        return [str(self.filters[name].label) for name in self.form.errors]

    def _without(self, name: str) -> str:
        rest = {key: self.data[key] for key in self.filters if key != name and self.data.get(key)}
        return urlencode(rest)

    def _shown(self, name: str) -> str:
        labels = dict(self.filters[name].extra.get("choices", []))
        return str(labels.get(self.data[name], self.data[name]))


def _word(word: str) -> Q:
    return reduce(operator.or_, (Q(**{f"{name}__icontains": word}) for name in SEARCHED))
