from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.html import format_html

from disclosures.catalogue.load import load_catalogue
from disclosures.catalogue.models import CatalogueEntry
from portal.core.desk.base import StaffAdmin
from portal.core.posted import posted, posted_files


class CatalogueUpload(forms.Form):
    sheet = forms.FileField(
        label="目录表格",
        help_text="XLSX 或 CSV，列名同“公开目录”下载的表格；编码相同的会更新，其余新增。",
        error_messages={"required": "请选择目录表格。", "empty": "这个表格是空文件，请重新选择。"},
    )


class CatalogueEntryAdmin(StaffAdmin):
    section = "目录与模板"
    change_list_template = "admin/disclosures/catalogue_list.html"
    list_display = ("code", "name_shown", "column", "limit_shown", "cycle", "publisher", "active")
    list_filter = ("column", "category", "cycle", "kind", "level", "active", "publisher")
    ordering = ("code",)
    list_select_related = ("publisher",)
    search_fields = ("code", "name", "content")
    autocomplete_fields = ("parent", "publisher")
    list_per_page = 200

    def get_search_results(self, request: Any, queryset: Any, search_term: str) -> Any:
        """Look-ups from a draft offer what a draft may use: entries in use without ones below."""
        found, duplicates = super().get_search_results(request, queryset, search_term)
        if request.GET.get("model_name") in ("edition", "itemtemplate"):
            found = found.filter(active=True, children__isnull=True)
        return found, duplicates

    @admin.display(description="公开事项", ordering="name")
    def name_shown(self, entry: CatalogueEntry) -> str:
        """The tree: matters of the second level stand in."""
        css = "level-two" if entry.parent_id else "level-one"
        return format_html("<span class='{}'>{}</span>", css, entry.name)

    @admin.display(description="公开时限", ordering="limit_amount")
    def limit_shown(self, entry: CatalogueEntry) -> str:
        return str(entry.limit)

    def get_urls(self) -> list[Any]:
        wrap = self.admin_site.admin_view
        own = path("import/", wrap(self.import_view), name="disclosures_catalogueentry_import")
        return [own, *super().get_urls()]

    def import_view(self, request: Any) -> HttpResponse:
        if not self.has_change_permission(request):
            raise PermissionDenied
        form = CatalogueUpload(posted(request), posted_files(request))
        if request.method == "POST" and form.is_valid():
            file = form.cleaned_data["sheet"]
            count, problems = load_catalogue(
                file.read(), file.name, request.township, by=request.user
            )
            if not problems:
                messages.success(request, f"已载入 {count} 项。")
                return redirect("admin:disclosures_catalogueentry_changelist")
            for problem in problems:
                form.add_error(None, str(problem))
        context = {
            **self.admin_site.each_context(request),
            "title": "导入目录",
            "opts": self.opts,
            "form": form,
        }
        return render(request, "admin/disclosures/catalogue_import.html", context)
