from typing import Any

from django.contrib import admin

from portal.core import clock
from portal.core.desk.base import StaffAdmin
from portal.core.desk.changes import changes_of
from portal.core.staff.roles import Role
from portal.core.township.models import Township
from portal.core.trail.models import TrailEntry


@admin.register(Township)
class TownshipAdmin(StaffAdmin):
    """A township's administrator sees their own settings; the operator adds townships."""

    editors = frozenset({Role.ADMINISTRATOR, Role.OFFICER})
    list_display = ("full_name", "county", "host", "phone")
    fieldsets = (
        ("名称", {"fields": ("name", "full_name", "slug", "province", "county", "host")}),
        (
            "编号",
            {"fields": ("credit_code", "website_code", "icp_number", "security_number")},
        ),
        (
            "联系方式",
            {
                "fields": (
                    ("address", "postcode"),
                    ("phone", "fax", "email"),
                    "office_hours",
                    ("reception_window", "reception_phone"),
                    ("county_office", "county_office_phone"),
                    "introduction",
                )
            },
        ),
        ("特殊时期", {"fields": ("mourning",)}),
    )

    def get_queryset(self, request: Any) -> Any:
        townships = admin.ModelAdmin.get_queryset(self, request)
        if request.user.township_id is None:
            return townships
        return townships.filter(pk=request.township.pk)

    def has_add_permission(self, request: Any) -> bool:
        return request.user.is_superuser and request.user.township_id is None

    def get_readonly_fields(self, request: Any, obj: Any = None) -> tuple[str, ...]:
        """The parts of an address that others rely on are the operator's."""
        return () if request.user.township_id is None else ("slug", "host", "credit_code")

    def save_model(self, request: Any, obj: Township, form: Any, change: bool) -> None:
        admin.ModelAdmin.save_model(self, request, obj, form, change)
        TrailEntry.objects.create(
            township=obj,
            at=clock.now(),
            by=request.user,
            act="修改乡镇设置" if change else "新建乡镇",
            subject_kind="core.township",
            subject_key=obj.pk,
            subject_name=str(obj),
            detail={"changed": changes_of(form) if change else {}},
        )
