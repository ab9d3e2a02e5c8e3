from typing import Any

from django.contrib import admin

from applications.release.desk.urls import release_urls
from applications.release.models import Release
from portal.core.desk.base import StaffAdmin
from portal.core.staff.roles import APPLICATION_DESK, Role

PILES = {"waiting": "等待复核", "confirmed": "已复核"}


class WaitingFilter(admin.SimpleListFilter):
    title = "办到哪一步"
    parameter_name = "pile"

    def lookups(self, request: Any, model_admin: Any) -> list[tuple[str, str]]:
        return list(PILES.items())

    def queryset(self, request: Any, queryset: Any) -> Any:
        chosen = self.value()
        return getattr(queryset, chosen)() if chosen in PILES else queryset


class ReleaseAdmin(StaffAdmin):
    """公开文件核查: made and confirmed by moves alone."""

    section = "依申请公开"
    viewers = APPLICATION_DESK | {Role.AUDITOR}
    editors = frozenset()
    list_display = ("application_shown", "state_shown", "prepared_by", "confirmed_by")
    list_filter = (WaitingFilter,)
    list_select_related = ("application", "copy", "prepared_by", "confirmed_by")
    search_fields = ("application__number",)
    search_help_text = "可查申请编号。"
    ordering = ("-pk",)

    def get_urls(self) -> list[Any]:
        return release_urls(self) + super().get_urls()

    def has_change_permission(self, request: Any, obj: Any = None) -> bool:
        return False

    def has_add_permission(self, request: Any) -> bool:
        return False

    @admin.display(description="申请", ordering="application")
    def application_shown(self, release: Release) -> str:
        return release.application.number

    @admin.display(description="状态")
    def state_shown(self, release: Release) -> str:
        return release.state_label
