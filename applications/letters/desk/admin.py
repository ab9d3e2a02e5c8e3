from typing import Any

from django.contrib import admin

from applications.letters.desk.urls import letter_urls
from applications.letters.models import Letter
from portal.core.desk.base import StaffAdmin, roles_of
from portal.core.staff.roles import APPLICATION_DESK, Role


class LetterAdmin(StaffAdmin):
    """文书: issued by moves alone; whoever only looks opens none."""

    section = "依申请公开"
    viewers = APPLICATION_DESK | {Role.AUDITOR}
    editors = frozenset()
    change_form_template = "admin/letters/letter.html"
    list_display = ("number", "kind", "application_shown", "issued_on", "by")
    list_filter = ("kind", "year")
    list_select_related = ("application", "by")
    search_fields = ("number", "application__number")
    search_help_text = "可查文号、申请编号。"
    fields = (
        "number",
        "kind",
        "application_shown",
        "issued_on",
        "by",
        "at",
        "shared",
        "docx_sha256",
        "pdf_sha256",
    )

    def get_urls(self) -> list[Any]:
        return letter_urls(self) + super().get_urls()

    def get_queryset(self, request: Any) -> Any:
        return super().get_queryset(request).defer("addressee", "text")

    def get_readonly_fields(self, request: Any, obj: Any = None) -> Any:
        return self.fields

    def has_add_permission(self, request: Any) -> bool:
        return False

    def has_change_permission(self, request: Any, obj: Any = None) -> bool:
        return False

    def render_change_form(self, request: Any, context: Any, *args: Any, **kwargs: Any) -> Any:
        desk = request.user.is_superuser or roles_of(request) & APPLICATION_DESK
        context["may_open"] = bool(desk)
        return super().render_change_form(request, context, *args, **kwargs)

    @admin.display(description="申请", ordering="application")
    def application_shown(self, letter: Letter) -> str:
        return letter.application.number
