from typing import Any

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html

from disclosures.catalogue.models import CatalogueEntry
from disclosures.desk.urls import template_urls
from disclosures.items.templates import ItemTemplate
from portal.core.desk.base import StaffAdmin, roles_of
from portal.core.staff.roles import OFFICE, WRITERS, Role


class ItemTemplateAdmin(StaffAdmin):
    """稿件模板: a button on each starts a draft."""

    section = "目录与模板"
    editors = OFFICE | {Role.CLERK, Role.REVIEWER}
    deleters = OFFICE
    change_form_template = "admin/disclosures/template_form.html"
    list_display = ("name", "entry", "title", "start_link")
    list_display_links = ("name",)
    list_select_related = ("entry",)
    search_fields = ("name", "title")
    autocomplete_fields = ("entry",)

    def get_urls(self) -> list[Any]:
        return template_urls(self) + super().get_urls()

    def get_list_display(self, request: Any) -> Any:
        shown = super().get_list_display(request)
        return shown if self.has_start_permission(request) else shown[:-1]

    def formfield_for_foreignkey(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        if db_field.name == "entry":
            entries = CatalogueEntry.objects.filter(active=True, children__isnull=True)
            kwargs["queryset"] = entries
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def has_start_permission(self, request: Any) -> bool:
        return bool(roles_of(request) & WRITERS)

    def render_change_form(self, request: Any, context: Any, *args: Any, **kwargs: Any) -> Any:
        context["may_start"] = self.has_start_permission(request)
        return super().render_change_form(request, context, *args, **kwargs)

    @admin.display(description="起草")
    def start_link(self, template: ItemTemplate) -> str:
        page = reverse("admin:disclosures_itemtemplate_start", args=[template.pk])
        return format_html('<a href="{}">用此模板新建</a>', page)
