"""Single entries of a period at the desk: posted, put right, struck, taken back; their vouchers."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render, resolve_url

from disclosures.desk.move_page import attempt, move_page
from finance.desk.forms import EntryForm, ReverseForm, VoucherForm
from finance.ledger.amend import amend
from finance.ledger.models import LedgerEntry, Period
from finance.ledger.periods import KEEPERS
from finance.ledger.post import post, remove, reverse
from finance.ledger.states import State
from finance.refusal import CannotPost
from finance.vouchers.keep import add_voucher, drop_voucher
from finance.vouchers.models import Voucher
from portal.core.posted import posted, posted_files
from portal.uploads.checks import Refused


def add(request: Any, model_admin: Any, key: int) -> HttpResponse:
    """Post one entry; “保存并继续” keeps the form for the next."""
    period = _period(request, model_admin, key)
    form = EntryForm(posted(request), period=period, entry=None)

    def run() -> None:
        account = form.cleaned_data["account"]
        [entry] = post(period, account, [form.posting()], by=request.user)
        messages.success(request, f"已记账：{entry}")

    if request.method == "POST" and form.is_valid() and attempt(form, run):
        if "again" in request.POST:
            return redirect("admin:finance_period_entry-add", key=period.pk)
        return _back(period)
    return _form_page(request, model_admin, period, form, None)


def change(request: Any, model_admin: Any, key: int, number: int) -> HttpResponse:
    period, entry = _entry(request, model_admin, key, number)
    if period.state != State.OPEN or entry.reverses_id is not None:
        return _form_page(request, model_admin, period, None, entry)
    form = EntryForm(posted(request), period=period, entry=entry)

    def run() -> None:
        amended = amend(entry, form.posting(), by=request.user)
        messages.success(request, f"已修改：{amended}")

    if request.method == "POST" and form.is_valid() and attempt(form, run):
        return _back(period)
    return _form_page(request, model_admin, period, form, entry)


def take_off(request: Any, model_admin: Any, key: int, number: int) -> HttpResponse:
    period, entry = _entry(request, model_admin, key, number)
    form = forms.Form(posted(request))
    told = "这一期还没有提交，删除后余额马上重算，留痕里仍有记录。"
    return _move(
        request, model_admin, period, entry, form, "删除这一笔", told,
        lambda: remove(entry, by=request.user),
    )  # fmt: skip


def take_back(request: Any, model_admin: Any, key: int, number: int) -> HttpResponse:
    """红字冲销: into a period that is open."""
    period, entry = _entry(request, model_admin, key, number)
    periods = Period.objects.filter(village=period.village, state=State.OPEN).order_by("first")
    form = ReverseForm(posted(request), periods=periods.select_related("village"))
    told = "在还没有提交的账期里记一笔金额相反的红字，原来这一笔和红字都公开，互相连着。"
    return _move(
        request, model_admin, period, entry, form, "红字冲销", told,
        lambda: reverse(entry, by=request.user, **form.cleaned_data),
    )  # fmt: skip


def voucher_add(request: Any, model_admin: Any, key: int, number: int) -> HttpResponse:
    period, entry = _entry(request, model_admin, key, number)
    form = VoucherForm(posted(request), posted_files(request))

    def run() -> None:
        file = form.cleaned_data["file"]
        try:
            add_voucher(entry, file.read(), file.name, by=request.user)
        except Refused as refusal:
            raise CannotPost(str(refusal)) from refusal

    told = "凭证和这一笔一起公开。先在图上遮盖身份证号、银行卡号、电话、个人签名再传。"
    return _move(request, model_admin, period, entry, form, "添加凭证", told, run)


def voucher_drop(
    request: Any, model_admin: Any, key: int, number: int, voucher: int
) -> HttpResponse:
    period, entry = _entry(request, model_admin, key, number)
    found = get_object_or_404(Voucher, pk=voucher, entry=entry)
    form = forms.Form(posted(request))
    told = f"删除凭证《{found.name}》，文件一并删除。"
    return _move(
        request, model_admin, period, entry, form, "删除凭证", told,
        lambda: drop_voucher(found, by=request.user),
    )  # fmt: skip


def _move(
    request: Any,
    model_admin: Any,
    period: Period,
    entry: LedgerEntry,
    form: Any,
    title: str,
    told: str,
    run: Callable[[], Any],
) -> HttpResponse:
    if request.method == "POST" and form.is_valid() and attempt(form, run):
        messages.success(request, f"已办理“{title}”：{entry}")
        return _back(period)
    return move_page(
        request,
        model_admin,
        title=title,
        subject=entry,
        does=told,
        form=form,
        back=_address(period),
        allowed=request.user.may(KEEPERS, period.village),
    )


def _form_page(
    request: Any, model_admin: Any, period: Period, form: Any, entry: LedgerEntry | None
) -> HttpResponse:
    shown = {
        **model_admin.admin_site.each_context(request),
        "opts": model_admin.opts,
        "title": f"{period}：{'一笔收支' if entry else '记一笔'}",
        "period": period,
        "entry": entry,
        "form": form if request.user.may(KEEPERS, period.village) else None,
        "vouchers": entry.vouchers.all() if entry else [],
        "may_keep": request.user.may(KEEPERS, period.village),
        "is_open": period.state == State.OPEN,
    }
    return render(request, "admin/finance/entry.html", shown)


def _period(request: Any, model_admin: Any, key: int) -> Period:
    found: Period = get_object_or_404(model_admin.get_queryset(request), pk=key)
    return found


def _entry(request: Any, model_admin: Any, key: int, number: int) -> tuple[Period, LedgerEntry]:
    period = _period(request, model_admin, key)
    return period, get_object_or_404(period.entries.told(), pk=number)


def _back(period: Period) -> HttpResponse:
    return redirect(_address(period))


def _address(period: Period) -> str:
    return resolve_url("admin:finance_period_change", period.pk)
