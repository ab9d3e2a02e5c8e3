from typing import Any

from django import forms

from disclosures.desk.addresses import Addresses
from disclosures.desk.warning_views import warning_move
from disclosures.warnings.models import EmergencyWarning
from disclosures.warnings.moves import ISSUERS
from portal.core import clock
from portal.core.desk.base import OwnUsedFilter, StaffAdmin
from portal.core.staff.roles import WRITERS

MOVES = {"issue": "发布", "update": "续发、升降级", "lift": "解除", "withdraw": "撤回"}
# which moves are offered where it stands
OFFERED = {
    "草稿": ("issue",),
    "未开始": ("update", "lift", "withdraw"),
    "生效中": ("update", "lift", "withdraw"),
    "已解除": ("withdraw",),
    "已撤回": (),
}
WORDS = ("title", "hazard", "level", "area", "villages", "situation", "advice", "phone")


class WarningAdmin(StaffAdmin):
    """预警: drafted by anybody who writes, issued in one step; then only added to."""

    section = "日常办理"
    editors = WRITERS | ISSUERS
    organisation_field = "issuer"
    change_form_template = "admin/disclosures/warning_form.html"
    list_display = ("title", "level", "standing_shown", "area", "starts_at", "ended_shown")
    list_filter = ("hazard", "level", ("issuer", OwnUsedFilter))
    list_select_related = ("issuer",)
    search_fields = ("title", "area")
    filter_horizontal = ("villages",)
    fieldsets = (
        (None, {"fields": ("title", ("hazard", "level"), "area", "villages")}),
        ("内容", {"fields": ("situation", "advice", "phone")}),
        ("发布", {"fields": (("issuer", "source"), ("starts_at", "ends_at"))}),
    )

    def get_urls(self) -> list[Any]:
        at = Addresses(self).at
        moves = [at(f"<int:key>/{name}/", warning_move, move=name) for name in MOVES]
        return moves + super().get_urls()

    def has_change_permission(self, request: Any, obj: EmergencyWarning | None = None) -> bool:
        """What was issued is never rewritten."""
        draft = obj is None or obj.issued_at is None
        return draft and super().has_change_permission(request, obj)

    def has_delete_permission(self, request: Any, obj: EmergencyWarning | None = None) -> bool:
        return obj is not None and self.has_change_permission(request, obj)

    def formfield_for_foreignkey(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        if db_field.name == "issuer":
            kwargs["queryset"] = db_field.remote_field.model.objects.filter(active=True)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        if db_field.name == "villages":
            kwargs["queryset"] = db_field.remote_field.model.objects.villages()
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def get_changeform_initial_data(self, request: Any) -> dict[str, Any]:
        given = super().get_changeform_initial_data(request)
        return {"issuer": request.user.organisation_id, **given}

    def get_form(self, request: Any, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        kwargs["widgets"] = {"advice": forms.Textarea(attrs={"rows": 6})}
        return super().get_form(request, obj, change=change, **kwargs)

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
            standing = obj.standing(clock.now())
            allowed = request.user.may(ISSUERS, obj.issuer)
            offered = OFFERED[standing] if allowed else ()
            context["moves"] = [(name, MOVES[name]) for name in offered]
            context["standing"] = standing
            context["updates"] = obj.updates.select_related("by") if obj.issued_at else []
        return super().render_change_form(request, context, add, change, form_url, obj)

    def standing_shown(self, warning: EmergencyWarning) -> str:
        return warning.standing(clock.now())

    standing_shown.short_description = "现状"  # type: ignore[attr-defined]

    def ended_shown(self, warning: EmergencyWarning) -> Any:
        return warning.ended_at

    ended_shown.short_description = "结束"  # type: ignore[attr-defined]
