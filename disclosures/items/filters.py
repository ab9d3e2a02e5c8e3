"""What residents can narrow the list of items by; every choice comes from their own township."""

import operator
from collections.abc import Collection
from functools import reduce
from typing import Any
from urllib.parse import urlencode

import django_filters
from django import forms
from django.core.validators import RegexValidator
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
MOST_WORDS = 6
YEARS_BACK = 10


class DisclosureFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(
        label="关键词",
        method="matching",
        max_length=60,
        widget=forms.TextInput(attrs={"type": "search", "placeholder": "标题、文号、索引号"}),
    )
    category = django_filters.ChoiceFilter(
        label="重点类别", choices=CHOICES, field_name="live__entry__category"
    )
    column = django_filters.ChoiceFilter(
        label="栏目", choices=CatalogueEntry.Column.choices, field_name="live__entry__column"
    )
    issuer = django_filters.ChoiceFilter(label="发布机构", field_name="live__issuer__slug")
    village = django_filters.ChoiceFilter(label="村（社区）", field_name="live__issuer__slug")
    year = django_filters.ChoiceFilter(label="年份", method="of_year")
    kind = django_filters.ChoiceFilter(
        label="信息种类", choices=CatalogueEntry.Kind.choices, field_name="live__entry__kind"
    )
    validity = django_filters.ChoiceFilter(label="有效性", choices=VALIDITIES, method="valid")
    entry = django_filters.ChoiceFilter(label="公开事项", method="under", widget=forms.HiddenInput)
    month = django_filters.CharFilter(
        label="月份",
        method="of_month",
        widget=forms.HiddenInput,
        validators=[RegexValidator(r"^20\d\d-(0[1-9]|1[0-2])$")],
    )

    class Meta:
        model = Disclosure
        fields: list[str] = []

    def __init__(
        self,
        data: QueryDict,
        queryset: DisclosureQuerySet,
        township: Township,
        offered: Collection[str] = (),
    ) -> None:
        """Only the `offered` filters hold; all of them by default."""
        super().__init__(data, queryset=queryset)
        if offered:
            known: dict[str, Any] = dict(vars(self)["filters"])
            self.filters = {name: item for name, item in known.items() if name in offered}
        for name, choices in _choices(township, data).items():
            if name in self.filters:
                self.filters[name].extra |= {"choices": choices, "empty_label": "全部"}
        for name in ("category", "column", "kind", "validity"):
            if name in self.filters:
                self.filters[name].extra["empty_label"] = "全部"

    def matching(self, queryset: Any, name: str, value: str) -> Any:
        """Every word of the question in one of the fields, or the whole of it as a number."""
        words = [_word(word) for word in value.split()[:MOST_WORDS]]
        number = Q(index_number__icontains=value.strip())
        return queryset.filter(number | reduce(operator.and_, words))

    def of_year(self, queryset: Any, name: str, value: str) -> Any:
        return queryset.published_in(int(value))

    def of_month(self, queryset: Any, name: str, value: str) -> Any:
        year, month = value.split("-")
        return queryset.filter(first_published_on__year=year, first_published_on__month=month)

    def under(self, queryset: Any, name: str, value: str) -> Any:
        """Items of the entry with this code, or of one below it."""
        own, below = Q(live__entry__code=value), Q(live__entry__parent__code=value)
        return queryset.filter(own | below)

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
        values = {name: self.form.cleaned_data.get(name) for name in self.filters}
        return [
            {"label": item.label, "value": self._shown(name), "without": self._without(name)}
            for name, item in self.filters.items()
            if values[name]
        ]

    def narrowed(self) -> bool:
        """Whether more than words was asked for."""
        return any(self.form.cleaned_data.get(name) for name in self.filters if name != "q")

    def unclear(self) -> list[str]:
        """Labels of what was asked for in words that no choice has; the list ignores them."""
        return [str(self.filters[name].label) for name in self.form.errors]

    def _without(self, name: str) -> str:
        """The query that keeps everything else that was chosen."""
        kept = [*self.filters, "sort"]
        rest = {key: self.data[key] for key in kept if key != name and self.data.get(key)}
        return urlencode(rest)

    def _shown(self, name: str) -> str:
        value = self.data[name]
        labels = {
            str(key): str(label) for key, label in self.filters[name].extra.get("choices", [])
        }
        return labels.get(value, value)


def _word(word: str) -> Q:
    fields = (Q(**{f"live__{name}__icontains": word}) for name in SEARCHED)
    return reduce(operator.or_, fields)


def _choices(township: Township, data: QueryDict) -> dict[str, list[tuple[str, str]]]:
    """What only the township's own records can say; the entry only by its name."""
    bodies = Organisation.objects.of(township).filter(active=True).order_by("position", "pk")
    rows = list(bodies.values_list("slug", "name", "kind"))
    entries = CatalogueEntry.objects.of(township).filter(code=data.get("entry", ""))
    today = clock.today()
    years = range(today.year, today.year - YEARS_BACK, -1)
    return {
        "issuer": [(slug, name) for slug, name, kind in rows if kind in Organisation.OFFICE_KINDS],
        "village": [
            (slug, name) for slug, name, kind in rows if kind in Organisation.VILLAGE_KINDS
        ],
        "year": [(str(year), f"{year}年") for year in years],
        "entry": list(entries.values_list("code", "name")) if data.get("entry") else [],
    }
