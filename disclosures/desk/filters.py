"""What staff may narrow their lists by."""

from typing import Any

from django.contrib import admin

from disclosures.desk.desk import policies_without_interpretation
from disclosures.desk.piles import piles_of
from disclosures.items.models import Disclosure
from disclosures.items.states import OPEN_STATES
from portal.core import clock
from portal.core.workdays.load import current_calendar


class PileFilter(admin.SimpleListFilter):
    """The piles of the desk."""

    title = "待办"
    parameter_name = "pile"

    def __init__(self, request: Any, params: Any, model: Any, model_admin: Any) -> None:
        piles = piles_of(request.user, request.township, clock.today(), current_calendar())
        self.piles = {pile.key: pile for pile in piles}
        super().__init__(request, params, model, model_admin)

    def lookups(self, request: Any, model_admin: Any) -> list[tuple[str, str]]:
        return [(pile.key, pile.name) for pile in self.piles.values()]

    def queryset(self, request: Any, queryset: Any) -> Any:
        pile = self.piles.get(str(self.value()))
        return queryset.filter(pk__in=pile.editions.order_by().values("pk")) if pile else queryset


class StateFilter(admin.SimpleListFilter):
    title = "状态"
    parameter_name = "state"

    def lookups(self, request: Any, model_admin: Any) -> list[tuple[str, str]]:
        return [(state.value, state.label) for state in OPEN_STATES]

    def queryset(self, request: Any, queryset: Any) -> Any:
        return queryset.filter(state=self.value()) if self.value() else queryset


class MineFilter(admin.SimpleListFilter):
    title = "录入人"
    parameter_name = "mine"

    def lookups(self, request: Any, model_admin: Any) -> list[tuple[str, str]]:
        return [("1", "我录入的")]

    def queryset(self, request: Any, queryset: Any) -> Any:
        return queryset.filter(author=request.user) if self.value() else queryset


class YearFilter(admin.SimpleListFilter):
    title = "首次发布年度"
    parameter_name = "year"

    def lookups(self, request: Any, model_admin: Any) -> list[tuple[str, str]]:
        days = Disclosure.objects.of(request.township).filter(first_published_on__isnull=False)
        years = days.dates("first_published_on", "year", order="DESC")
        return [(str(day.year), f"{day.year}年") for day in years]

    def queryset(self, request: Any, queryset: Any) -> Any:
        year = str(self.value() or "")
        return queryset.filter(first_published_on__year=year) if year.isdecimal() else queryset


class StandingFilter(admin.SimpleListFilter):
    title = "现状"
    parameter_name = "standing"

    def lookups(self, request: Any, model_admin: Any) -> list[tuple[str, str]]:
        return [
            ("public", "在公开"),
            ("expired", "已失效"),
            ("repealed", "已废止"),
            ("gone", "已撤下"),
        ]

    def queryset(self, request: Any, queryset: Any) -> Any:
        today = clock.today()
        wanted: dict[str, dict[str, Any]] = {
            "public": {"withdrawn_at__isnull": True},
            "expired": {"live__expires_on__lt": today, "repealed_on__isnull": True},
            "repealed": {"repealed_on__lte": today},
            "gone": {"withdrawn_at__isnull": False},
        }
        return queryset.filter(**wanted.get(str(self.value()), {}))


class ExplainedFilter(admin.SimpleListFilter):
    title = "政策解读"
    parameter_name = "explained"

    def lookups(self, request: Any, model_admin: Any) -> list[tuple[str, str]]:
        return [("waiting", "还没有解读的政策")]

    def queryset(self, request: Any, queryset: Any) -> Any:
        if self.value() != "waiting":
            return queryset
        waiting = policies_without_interpretation(request.township).order_by()
        return queryset.filter(pk__in=waiting.values("pk"))
