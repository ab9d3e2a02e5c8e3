from typing import Any

from django.contrib import admin

from applications.answers.desk.urls import answer_urls
from applications.answers.models import GivenAnswer
from portal.core import clock
from portal.core.desk.base import StaffAdmin
from portal.core.staff.roles import APPLICATION_DESK, Role


class PublishedFilter(admin.SimpleListFilter):
    title = "是否转为公开"
    parameter_name = "published"

    def lookups(self, request: Any, model_admin: Any) -> list[tuple[str, str]]:
        return [("no", "还没有"), ("yes", "已经转了")]

    def queryset(self, request: Any, queryset: Any) -> Any:
        if self.value() not in ("no", "yes"):
            return queryset
        return queryset.filter(answered_by_item__isnull=self.value() == "no")


class GivenAnswerAdmin(StaffAdmin):
    """答复转公开: answers that disclosed something, and what became of them for everybody."""

    section = "依申请公开"
    viewers = APPLICATION_DESK | {Role.AUDITOR}
    editors = frozenset()
    list_display = ("number", "outcome", "answered_on", "became")
    list_filter = (PublishedFilter, "answered_on")
    list_select_related = ("answered_by_item__live",)
    search_fields = ("number",)
    search_help_text = "可查申请编号。"

    def get_queryset(self, request: Any) -> Any:
        return super().get_queryset(request).giving().defer("description")

    def get_urls(self) -> list[Any]:
        return answer_urls(self) + super().get_urls()

    def has_change_permission(self, request: Any, obj: Any = None) -> bool:
        return False

    def has_add_permission(self, request: Any) -> bool:
        return False

    @admin.display(description="转为公开")
    def became(self, answer: GivenAnswer) -> str:
        item = answer.answered_by_item
        if item is None:
            return "还没有"
        if item.withdrawn_at:
            return "已撤下"
        shown = item.published_at is not None and item.published_at <= clock.now()
        return f"已公开：{item.live.title}" if item.live and shown else "稿件办理中"
