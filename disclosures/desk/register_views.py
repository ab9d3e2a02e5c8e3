"""The moves with a register entry, one address for each; they change nothing on a visit."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect

from disclosures.desk.move_forms import RemarkForm
from disclosures.desk.move_page import attempt, move_page
from disclosures.registers.models import RegisterEntry
from disclosures.registers.moves import LISTERS, ask_repair, decide_repair, list_entry
from portal.core.posted import posted

TITLES = {
    "list": "列入并公开",
    "ask-repair": "登记信用修复申请",
    "grant-repair": "准予信用修复",
    "refuse-repair": "不予信用修复",
}
DOES = {
    "list": "列入后马上公开，文字不能再改，到期自动移出。自己录入的要由别人办。",
    "ask-repair": "记下单位的申请和理由，等待决定。",
    "grant-repair": "从今天起移出名录，网页和查找里都不再有它；记录保留。",
    "refuse-repair": "写明理由，条目继续公开到期满。",
}


def register_move(request: Any, model_admin: Any, key: int, move: str) -> HttpResponse:
    entry = get_object_or_404(model_admin.get_queryset(request), pk=key)
    given = posted(request)
    form: Any = forms.Form(given) if move == "list" else RemarkForm(given, required=True)
    if move != "list":
        form.fields["remark"].label = "申请的理由" if move == "ask-repair" else "决定的理由"
    sent = request.method == "POST" and form.is_valid()
    if sent and attempt(form, _runner(move, entry, request.user, form.cleaned_data)):
        messages.success(request, f"已办理“{TITLES[move]}”：{entry.firm}")
        return redirect("admin:disclosures_registerentry_change", entry.pk)
    return move_page(
        request,
        model_admin,
        title=TITLES[move],
        subject=entry,
        does=DOES[move],
        form=form,
        allowed=request.user.may(LISTERS, entry.issuer),
    )


def _runner(move: str, entry: RegisterEntry, by: Any, data: dict[str, Any]) -> Callable[[], Any]:
    if move == "list":
        return lambda: list_entry(entry, by=by)
    if move == "ask-repair":
        return lambda: ask_repair(entry, grounds=data["remark"], by=by)
    granted = move == "grant-repair"
    return lambda: decide_repair(entry, granted=granted, reason=data["remark"], by=by)
