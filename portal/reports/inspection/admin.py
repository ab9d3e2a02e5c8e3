"""自查 at the desk: what was found, where to mend it, and how the score moves."""

from collections import defaultdict
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from disclosures.desk.addresses import Addresses
from portal.core import clock
from portal.core.desk.base import StaffAdmin
from portal.core.staff.roles import OFFICE, Role
from portal.core.trail.record import record
from portal.documents.hand_out import handed_out
from portal.reports.inspection.course import course_of
from portal.reports.inspection.indicators import Finding, Indicator
from portal.reports.inspection.inspect import inspect
from portal.reports.inspection.models import Inspection
from portal.reports.inspection.quarter import document_of, quarters_until, told_of
from portal.spreadsheets.download import file_of, wants_file

COLUMNS = ("指标", "在哪里", "网址", "问题", "怎样改")
SHOWN = 200  # findings of one indicator; the file has them all
DONE = "自查完毕，得 {points} 分。这次只查了数据；逐页检查每天夜里由系统进行。"


class InspectionAdmin(StaffAdmin):
    section = "自查"
    viewers = OFFICE | {Role.AUDITOR, Role.ADMINISTRATOR, Role.REVIEWER}
    editors = OFFICE
    change_form_template = "admin/inspection/inspection.html"
    change_list_template = "admin/inspection/list.html"
    list_display = ("at", "points", "failed_shown", "found_shown", "pages", "links")
    list_display_links = ("at", "points")
    ordering = ("-at", "-pk")

    def has_add_permission(self, request: Any) -> bool:
        return False

    def has_change_permission(self, request: Any, obj: Any = None) -> bool:
        return False

    def get_urls(self) -> list[Any]:
        own = Addresses(self)
        return [
            own.at("now/", inspect_now, "now"),
            own.at("quarter/", quarter_report, "quarter"),
            *super().get_urls(),
        ]

    @admin.display(description="单项否决")
    def failed_shown(self, inspection: Inspection) -> str:
        return "、".join(one.label for one in inspection.failed_indicators) or "没有"

    @admin.display(description="问题")
    def found_shown(self, inspection: Inspection) -> int:
        return len(inspection.findings)

    def changelist_view(self, request: Any, extra_context: Any = None) -> HttpResponse:
        context = {
            "course": course_of(request.township),
            "may_inspect": self.has_editing(request),
            "quarters": quarters_until(clock.today()),
            **(extra_context or {}),
        }
        return super().changelist_view(request, context)

    def has_editing(self, request: Any) -> bool:
        return self.reaches(request, self.editors)

    def change_view(
        self, request: Any, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> Any:
        inspection = self.get_object(request, object_id)
        if inspection is not None and self.has_view_permission(request) and wants_file(request):
            name = f"自查问题{inspection.at:%Y%m%d}"
            return file_of(request, name, COLUMNS, map(_row, inspection.found))
        found = _grouped(inspection.found) if inspection else []
        return super().change_view(request, object_id, form_url, {"found": found})


@require_POST
def inspect_now(request: Any, model_admin: InspectionAdmin) -> HttpResponse:
    """The records alone, which takes a second; pages are walked at night."""
    if model_admin.has_editing(request):
        inspection = inspect(request.township)
        record(inspection, "自查", by=request.user)
        messages.success(request, DONE.format(points=inspection.points))
        return redirect("admin:reports_inspection_change", inspection.pk)
    messages.error(request, "您没有自查的权限，需要：政务公开专员。")
    return redirect(reverse("admin:index"))


def quarter_report(request: Any, model_admin: InspectionAdmin) -> HttpResponse:
    """The quarter's report as DOCX, for those who may read inspections."""
    if not model_admin.has_view_permission(request):
        raise PermissionDenied
    today = clock.today()
    asked = request.GET.get("quarter", "")
    known = {one.key: one for one in quarters_until(today)}
    if asked not in known:
        raise Http404
    told = told_of(request.township, known[asked], today)
    document = document_of(told, request.township, today)
    return handed_out(document, "docx", document.name)


def _grouped(findings: list[Finding]) -> list[tuple[Indicator, int, list[Finding]]]:
    groups: dict[Indicator, list[Finding]] = defaultdict(list)
    for finding in findings:
        groups[finding.indicator].append(finding)
    return [(one, len(groups[one]), groups[one][:SHOWN]) for one in Indicator if groups[one]]


def _row(finding: Finding) -> tuple[str, ...]:
    return finding.indicator.label, finding.where, finding.address, finding.what, finding.cure


class RiskyWordAdmin(StaffAdmin):
    section = "自查"
    viewers = OFFICE | {Role.AUDITOR, Role.ADMINISTRATOR}
    editors = OFFICE
    deleters = OFFICE
    list_display = ("word", "instead", "why", "active")
    list_filter = ("active",)
    search_fields = ("word", "instead", "why")
