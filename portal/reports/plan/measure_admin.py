"""Measures at the desk, one by one: in a draft, or as a supplement to a public plan."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect

from disclosures.catalogue.models import CatalogueEntry
from disclosures.desk.addresses import Addresses
from disclosures.desk.move_page import attempt, move_page
from portal.core.desk.base import StaffAdmin
from portal.core.posted import posted
from portal.reports.papers.admin import PaperAdmin
from portal.reports.papers.may import WRITERS
from portal.reports.plan.forms import MeasureForm
from portal.reports.plan.models import Measure, WorkPlan
from portal.reports.plan.supplement import issue_supplement, supplement_lacks
from portal.reports.plan.write import write_measure

ADDS = "补充的措施编在原计划后面，连同原因一起公布；原来的文字不变。"


class MeasureAdmin(StaffAdmin):
    section = "年度工作"
    viewers = PaperAdmin.viewers
    editors = WRITERS
    deleters = WRITERS
    form = MeasureForm
    change_form_template = "admin/reports/measure.html"
    list_display = ("title", "plan", "number", "office", "due_on", "state_shown")
    list_filter = ("plan",)
    list_select_related = ("plan", "office")
    ordering = ("-plan__year", "number", "position", "pk")
    search_fields = ("title",)

    def get_fields(self, request: Any, obj: Any = None) -> Any:
        """The reason is asked for where the plan is public already."""
        plan = obj.plan if obj else _plan_named(request)
        fields = MeasureForm.Meta.fields if obj is None else MeasureForm.Meta.fields[1:]
        if plan and plan.is_issued:
            return fields
        return tuple(name for name in fields if name not in ("note", "replaces"))

    def get_changeform_initial_data(self, request: Any) -> dict[str, Any]:
        plan = _plan_named(request)
        return {"plan": plan.pk} if plan else {}

    def formfield_for_foreignkey(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        if db_field.name == "replaces":
            kwargs["queryset"] = Measure.objects.public(request.township).select_related("plan")
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        kwargs["queryset"] = CatalogueEntry.objects.filter(active=True)
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def has_change_permission(self, request: Any, obj: Any = None) -> bool:
        return super().has_change_permission(request, obj) and not (obj and obj.is_issued)

    def has_delete_permission(self, request: Any, obj: Any = None) -> bool:
        return super().has_delete_permission(request, obj) and not (obj and obj.is_issued)

    def get_actions(self, request: Any) -> Any:
        """None: taking away many at once would take away what is public."""
        return {}

    def get_urls(self) -> list[Any]:
        return [
            Addresses(self).at("<int:key>/issue/", issue_measure, "issue"),
            *super().get_urls(),
        ]

    def save_model(self, request: Any, obj: Any, form: Any, change: bool) -> None:
        obj.township = request.township
        write_measure(obj, by=request.user)
        self.keep_trail(request, obj, form, change)

    def response_add(self, request: Any, obj: Any, post_url_continue: Any = None) -> Any:
        return self._back(request, obj) or super().response_add(request, obj, post_url_continue)

    def response_change(self, request: Any, obj: Any) -> Any:
        return self._back(request, obj) or super().response_change(request, obj)

    def _back(self, request: Any, obj: Any) -> HttpResponse | None:
        """To the plan, where its measures stand together, unless more is to be done here."""
        if "_continue" in request.POST or "_addanother" in request.POST:
            return None
        messages.success(request, f"“{obj.title}”已保存。")
        return redirect("admin:reports_workplan_change", obj.plan_id)

    @admin.display(description="状态")
    def state_shown(self, measure: Measure) -> str:
        return "已公布" if measure.is_issued else "起草中"


def _plan_named(request: Any) -> WorkPlan | None:
    """The plan that a new measure is for."""
    key = request.POST.get("plan") or request.GET.get("plan") or ""
    plans = WorkPlan.objects.of(request.township)
    return plans.filter(pk=key).first() if key.isdecimal() else None


def issue_measure(request: Any, model_admin: MeasureAdmin, key: int) -> HttpResponse:
    if not model_admin.has_view_permission(request):
        raise PermissionDenied
    measure = get_object_or_404(
        model_admin.get_queryset(request).select_related("plan", "office"), pk=key
    )
    form = Form(posted(request))
    if (
        request.method == "POST"
        and form.is_valid()
        and attempt(form, lambda: issue_supplement(measure, by=request.user))
    ):
        messages.success(request, f"“{measure.title}”已补充公布。")
        return redirect("admin:reports_workplan_change", measure.plan_id)
    found = [] if measure.is_issued else supplement_lacks(measure)
    return move_page(
        request,
        model_admin,
        title="补充公布措施",
        subject=measure,
        form=form,
        does=ADDS,
        warnings=found,
        allowed=not found and not measure.is_issued,
    )
