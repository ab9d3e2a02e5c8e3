"""The moves with a period, one address for each; they change nothing on a visit."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect

from disclosures.desk.move_forms import RemarkForm
from disclosures.desk.move_page import attempt, move_page
from finance.desk.forms import CheckForm, OpenForm
from finance.ledger.hindrances import hindrances
from finance.ledger.large import split_payments
from finance.ledger.models import Period
from finance.ledger.periods import (
    CHECKERS,
    KEEPERS,
    PUBLISHERS,
    check,
    open_period,
    publish,
    send_back,
    submit,
)
from portal.core.organisations.models import Organisation
from portal.core.posted import posted

TITLES = {"submit": "提交审核", "check": "审核通过", "send-back": "退回", "publish": "公开"}
ROLES = {
    "submit": KEEPERS,
    "check": CHECKERS,
    "send-back": CHECKERS | PUBLISHERS,
    "publish": PUBLISHERS,
}
DOES = {
    "submit": "提交后不能再记账和修改，等村务监督委员会审核；退回后可以再改。",
    "check": "记下谁在哪天审核过、意见是什么，公开时一并公布。自己提交的不能自己审核。",
    "send-back": "退回给会计重新记账，写明要改什么。",
    "publish": "公开后群众马上看到每一笔，永远锁定；更正只能在以后的账期红字冲销。",
}


def open_one(request: Any, model_admin: Any) -> HttpResponse:
    villages = villages_kept_by(request)
    form = OpenForm(posted(request), villages=villages)

    def run() -> None:
        given = form.cleaned_data
        period = open_period(given["village"], given["first"], by=request.user)
        messages.success(request, f"{period}已开立，期初余额接上一期的期末余额。")

    if request.method == "POST" and form.is_valid() and attempt(form, run):
        return redirect("admin:finance_period_changelist")
    return move_page(
        request,
        model_admin,
        title="开立账期",
        subject="",
        does="账期一期接一期，期初余额自动接上一期的期末余额。导入表格时会自动开立，不必先办这一步。",
        form=form,
        back="../",
        allowed=villages.exists(),
    )


def villages_kept_by(request: Any) -> Any:
    """Villages whose books whoever asks may keep."""
    if not request.user.is_superuser and not request.user.roles & KEEPERS:
        raise PermissionDenied
    villages = Organisation.objects.of(request.township).villages()
    if request.user.acts_for_whole_township:
        return villages
    return villages.filter(pk__in=request.user.covered_organisations)


def move(request: Any, model_admin: Any, key: int, move: str) -> HttpResponse:
    period = get_object_or_404(model_admin.get_queryset(request), pk=key)
    form = _form(move, posted(request))
    sent = request.method == "POST" and form.is_valid()
    if sent and attempt(form, _runner(move, period, request.user, form.cleaned_data)):
        messages.success(request, f"已办理“{TITLES[move]}”：{period}")
        return redirect("admin:finance_period_change", period.pk)
    telling = move in ("submit", "publish", "check")
    return move_page(
        request,
        model_admin,
        title=TITLES[move],
        subject=period,
        does=DOES[move],
        warnings=[*hindrances(period), *split_payments(period)] if telling else [],
        form=form,
        allowed=request.user.may(ROLES[move], period.village),
    )


def _form(move: str, given: Any) -> Any:
    if move == "check":
        return CheckForm(given)
    if move == "send-back":
        return RemarkForm(given, required=True, label="退回的原因")
    return forms.Form(given)


def _runner(move: str, period: Period, by: Any, data: dict[str, Any]) -> Callable[[], Any]:
    if move == "submit":
        return lambda: submit(period, by=by)
    if move == "check":
        return lambda: check(period, by=by, **data)
    if move == "publish":
        return lambda: publish(period, by=by)
    return lambda: send_back(period, by=by, reason=data["remark"])
