from typing import Any

from django.contrib import admin

from portal.core.desk.base import StaffAdmin
from portal.search.models import ZeroResult


class ZeroResultAdmin(StaffAdmin):
    """没查到的词: read-only; what residents miss is written, or named in the word lists."""

    section = "已公开"
    list_display = ("query", "on", "count")
    list_filter = ("on",)
    search_fields = ("query",)

    def has_add_permission(self, request: Any) -> bool:
        return False

    def has_change_permission(self, request: Any, obj: Any = None) -> bool:
        return False


admin.site.register(ZeroResult, ZeroResultAdmin)
