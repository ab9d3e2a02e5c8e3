"""Doing the same with many editions at once; each is still one move of its own."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from disclosures.desk.forms import RemarkForm
from disclosures.flow.advance import approve, clear, send_back, submit
from disclosures.flow.refusal import CannotMove
from disclosures.items.models import Edition


class BulkMoves:
    """Actions of the list of editions."""

    actions = ("submit_all", "approve_all", "clear_all", "send_back_all")

    def to_edition(self, edition: Edition) -> HttpResponseRedirect:
        return HttpResponseRedirect(reverse("admin:disclosures_edition_change", args=[edition.pk]))

    @admin.action(description="提交审核")
    def submit_all(self, request: Any, queryset: Any) -> None:
        _each(request, queryset, submit, "已提交审核")

    @admin.action(description="审核通过")
    def approve_all(self, request: Any, queryset: Any) -> None:
        _each(request, queryset, approve, "已审核通过")

    @admin.action(description="保密审查通过（发布）")
    def clear_all(self, request: Any, queryset: Any) -> None:
        _each(request, queryset, clear, "已通过保密审查")

    @admin.action(description="退回修改…")
    def send_back_all(self, request: Any, queryset: Any) -> HttpResponse | None:
        """Asks for the reason first."""
        given = request.POST if "remark" in request.POST else None
        form = RemarkForm(given, required=True, label="退回原因")
        if form.is_valid():
            remark = form.cleaned_data["remark"]
            _each(request, queryset, send_back, "已退回", remark=remark)
            return None
        context = {
            **self.admin_site.each_context(request),  # type: ignore[attr-defined]
            "title": "退回修改",
            "form": form,
            "editions": queryset,
            "action": "send_back_all",
        }
        return render(request, "admin/disclosures/send_back.html", context)


def _each(
    request: Any, editions: Any, move: Callable[..., Edition], done: str, **given: str
) -> None:
    """Make `move` with each edition; tell how many went, and why the others did not."""
    count = 0
    for edition in editions.select_related("issuer", "entry"):
        try:
            move(edition, by=request.user, **given)
            count += 1
        except (CannotMove, PermissionDenied) as refusal:
            messages.error(request, f"《{edition.title}》：{refusal}")
    if count:
        messages.success(request, f"{done} {count} 条。")
