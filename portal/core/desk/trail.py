from typing import Any

from django.apps import apps
from django.contrib import admin
from django.utils.html import format_html, format_html_join

from portal.core.desk.base import OwnUsedFilter, StaffAdmin
from portal.core.staff.roles import Role
from portal.core.trail.models import TrailEntry

# keys of TrailEntry.detail; a key not named here is shown by its value alone
DETAILS = {
    "override_reason": "保留个人信息的理由",
    "index_number": "索引号",
    "number": "版次",
    "file": "文件",
    "on": "日期",
    "entries": "项数",
}


def kind_name(label: str) -> str:
    """disclosures.edition → 信息稿件."""
    try:
        return str(apps.get_model(label)._meta.verbose_name)
    except (LookupError, ValueError):
        return "其他"


class KindFilter(admin.SimpleListFilter):
    title = "对象类型"
    parameter_name = "kind"

    def lookups(self, request: Any, model_admin: Any) -> list[tuple[str, str]]:
        rows = model_admin.get_queryset(request).order_by()
        kinds = rows.values_list("subject_kind", flat=True).distinct()
        return sorted((kind, kind_name(kind)) for kind in kinds)

    def queryset(self, request: Any, queryset: Any) -> Any:
        return queryset.filter(subject_kind=self.value()) if self.value() else queryset


@admin.register(TrailEntry)
class TrailAdmin(StaffAdmin):
    """Read-only for everyone: what happened is not edited."""

    section = "留痕"
    viewers = frozenset({Role.OFFICER, Role.ADMINISTRATOR, Role.AUDITOR, Role.CONFIDENTIALITY})
    list_display = ("at", "by_shown", "act", "subject_name", "remark")
    list_filter = (KindFilter, "act", ("by", OwnUsedFilter))
    list_select_related = ("by",)
    search_fields = ("subject_name", "remark")
    date_hierarchy = "at"
    fields = ("at", "by_shown", "act", "kind_shown", "subject_name", "remark", "detail_shown")
    readonly_fields = fields

    def has_add_permission(self, request: Any) -> bool:
        return False

    def has_change_permission(self, request: Any, obj: Any = None) -> bool:
        return False

    @admin.display(description="办理人", ordering="by")
    def by_shown(self, entry: TrailEntry) -> str:
        return str(entry.by or "系统（按时办理）")

    @admin.display(description="对象类型")
    def kind_shown(self, entry: TrailEntry) -> str:
        return kind_name(entry.subject_kind)

    @admin.display(description="细节")
    def detail_shown(self, entry: TrailEntry) -> str:
        detail = {key: value for key, value in entry.detail.items() if value}
        changed = detail.pop("changed", {})
        lines = [(DETAILS.get(key, "其他"), value) for key, value in detail.items()]
        shown = format_html_join("", "<p>{}：{}</p>", lines)
        if isinstance(changed, dict):
            rows = ((name, *pair) for name, pair in changed.items())
            shown += format_html_join("", "<p>{}：<del>{}</del> → <ins>{}</ins></p>", rows)
        return format_html("<div class='changes'>{}</div>", shown) if shown else "—"
