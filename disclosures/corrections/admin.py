from typing import Any

from django.contrib import admin

from disclosures.corrections.models import ErrorReport
from portal.core import clock
from portal.core.desk.base import StaffAdmin
from portal.core.staff.roles import EVERY_ROLE, OFFICE, Role


class ErrorReportAdmin(StaffAdmin):
    """群众纠错: given to an office, closed with what was done about it."""

    section = "日常办理"
    viewers = EVERY_ROLE - {Role.SUPERVISOR}
    editors = OFFICE | {Role.CLERK, Role.REVIEWER}
    list_display = ("message_shown", "page", "received_at", "assigned_to", "closed_at")
    list_filter = ("assigned_to", "received_at")
    list_select_related = ("assigned_to",)
    readonly_fields = ("page", "message", "contact", "received_at", "closed_at")
    fields = (*readonly_fields, "assigned_to", "outcome")

    def get_queryset(self, request: Any) -> Any:
        found = super().get_queryset(request)
        if request.user.acts_for_whole_township:
            return found
        return found.filter(assigned_to__in=request.user.covered_organisations)

    def has_add_permission(self, request: Any) -> bool:
        return False

    def save_model(self, request: Any, obj: ErrorReport, form: Any, change: bool) -> None:
        obj.closed_at = (obj.closed_at or clock.now()) if obj.outcome.strip() else None
        super().save_model(request, obj, form, change)

    @admin.display(description="错在哪里")
    def message_shown(self, report: ErrorReport) -> str:
        return str(report)
