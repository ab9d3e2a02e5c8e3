from typing import Any

from django.contrib import admin

from disclosures.corrections.models import ErrorReport
from disclosures.corrections.waiting import seen_by
from portal.core import clock
from portal.core.desk.base import StaffAdmin
from portal.core.staff.roles import OFFICE, Role


class OpenFilter(admin.SimpleListFilter):
    title = "办理情况"
    parameter_name = "open"

    def lookups(self, request: Any, model_admin: Any) -> list[tuple[str, str]]:
        return [("1", "还没有办结"), ("0", "已办结")]

    def queryset(self, request: Any, queryset: Any) -> Any:
        wanted = {"1": True, "0": False}.get(str(self.value()))
        return queryset if wanted is None else queryset.filter(closed_at__isnull=wanted)


class ErrorReportAdmin(StaffAdmin):
    """群众纠错: given to an office, closed with what was done about it."""

    section = "日常办理"
    editors = OFFICE | {Role.CLERK, Role.REVIEWER}
    organisation_field = "assigned_to"
    list_display = ("message_shown", "page", "received_at", "assigned_to", "closed_at")
    list_filter = (OpenFilter, "assigned_to", "received_at")
    list_select_related = ("assigned_to",)
    search_fields = ("message", "page", "outcome")
    readonly_fields = ("page", "message", "contact", "received_at", "closed_at")
    fields = (*readonly_fields, "assigned_to", "outcome")

    def get_queryset(self, request: Any) -> Any:
        return seen_by(request.user, super().get_queryset(request))

    def has_add_permission(self, request: Any) -> bool:
        return False

    def save_model(self, request: Any, obj: ErrorReport, form: Any, change: bool) -> None:
        obj.closed_at = (obj.closed_at or clock.now()) if obj.outcome.strip() else None
        super().save_model(request, obj, form, change)

    @admin.display(description="错在哪里")
    def message_shown(self, report: ErrorReport) -> str:
        return str(report)
