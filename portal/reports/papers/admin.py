"""The year's papers at the desk: who sees them, and that what was issued stays as it is."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect

from disclosures.desk.move_page import attempt, move_page
from portal.core.desk.base import StaffAdmin
from portal.core.posted import posted
from portal.core.staff.roles import Role
from portal.reports.papers.may import WRITERS
from portal.reports.papers.models import Paper


class PaperAdmin(StaffAdmin):
    section = "年度工作"
    viewers = frozenset({*WRITERS, Role.AUDITOR, Role.ADMINISTRATOR, Role.REVIEWER})
    editors = WRITERS
    list_select_related = ("written_by",)
    ordering = ("-year",)

    def has_change_permission(self, request: Any, obj: Any = None) -> bool:
        return super().has_change_permission(request, obj) and not (obj and obj.is_issued)

    @admin.display(description="状态")
    def state_shown(self, paper: Paper) -> str:
        return "已公布" if paper.is_issued else "起草中"

    def open(self, request: Any, key: int) -> Any:
        """The paper that an address names, of this township, for those who may look."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        return get_object_or_404(self.get_queryset(request), pk=key)


def issue_page(
    request: Any, model_admin: PaperAdmin, key: int, *, title: str, hindrances: Any, issue: Any
) -> HttpResponse:
    """What still stands in the way, or the button that makes the paper public."""
    paper = model_admin.open(request, key)
    form = forms.Form(posted(request))
    if (
        request.method == "POST"
        and form.is_valid()
        and attempt(form, lambda: issue(paper, by=request.user))
    ):
        messages.success(request, f"{paper}已公布。")
        return redirect(f"admin:{paper._meta.label_lower.replace('.', '_')}_change", key)
    found = [] if paper.is_issued else hindrances(paper)
    return move_page(
        request,
        model_admin,
        title=title,
        subject=paper,
        form=form,
        does="公布以后，文字和数字都不能再改，网站上马上看得到。",
        warnings=found,
        allowed=not found,
    )
