from typing import Any

from disclosures.lists.forms import ListKindForm
from disclosures.lists.models import ListKind
from portal.core.desk.base import StaffAdmin
from portal.core.staff.roles import OFFICE


class ListKindAdmin(StaffAdmin):
    """名单种类: which columns are read, which are cut, how long names are shown."""

    section = "目录与模板"
    editors = OFFICE
    form = ListKindForm
    list_display = ("name", "slug", "purpose", "category", "length_shown", "name_shown", "active")
    list_filter = ("purpose", "category", "active")
    search_fields = ("name", "slug")
    fieldsets = (
        (None, {"fields": (("name", "slug"), ("purpose", "category"), ("position", "active"))}),
        ("栏目", {"fields": ("columns_told", "formulas_told")}),
        (
            "公示和个人信息",
            {
                "fields": (
                    ("length_amount", "length_unit"),
                    "name_shown",
                    "harvestable",
                    "retention_days",
                )
            },
        ),
    )

    def get_readonly_fields(self, request: Any, obj: Any = None) -> tuple[str, ...]:
        return ("slug",) if obj else ()

    def length_shown(self, kind: ListKind) -> str:
        return str(kind.length)

    length_shown.short_description = "公示期"  # type: ignore[attr-defined]
