from typing import Any

from django.contrib import admin

from portal.core.desk.base import StaffAdmin
from portal.core.staff.roles import Role
from portal.core.trail.models import TrailEntry


@admin.register(TrailEntry)
class TrailAdmin(StaffAdmin):
    """Read-only for everyone: what happened is not edited."""

    section = "留痕"
    viewers = frozenset({Role.OFFICER, Role.ADMINISTRATOR, Role.AUDITOR, Role.CONFIDENTIALITY})
    list_display = ("at", "by", "act", "subject_name", "remark")
    list_filter = ("act", "by")
    list_select_related = ("by",)
    search_fields = ("subject_name", "remark")
    date_hierarchy = "at"

    def has_add_permission(self, request: Any) -> bool:
        return False

    def has_change_permission(self, request: Any, obj: Any = None) -> bool:
        return False
