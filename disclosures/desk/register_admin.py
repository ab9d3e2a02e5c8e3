from typing import Any

from disclosures.desk.addresses import Addresses
from disclosures.desk.register_views import register_move
from disclosures.registers.models import RegisterEntry, RegisterStep
from disclosures.registers.moves import LISTERS
from portal.core import clock
from portal.core.desk.base import OwnUsedFilter, StaffAdmin
from portal.core.staff.roles import WRITERS

MOVES = {
    "list": "列入并公开",
    "ask-repair": "登记信用修复申请",
    "grant-repair": "准予信用修复",
    "refuse-repair": "不予信用修复",
}


class RegisterEntryAdmin(StaffAdmin):
    """名录条目: written by one, listed by another; unchanged from then on."""

    section = "日常办理"
    editors = WRITERS | LISTERS
    organisation_field = "issuer"
    change_form_template = "admin/disclosures/register_form.html"
    list_display = ("firm", "register", "standing_shown", "listed_on", "removal_on", "issuer")
    list_filter = ("register", ("issuer", OwnUsedFilter))
    list_select_related = ("issuer",)
    search_fields = ("firm", "credit_code", "decision_number")
    fieldsets = (
        (None, {"fields": ("register", ("firm", "credit_code"), "responsible", "issuer")}),
        (
            "决定",
            {"fields": ("facts", "decision", ("decision_number", "decided_by"), "decided_on")},
        ),
    )

    def get_urls(self) -> list[Any]:
        at = Addresses(self).at
        moves = [at(f"<int:key>/{name}/", register_move, move=name) for name in MOVES]
        return moves + super().get_urls()

    def has_change_permission(self, request: Any, obj: RegisterEntry | None = None) -> bool:
        draft = obj is None or obj.listed_on is None
        return draft and super().has_change_permission(request, obj)

    def has_delete_permission(self, request: Any, obj: RegisterEntry | None = None) -> bool:
        return obj is not None and self.has_change_permission(request, obj)

    def get_changeform_initial_data(self, request: Any) -> dict[str, Any]:
        given = super().get_changeform_initial_data(request)
        return {"issuer": request.user.organisation_id, **given}

    def save_model(self, request: Any, obj: RegisterEntry, form: Any, change: bool) -> None:
        obj.author = request.user
        super().save_model(request, obj, form, change)

    def render_change_form(
        self,
        request: Any,
        context: dict[str, Any],
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Any = None,
    ) -> Any:
        if obj is not None:
            standing = obj.standing(clock.today())
            allowed = request.user.may(LISTERS, obj.issuer)
            offered = _offered(obj, standing) if allowed else ()
            context["moves"] = [(name, MOVES[name]) for name in offered]
            context["standing"] = standing
            context["steps"] = obj.steps.select_related("by")
        return super().render_change_form(request, context, add, change, form_url, obj)

    def standing_shown(self, entry: RegisterEntry) -> str:
        return entry.standing(clock.today())

    standing_shown.short_description = "现状"  # type: ignore[attr-defined]


def _offered(entry: RegisterEntry, standing: str) -> tuple[str, ...]:
    if standing == "草稿":
        return ("list",)
    if standing != "公开中" or entry.repair_from is None:
        return ()
    last = entry.steps.last()
    asked = last is not None and last.kind == RegisterStep.Kind.REPAIR_ASKED
    return ("grant-repair", "refuse-repair") if asked else ("ask-repair",)
