from django.contrib import admin

from portal.core.desk.base import StaffAdmin
from portal.core.organisations.models import Organisation


@admin.register(Organisation)
class OrganisationAdmin(StaffAdmin):
    section = "机构与人员"
    list_display = ("name", "kind", "leader", "phone", "position", "active")
    list_filter = ("kind", "active")
    search_fields = ("name", "short_name")
    fieldsets = (
        (None, {"fields": ("name", "short_name", "slug", "kind", "duty")}),
        ("联系方式", {"fields": ("leader", "leader_title", "phone", "address", "office_hours")}),
        ("其他", {"fields": ("population", "credit_code", "position", "active")}),
    )
