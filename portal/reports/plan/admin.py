"""工作计划 at the desk: its measures, what is still wrong, issuing."""

from typing import Any

from django.http import HttpResponse

from disclosures.desk.addresses import Addresses
from portal.core import clock
from portal.reports.papers.admin import PaperAdmin, issue_page
from portal.reports.papers.write import write
from portal.reports.plan.begin import begin
from portal.reports.plan.forms import BeginPlanForm
from portal.reports.plan.issue import hindrances, issue, measures_of
from portal.reports.plan.models import Measure, WorkPlan


class WorkPlanAdmin(PaperAdmin):
    change_form_template = "admin/reports/plan.html"
    list_display = ("year", "state_shown", "written_by", "issued_at")

    def get_form(self, request: Any, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        return super().get_form(request, obj, change, **kwargs) if obj else BeginPlanForm

    def get_fields(self, request: Any, obj: Any = None) -> Any:
        return ("opening",) if obj else ("year",)

    def get_changeform_initial_data(self, request: Any) -> dict[str, Any]:
        today = clock.today()
        return {"year": today.year + 1 if today.month == 12 else today.year}

    def get_urls(self) -> list[Any]:
        return [
            Addresses(self).at("<int:key>/issue/", issue_plan, "issue"),
            *super().get_urls(),
        ]

    def save_model(self, request: Any, obj: Any, form: Any, change: bool) -> None:
        if change:
            write(obj, form.changed_data, by=request.user)
            self.keep_trail(request, obj, form, change)
            return
        made = begin(request.township, obj.year, by=request.user)
        obj.pk, obj.township = made.pk, made.township

    def change_view(
        self, request: Any, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> Any:
        plan = self.get_object(request, object_id)
        shown = _shown(plan) if plan and self.has_view_permission(request) else {}
        return super().change_view(request, object_id, form_url, shown)


def _shown(plan: WorkPlan) -> dict[str, Any]:
    return {
        "measures": sorted(measures_of(plan), key=_place),
        "hindrances": [] if plan.is_issued else hindrances(plan),
    }


def _place(measure: Measure) -> tuple[bool, int]:
    """Numbered ones by number, then what is a draft."""
    if measure.number is None:
        return True, measure.position
    return False, measure.number


def issue_plan(request: Any, model_admin: WorkPlanAdmin, key: int) -> HttpResponse:
    return issue_page(
        request, model_admin, key, title="公布工作计划", hindrances=hindrances, issue=issue
    )
