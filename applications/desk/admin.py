from typing import Any

from django.contrib import admin

from applications.cases.models import Application
from applications.desk.filters import PileFilter
from applications.desk.reach import may_act
from applications.desk.urls import application_urls, draft_urls
from applications.procedure.due import DueKind
from applications.steps.models import Draft
from portal.core import clock
from portal.core.desk.base import OwnUsedFilter, StaffAdmin
from portal.core.staff.roles import APPLICATION_DESK, Role

LOOKERS_ON = APPLICATION_DESK | {Role.AUDITOR}


class ApplicationAdmin(StaffAdmin):
    """公开申请: changed by steps alone. Whoever only looks on sees no words of applicants."""

    section = "依申请公开"
    viewers = LOOKERS_ON
    editors = frozenset()
    change_list_template = "admin/applications/list.html"
    list_filter = (
        PileFilter,
        "state",
        "outcome",
        "channel",
        "applicant_kind",
        ("handler", OwnUsedFilter),
        "received_on",
    )
    list_select_related = ("handler",)
    search_help_text = "可查编号、所需信息的名称。"
    ordering = ("-pk",)

    def get_queryset(self, request: Any) -> Any:
        return super().get_queryset(request).defer("description")

    def get_urls(self) -> list[Any]:
        return application_urls(self) + super().get_urls()

    def changelist_view(self, request: Any, extra_context: dict[str, Any] | None = None) -> Any:
        shown = {"may_act": may_act(request), **(extra_context or {})}
        return super().changelist_view(request, shown)

    def get_list_display(self, request: Any) -> Any:
        shown = ("number", "state_shown", "received_on", "due_shown", "next_shown", "handler")
        return ("number", "subject", *shown[1:]) if may_act(request) else shown

    def get_search_fields(self, request: Any) -> Any:
        return ("number", "subject") if may_act(request) else ("number",)

    def has_change_permission(self, request: Any, obj: Any = None) -> bool:
        return False

    def has_add_permission(self, request: Any) -> bool:
        return False

    @admin.display(description="状态", ordering="state")
    def state_shown(self, application: Application) -> str:
        late = application.overdue(clock.today())
        return f"{application.state_label}（已逾期）" if late else application.state_label

    @admin.display(description="答复期限", ordering="due_on")
    def due_shown(self, application: Application) -> str:
        if application.due_on is None:
            return "—"
        maybe = "（暂定）" if application.due_provisional else ""
        return f"{application.due_on:%Y-%m-%d}{maybe}"

    @admin.display(description="最近要办的事", ordering="next_due_on")
    def next_shown(self, application: Application) -> str:
        if application.next_due_on is None:
            return "—"
        kind = DueKind(application.next_due_kind)
        return f"{application.next_due_on:%Y-%m-%d} {kind.label}"


class DraftAdmin(StaffAdmin):
    """拟办稿: drafted on the page of the application, signed here."""

    section = "依申请公开"
    viewers = LOOKERS_ON
    editors = frozenset()
    list_display = ("application_shown", "type", "state_shown", "drafted_by", "drafted_at")
    list_filter = ("type", "drafted_at")
    list_select_related = ("application", "drafted_by")
    search_fields = ("application__number",)
    search_help_text = "可查申请编号。"

    def get_urls(self) -> list[Any]:
        return draft_urls(self) + super().get_urls()

    def has_change_permission(self, request: Any, obj: Any = None) -> bool:
        return False

    def has_add_permission(self, request: Any) -> bool:
        return False

    @admin.display(description="申请", ordering="application")
    def application_shown(self, draft: Draft) -> str:
        return draft.application.number

    @admin.display(description="状态")
    def state_shown(self, draft: Draft) -> str:
        return draft.state_label
