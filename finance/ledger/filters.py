"""Narrowing the entries of a village's books, as plain GET links."""

from typing import Any

import django_filters
from django import forms
from django.db.models import Q
from django.http import QueryDict

from finance.accounts.models import Account, Subject
from finance.ledger.models import LedgerEntry
from finance.narrow.choices import ChoiceFilterSet
from portal.core.organisations.models import Organisation

LARGE = (("yes", "只看大额支出"),)
SEARCHED = ("purpose", "counterparty", "voucher", "remark", "subject__name")


class EntryFilter(ChoiceFilterSet):
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
        self.offer(
            account=[(str(one.pk), one.name) for one in accounts],
            subject=[(str(one.pk), one.name) for one in subjects],
            **({"year": [(str(year), f"{year}年") for year in years]} if years else {}),
        )

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
