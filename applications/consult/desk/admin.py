from typing import Any

from django.contrib import admin
from django.db.models import Prefetch

from applications.cases.models import RecordedEvent
from applications.cases.record_event import OFFICE_ANSWERERS
from applications.consult.desk.urls import consultation_urls
from applications.consult.models import Consultation
from applications.consult.waiting import state_of, waiting
from portal.core.desk.base import StaffAdmin
from portal.core.staff.roles import APPLICATION_DESK

PILES = {"mine": "等您答复", "waiting": "等待答复"}


class PileFilter(admin.SimpleListFilter):
    title = "答复了没有"
    parameter_name = "pile"

    def lookups(self, request: Any, model_admin: Any) -> list[tuple[str, str]]:
        return list(PILES.items())

    def queryset(self, request: Any, queryset: Any) -> Any:
        if self.value() not in PILES:
            return queryset
        seen = Consultation.objects.of(request.township).seen_by(request.user)
        rows = seen.for_offices_of(request.user) if self.value() == "mine" else seen
        return queryset.filter(pk__in=[one.consultation.pk for one in waiting(rows)])


class ConsultationAdmin(StaffAdmin):
    """会商: all of them for who handles applications; for an office those that it was asked."""

    section = "依申请公开"
    viewers = APPLICATION_DESK | OFFICE_ANSWERERS
    editors = frozenset()
    list_display = ("number", "subject", "office", "until", "asked_at", "state")
    list_filter = (PileFilter,)
    search_fields = ("application__number", "application__subject")
    search_help_text = "可查申请编号、所需信息的名称。"

    def get_queryset(self, request: Any) -> Any:
        rows = super().get_queryset(request).seen_by(request.user)
        events = Prefetch("application__events", RecordedEvent.objects.order_by("number"))
        return rows.without_own_words().prefetch_related(events)

    def get_urls(self) -> list[Any]:
        return consultation_urls(self) + super().get_urls()

    def has_change_permission(self, request: Any, obj: Any = None) -> bool:
        return False

    def has_add_permission(self, request: Any) -> bool:
        return False

    @admin.display(description="申请", ordering="application")
    def number(self, consultation: Consultation) -> str:
        return consultation.application.number

    @admin.display(description="所需信息的名称")
    def subject(self, consultation: Consultation) -> str:
        return consultation.application.subject

    @admin.display(description="状态")
    def state(self, consultation: Consultation) -> str:
        return state_of(consultation)
