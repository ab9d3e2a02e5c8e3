"""工作总结 at the desk: words and figures, last year's text at hand, issuing, carrying on."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from disclosures.desk.addresses import Addresses
from disclosures.desk.move_page import attempt, move_page
from portal.core import clock
from portal.core.desk.inlines import RowsInline
from portal.core.posted import posted
from portal.reports.figures.fill import figures_for, fill
from portal.reports.papers.admin import PaperAdmin, issue_page
from portal.reports.papers.write import write
from portal.reports.summary.begin import begin
from portal.reports.summary.carry import carry_into_plan
from portal.reports.summary.issue import hindrances, issue, problems_of, texts_of
from portal.reports.summary.known import known_for
from portal.reports.summary.models import Problem, WorkSummary
from portal.reports.summary.public import figures_of, improvement_lines, issued_summary

CARRIES = (
    "每一项还没有列入的改进，在下年的工作计划里各成一项措施；计划已经公布的，作为补充措施起草。"
)


class BeginSummaryForm(forms.ModelForm):
    class Meta:
        model = WorkSummary
        fields = ("year",)


class ProblemInline(RowsInline):
    model = Problem
    fields = ("text", "improvement", "office", "position")


class WorkSummaryAdmin(PaperAdmin):
    change_form_template = "admin/reports/summary.html"
    list_display = ("year", "state_shown", "written_by", "issued_at")

    def get_form(self, request: Any, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        return super().get_form(request, obj, change, **kwargs) if obj else BeginSummaryForm

    def get_fields(self, request: Any, obj: Any = None) -> Any:
        return ("opening", "done") if obj else ("year",)

    def get_inlines(self, request: Any, obj: Any = None) -> Any:
        return (ProblemInline,) if obj else ()

    def get_changeform_initial_data(self, request: Any) -> dict[str, Any]:
        today = clock.today()
        return {"year": today.year if today.month >= 11 else today.year - 1}

    def get_urls(self) -> list[Any]:
        own = Addresses(self)
        return [
            own.at("<int:key>/issue/", issue_summary, "issue"),
            own.at("<int:key>/carry/", carry, "carry"),
            *super().get_urls(),
        ]

    def save_model(self, request: Any, obj: Any, form: Any, change: bool) -> None:
        if change:
            write(obj, form.changed_data, by=request.user)
            self.keep_trail(request, obj, form, change)
            return
        made = begin(request.township, obj.year, by=request.user)
        obj.pk, obj.township = made.pk, made.township

    def save_formset(self, request: Any, form: Any, formset: Any, change: bool) -> None:
        for row in formset.save(commit=False):
            row.township = form.instance.township
            row.save()
        for row in formset.deleted_objects:
            row.delete()

    def change_view(
        self, request: Any, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> Any:
        summary = self.get_object(request, object_id)
        shown = _shown(summary) if summary and self.has_view_permission(request) else {}
        return super().change_view(request, object_id, form_url, shown)


def _shown(summary: WorkSummary) -> dict[str, Any]:
    """While it is a draft: the figures that it uses and might use, itself as it would read, and
    what was said last year. Afterwards what was carried on."""
    problems = problems_of(summary)
    if summary.is_issued:
        return {"problems": problems}
    texts = texts_of(summary, problems)
    known = known_for(summary.township, summary.year)
    figures = figures_for(summary.township, summary.year, *texts, known=known)
    return {
        "hindrances": hindrances(summary),
        "figures": figures,
        "known": known,
        "preview": [fill(text, figures) for text in texts],
        "last_year": _last_year(summary),
    }


def _last_year(summary: WorkSummary) -> list[str]:
    """The text of the year before, as it was issued."""
    before = issued_summary(summary.township, summary.year - 1)
    if before is None:
        return []
    figures, texts = figures_of(before), before.issued["texts"]
    parts = [*texts.values(), "\n".join(improvement_lines(before))]
    return [fill(text, figures) for text in parts]


def issue_summary(request: Any, model_admin: WorkSummaryAdmin, key: int) -> HttpResponse:
    return issue_page(
        request, model_admin, key, title="公布工作总结", hindrances=hindrances, issue=issue
    )


def carry(request: Any, model_admin: WorkSummaryAdmin, key: int) -> HttpResponse:
    """Improvements become measures of the next year's plan."""
    summary = model_admin.open(request, key)
    form = forms.Form(posted(request))
    if (
        request.method == "POST"
        and form.is_valid()
        and attempt(form, lambda: carry_into_plan(summary, by=request.user))
    ):
        messages.success(request, f"改进已列入{summary.year + 1}年的工作计划。")
        return redirect("admin:reports_worksummary_change", key)
    return move_page(
        request,
        model_admin,
        title="列入下年计划",
        subject=summary,
        form=form,
        does=CARRIES,
        warnings=[] if summary.is_issued else ["总结公布以后，才能列入下年计划。"],
        allowed=summary.is_issued,
    )
