"""账期: opened, filled, submitted, checked, published; every step an address of its own."""

from typing import Any

from django.contrib import admin
from django.db.models import Sum
from django.http import HttpResponse

from disclosures.desk.addresses import Addresses
from finance.accounts.models import rules_for
from finance.desk import entry_views, import_views, period_views
from finance.ledger.hindrances import hindrances
from finance.ledger.large import split_payments
from finance.ledger.models import Period
from finance.ledger.periods import CHECKERS, KEEPERS, PUBLISHERS
from finance.ledger.running import with_balance
from finance.ledger.states import State
from portal.core.desk.base import OwnUsedFilter, StaffAdmin
from portal.core.staff.roles import OFFICE, Role

MOVES = {
    State.OPEN: (("submit", "提交审核", KEEPERS),),
    State.SUBMITTED: (("check", "审核通过", CHECKERS), ("send-back", "退回", CHECKERS)),
    State.CHECKED: (("publish", "公开", PUBLISHERS), ("send-back", "退回", PUBLISHERS)),
    State.PUBLISHED: (),
}
SHOWN_ENTRIES = 500


class YearFilter(admin.SimpleListFilter):
    title = "年度"
    parameter_name = "year"

    def lookups(self, request: Any, model_admin: Any) -> list[tuple[str, str]]:
        days = model_admin.get_queryset(request).order_by().dates("first", "year", order="DESC")
        return [(str(day.year), f"{day.year}年") for day in days]

    def queryset(self, request: Any, queryset: Any) -> Any:
        year = self.value() or ""
        return queryset.filter(first__year=year) if year.isdecimal() else queryset


class PeriodAdmin(StaffAdmin):
    section = "村级财务"
    viewers = OFFICE | {Role.ACCOUNTANT, Role.SUPERVISOR, Role.AUDITOR, Role.REVIEWER}
    editors = KEEPERS
    organisation_field = "village"
    change_form_template = "admin/finance/period.html"
    change_list_template = "admin/finance/period_list.html"
    list_display = (
        "name_shown",
        "village",
        "state",
        "income_shown",
        "expense_shown",
        "published_at",
    )
    list_filter = ("state", YearFilter, ("village", OwnUsedFilter))
    list_select_related = ("village",)
    ordering = ("-first", "village__position")
    fields = ()

    def get_urls(self) -> list[Any]:
        at = Addresses(self).at
        entry = "<int:key>/entry/<int:number>/"
        own = [
            at("import/", import_views.upload, "import"),
            at("import/<uuid:batch>/", import_views.preview, "import-preview"),
            at("import/<uuid:batch>/errors/", import_views.errors, "import-errors"),
            at("<int:key>/entry/", entry_views.add, "entry-add"),
            at(entry, entry_views.change, "entry"),
            at(f"{entry}remove/", entry_views.take_off, "entry-remove"),
            at(f"{entry}reverse/", entry_views.take_back, "entry-reverse"),
            at(f"{entry}voucher/", entry_views.voucher_add, "voucher-add"),
            at(f"{entry}voucher/<int:voucher>/drop/", entry_views.voucher_drop, "voucher-drop"),
        ]
        moves = [
            at(f"<int:key>/{name}/", period_views.move, move=name)
            for name in ("submit", "check", "send-back", "publish")
        ]
        return own + moves + super().get_urls()

    def get_queryset(self, request: Any) -> Any:
        sums = {"income": Sum("balances__income"), "expense": Sum("balances__expense")}
        found = super().get_queryset(request).annotate(**sums)
        if request.user.acts_for_whole_township:
            return found
        return found.filter(village__in=request.user.covered_organisations)

    def add_view(self, request: Any, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        """A period is opened by its move."""
        return period_views.open_one(request, self)

    def has_change_permission(self, request: Any, obj: Any = None) -> bool:
        """The books are written by moves, never by a form over the record."""
        return False

    def render_change_form(
        self,
        request: Any,
        context: dict[str, Any],
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Period | None = None,
    ) -> Any:
        if obj is not None:
            context |= self._books(request, obj)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def _books(self, request: Any, period: Period) -> dict[str, Any]:
        may_keep = request.user.may(KEEPERS, period.village)
        is_open = period.state == State.OPEN
        entries = with_balance(period.entries.told()).order_by("account", "on", "pk")
        return {
            "moves": [
                (name, label)
                for name, label, roles in MOVES[State(period.state)]
                if request.user.may(roles, period.village)
            ],
            "may_keep": may_keep,
            "may_post": may_keep and is_open,
            "findings": [] if period.state == State.PUBLISHED else hindrances(period),
            "splits": [] if period.state == State.PUBLISHED else split_payments(period),
            "balances": period.balances.select_related("account"),
            "entries": entries[:SHOWN_ENTRIES],
            "rules": rules_for(period.village),
        }

    @admin.display(description="账期", ordering="first")
    def name_shown(self, period: Period) -> str:
        return period.name

    @admin.display(description="收入（元）")
    def income_shown(self, period: Any) -> str:
        return f"{period.income or 0:,.2f}"

    @admin.display(description="支出（元）")
    def expense_shown(self, period: Any) -> str:
        return f"{period.expense or 0:,.2f}"
