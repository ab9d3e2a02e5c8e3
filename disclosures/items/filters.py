"""What residents can narrow the list of items by; every choice comes from their own township."""

import operator
from functools import reduce
from typing import Any
from urllib.parse import urlencode

import django_filters
from django import forms
from django.db.models import Q
from django.http import QueryDict

from disclosures.catalogue.categories import CHOICES
from disclosures.catalogue.models import CatalogueEntry
from disclosures.items.models import Disclosure
from disclosures.items.querysets import DisclosureQuerySet
from portal.core import clock
from portal.core.organisations.models import Organisation
from portal.core.township.models import Township

SEARCHED = ("title", "document_number", "keywords", "summary")
VALIDITIES = (("valid", "有效"), ("expired", "失效"), ("repealed", "废止"))


class DisclosureFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(label="关键词", method="matching")
    category = django_filters.ChoiceFilter(
        label="重点类别", choices=CHOICES, field_name="live__entry__category"
    )
    column = django_filters.ChoiceFilter(
        label="栏目", choices=CatalogueEntry.Column, field_name="live__entry__column"
    )
    entry = django_filters.CharFilter(
        label="公开事项", field_name="live__entry__code", widget=forms.HiddenInput
    )
    issuer = django_filters.ChoiceFilter(label="发布机构", field_name="live__issuer__slug")
    village = django_filters.ChoiceFilter(label="村（社区）", field_name="live__issuer__slug")
    year = django_filters.ChoiceFilter(label="年份", method="of_year")
    kind = django_filters.ChoiceFilter(
        label="信息种类", choices=CatalogueEntry.Kind, field_name="live__entry__kind"
    )
    validity = django_filters.ChoiceFilter(label="有效性", choices=VALIDITIES, method="valid")

    class Meta:
        model = Disclosure
        fields: list[str] = []

    def __init__(self, data: QueryDict, queryset: DisclosureQuerySet, township: Township) -> None:
        super().__init__(data, queryset=queryset)
        bodies = Organisation.objects.of(township).filter(active=True)
        self.filters["issuer"].extra["choices"] = _choices(bodies.offices())
        self.filters["village"].extra["choices"] = _choices(bodies.villages())
        years = range(clock.today().year, clock.today().year - 10, -1)
        self.filters["year"].extra["choices"] = [(year, f"{year}年") for year in years]
        for item in self.filters.values():
            item.extra.setdefault("empty_label", "全部")
        self.filters["q"].extra.pop("empty_label")
        self.filters["entry"].extra.pop("empty_label")

    def matching(self, queryset: Any, name: str, value: str) -> Any:
        """Every word of the question in one of the fields, or the whole of it as a number."""
        words = [self._word(word) for word in value.split()[:6]]
        return queryset.filter(Q(index_number=value.strip()) | reduce(operator.and_, words, Q()))

    def _word(self, word: str) -> Q:
        fields = (Q(**{f"live__{name}__icontains": word}) for name in SEARCHED)
        return reduce(operator.or_, fields)

    def of_year(self, queryset: Any, name: str, value: str) -> Any:
        return queryset.published_in(int(value))

    def valid(self, queryset: Any, name: str, value: str) -> Any:
        today = clock.today()
        repealed, expired = Q(repealed_on__lte=today), Q(live__expires_on__lt=today)
        if value == "repealed":
            return queryset.filter(repealed)
        if value == "expired":
            return queryset.filter(expired).exclude(repealed)
        return queryset.exclude(repealed).exclude(expired)

    def chosen(self) -> list[dict[str, str]]:
        """What is narrowed by, each with the address that drops it."""
        found = []
        for name, item in self.filters.items():
            value = self.data.get(name, "")
            if value and name in self.form.cleaned_data:
                shown = self._shown(name, value)
                found.append({"label": item.label, "value": shown, "without": self._without(name)})
        return found

    def _without(self, name: str) -> str:
        """The query that keeps everything else that was chosen."""
        rest = {key: value for key, value in self.data.items() if value and key in self.filters}
        return urlencode({key: value for key, value in rest.items() if key != name})

    def _shown(self, name: str, value: str) -> str:
        choices = dict(self.filters[name].extra.get("choices", []))
        return str({str(key): label for key, label in choices.items()}.get(value, value))


def _choices(bodies: Any) -> list[tuple[str, str]]:
    return list(bodies.values_list("slug", "name"))
