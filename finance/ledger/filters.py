"""Narrowing the entries of a village's books, as plain GET links."""

from typing import Any
from urllib.parse import urlencode

import django_filters
from django import forms
from django.db.models import Q
from django.http import QueryDict

from finance.accounts.models import Account, Subject
from finance.ledger.models import LedgerEntry
from portal.core.organisations.models import Organisation

LARGE = (("yes", "只看大额支出"),)
SEARCHED = ("purpose", "counterparty", "voucher", "remark", "subject__name")


class EntryFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(
        label="用途、单位、凭证号",
        method="matching",
        max_length=60,
        widget=forms.TextInput(attrs={"type": "search", "placeholder": "如：路灯、电费"}),
    )
    direction = django_filters.ChoiceFilter(label="收支", choices=Subject.Direction.choices)
    account = django_filters.ChoiceFilter(label="账户", field_name="account_id")
    subject = django_filters.ChoiceFilter(label="科目", field_name="subject_id")
    year = django_filters.ChoiceFilter(label="年度", field_name="on__year")
    least = django_filters.NumberFilter(
        label="金额不少于（元）",
        field_name="amount",
        lookup_expr="gte",
        widget=forms.NumberInput(attrs={"inputmode": "decimal", "min": "0", "step": "0.01"}),
    )
    large = django_filters.ChoiceFilter(label="大额", choices=LARGE, method="only_large")

    class Meta:
        model = LedgerEntry
        fields: list[str] = []

    def __init__(
        self, data: QueryDict, queryset: Any, village: Organisation, years: list[int]
    ) -> None:
        """Without `years` the year is settled by the page."""
        super().__init__(data, queryset=queryset)
        if not years:
            del self.filters["year"]
        accounts = Account.objects.filter(village=village)
        subjects = Subject.objects.of(village.township)
        choices = {
            "account": [(str(one.pk), one.name) for one in accounts],
            "subject": [(str(one.pk), one.name) for one in subjects],
            "year": [(str(year), f"{year}年") for year in years],
        }
        for name, offered in choices.items():
            if name in self.filters:
                self.filters[name].extra["choices"] = offered
        for one in self.filters.values():
            if isinstance(one, django_filters.ChoiceFilter):
                one.extra["empty_label"] = "全部"

    def matching(self, queryset: Any, name: str, value: str) -> Any:
        """Every word somewhere in the entry."""
        for word in value.split():
            wanted = Q()
            for field in SEARCHED:
                wanted |= Q(**{f"{field}__icontains": word})
            queryset = queryset.filter(wanted)
        return queryset

    def only_large(self, queryset: Any, name: str, value: str) -> Any:
        return queryset.filter(large=True)

    @property
    def query(self) -> str:
        """What is narrowed by, as it goes on in links."""
        kept = self._kept()
        return f"{urlencode(kept)}&" if kept else ""

    def chosen(self) -> list[dict[str, str]]:
        """What is narrowed by, each with the address that drops it."""
        kept = self._kept()
        return [
            {
                "label": str(self.filters[name].label),
                "value": self._shown(name, value),
                "without": urlencode({key: kept[key] for key in kept if key != name}),
            }
            for name, value in kept.items()
        ]

    def unclear(self) -> list[str]:
        """What was asked for in words that no choice has; the list ignores it."""
        return [str(self.filters[name].label) for name in self.form.errors]

    def _kept(self) -> dict[str, str]:
        self.form.is_valid()
        given = self.form.cleaned_data
        return {name: str(given[name]) for name in self.filters if given.get(name)}

    def _shown(self, name: str, value: str) -> str:
        return str(dict(self.filters[name].extra.get("choices", [])).get(value, value))
