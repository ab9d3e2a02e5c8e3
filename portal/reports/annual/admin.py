"""年度报告 at the desk: words, numbers, what is still wrong, issuing."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from disclosures.desk.addresses import Addresses
from disclosures.desk.move_page import attempt
from portal.core import clock
from portal.core.desk.base import StaffAdmin
from portal.core.posted import posted
from portal.core.staff.roles import Role
from portal.reports.annual.begin import begin
from portal.reports.annual.cell_page import cell_page
from portal.reports.annual.due import due_on
from portal.reports.annual.grid import NumbersForm
from portal.reports.annual.issue import hindrances, issue
from portal.reports.annual.models import AnnualReport
from portal.reports.annual.override import put_numbers
from portal.reports.annual.sheet import sheet_of
from portal.reports.figures.fill import figures_for
from portal.reports.figures.known import known_figures
from portal.reports.papers.admin import PaperAdmin, issue_page
from portal.reports.papers.write import write


class BeginForm(forms.ModelForm):
    class Meta:
        model = AnnualReport
        fields = ("year", "by_hand")


class AnnualReportAdmin(PaperAdmin):
    change_form_template = "admin/reports/annual.html"
    list_display = ("year", "state_shown", "due_shown", "written_by", "issued_at")

    def get_form(self, request: Any, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        return super().get_form(request, obj, change, **kwargs) if obj else BeginForm

    def get_fields(self, request: Any, obj: Any = None) -> Any:
        return ("overview", "problems", "others") if obj else ("year", "by_hand")

    def get_changeform_initial_data(self, request: Any) -> dict[str, Any]:
        today = clock.today()
        return {"year": today.year if today.month == 12 else today.year - 1}

    def get_urls(self) -> list[Any]:
        own = Addresses(self)
        return [
            own.at("<int:key>/numbers/", numbers),
            own.at("<int:key>/numbers/<slug:table>/<slug:line>/<slug:column>/", cell_page, "cell"),
            own.at("<int:key>/issue/", issue_report, "issue"),
            *super().get_urls(),
        ]

    def save_model(self, request: Any, obj: Any, form: Any, change: bool) -> None:
        if change:
            write(obj, form.changed_data, by=request.user)
            self.keep_trail(request, obj, form, change)
            return
        made = begin(request.township, obj.year, by=request.user, by_hand=obj.by_hand)
        obj.pk, obj.township = made.pk, made.township

    def change_view(
        self, request: Any, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> Any:
        report = self.get_object(request, object_id)
        shown = _shown(report) if report and self.has_view_permission(request) else {}
        return super().change_view(request, object_id, form_url, shown)

    @admin.display(description="公布期限")
    def due_shown(self, report: AnnualReport) -> str:
        return f"{due_on(report.township, report.year):%Y-%m-%d}"


def _shown(report: AnnualReport) -> dict[str, Any]:
    """What still stands in the way, the figures that the words use, and those they might."""
    if report.is_issued:
        return {}
    sheet = sheet_of(report)
    texts = (report.overview, report.problems, report.others)
    return {
        "hindrances": hindrances(report, sheet),
        "figures": figures_for(report.township, report.year, *texts),
        "known": known_figures(),
        "due_on": due_on(report.township, report.year),
    }


def numbers(request: Any, model_admin: AnnualReportAdmin, key: int) -> HttpResponse:
    """The grid: everyone who may look sees it; writers fill it in."""
    report = model_admin.open(request, key)
    sheet = sheet_of(report)
    form = NumbersForm(posted(request), sheet=sheet)
    if request.method == "POST" and form.is_valid():
        given, reason = form.numbers(), form.cleaned_data["reason"]
        if attempt(form, lambda: put_numbers(report, given, reason, by=request.user)):
            messages.success(request, "已保存，勾稽关系重新核对过。")
            return redirect("admin:reports_annualreport_numbers", key)
    context = {
        **model_admin.admin_site.each_context(request),
        "title": f"{report}：数据",
        "opts": model_admin.opts,
        "report": report,
        "form": form,
        "sheet": sheet,
        "may_fill": model_admin.has_change_permission(request, report),
    }
    return render(request, "admin/reports/numbers.html", context)


def issue_report(request: Any, model_admin: AnnualReportAdmin, key: int) -> HttpResponse:
    def found(report: AnnualReport) -> list[str]:
        return hindrances(report, sheet_of(report))

    return issue_page(
        request, model_admin, key, title="公布年度报告", hindrances=found, issue=issue
    )


class LineWordingAdmin(StaffAdmin):
    """Deleting one goes back to the usual words; reports that are issued keep theirs."""

    section = "设置"
    viewers = frozenset({Role.OFFICER, Role.HEAD})
    editors = deleters = frozenset({Role.ADMINISTRATOR, Role.HEAD})
    list_display = ("line", "words")


class ReportRulesAdmin(StaffAdmin):
    section = "设置"
    viewers = frozenset({Role.OFFICER, Role.HEAD})
    editors = frozenset({Role.ADMINISTRATOR, Role.HEAD})
    list_display = ("__str__", "due_month", "due_day")

    def has_add_permission(self, request: Any) -> bool:
        allowed = super().has_add_permission(request)
        return allowed and not self.get_queryset(request).exists()
