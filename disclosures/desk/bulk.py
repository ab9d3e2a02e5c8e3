"""Doing the same with many records at once; each is still one move of its own."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render

from disclosures.desk.move_forms import RemarkForm
from disclosures.flow.advance import approve, clear, send_back, submit
from disclosures.flow.refusal import CannotMove
from disclosures.flow.write import copy_as_draft
from disclosures.items.states import STEPS, Move
from portal.core.desk.base import roles_of
from portal.core.staff.roles import WRITERS


class BulkMoves:
    """Actions of the list of editions; each is offered to those whose roles have the move."""

    actions = ("submit_all", "approve_all", "clear_all", "send_back_all")

    @admin.action(description="提交审核", permissions=["submit"])
    def submit_all(self, request: Any, queryset: Any) -> None:
        _each(request, _with_parts(queryset), submit, "已提交审核")

    @admin.action(description="审核通过", permissions=["approve"])
    def approve_all(self, request: Any, queryset: Any) -> None:
        _each(request, _with_parts(queryset), approve, "已审核通过")

    @admin.action(description="通过保密审查（没有设定时间的立即发布）", permissions=["clear"])
    def clear_all(self, request: Any, queryset: Any) -> None:
        _each(request, _with_parts(queryset), clear, "已通过保密审查")

    @admin.action(description="退回修改…", permissions=["send_back"])
    def send_back_all(self, request: Any, queryset: Any) -> HttpResponse | None:
        """Asks for the reason first."""
        given = request.POST if "remark" in request.POST else None
        form = RemarkForm(given, required=True, label="退回原因")
        if form.is_valid():
            remark = form.cleaned_data["remark"]
            _each(request, _with_parts(queryset), send_back, "已退回", remark=remark)
            return None
        context = {
            **self.admin_site.each_context(request),  # type: ignore[attr-defined]
            "title": f"退回 {len(queryset)} 份稿件",
            "opts": self.opts,  # type: ignore[attr-defined]
            "form": form,
            "editions": queryset,
            "action": "send_back_all",
        }
        return render(request, "admin/disclosures/send_back.html", context)

    def has_submit_permission(self, request: Any) -> bool:
        return _may_ever(request, Move.SUBMIT)

    def has_approve_permission(self, request: Any) -> bool:
        return _may_ever(request, Move.APPROVE)

    def has_clear_permission(self, request: Any) -> bool:
        return _may_ever(request, Move.CLEAR)

    def has_send_back_permission(self, request: Any) -> bool:
        return _may_ever(request, Move.SEND_BACK)


class BulkCopies:
    """The action of the list of what is public: last year's items as this year's drafts."""

    actions = ("copy_all",)

    @admin.action(description="复制为新稿", permissions=["write"])
    def copy_all(self, request: Any, queryset: Any) -> None:
        _each(request, queryset.select_related("live"), copy_as_draft, "已复制为草稿")

    def has_write_permission(self, request: Any) -> bool:
        return bool(roles_of(request) & WRITERS)


def _may_ever(request: Any, move: Move) -> bool:
    return bool(roles_of(request) & STEPS[move].roles)


def _with_parts(editions: Any) -> Any:
    return editions.select_related("issuer", "entry", "disclosure")


def _each(request: Any, rows: Any, move: Callable[..., Any], done: str, **given: str) -> None:
    """Make `move` with each row; tell how many went, and why the others did not."""
    count = 0
    for row in rows:
        try:
            move(row, by=request.user, **given)
            count += 1
        except (CannotMove, PermissionDenied) as refusal:
            messages.error(request, f"《{row}》：{refusal}")
    if count:
        messages.success(request, f"{done} {count} 条。")
