"""What can be done with what is public, one address for each move; nothing happens on a visit."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect

from disclosures.desk.move_forms import RepealForm, WithdrawForm
from disclosures.desk.move_page import attempt, move_page
from disclosures.flow.repeal import repeal
from disclosures.flow.revise import revise
from disclosures.flow.withdraw import withdraw
from disclosures.flow.write import copy_as_draft
from disclosures.items.models import Disclosure, Edition
from portal.core.posted import posted

REVISES = "打开一份修订稿。现在公开的版本不变，新版发布后才替换。"
COPIES = "用这条信息的文字起草一条新的。"
WITHDRAWS = "从网站、列表、订阅和下载中去掉，原网址留下说明。"
REPEALS = "文件仍可查阅，但页面上方写明已废止；有替代文件的指向它。"


def disclosure_revise(request: Any, model_admin: Any, key: int) -> HttpResponse:
    return _opened(request, model_admin, key, move=revise, title="开始修订", told=REVISES)


def disclosure_copy(request: Any, model_admin: Any, key: int) -> HttpResponse:
    return _opened(request, model_admin, key, move=copy_as_draft, title="复制为新稿", told=COPIES)


def _opened(
    request: Any,
    model_admin: Any,
    key: int,
    *,
    move: Callable[..., Edition],
    title: str,
    told: str,
) -> HttpResponse:
    disclosure = _disclosure(request, model_admin, key)
    form = forms.Form(posted(request))
    if request.method == "POST" and form.is_valid():
        opened: list[Edition] = []
        if attempt(form, lambda: opened.append(move(disclosure, by=request.user))):
            return redirect("admin:disclosures_edition_change", opened[0].pk)
    return move_page(request, model_admin, title=title, subject=disclosure, does=told, form=form)


def disclosure_withdraw(request: Any, model_admin: Any, key: int) -> HttpResponse:
    disclosure = _disclosure(request, model_admin, key)
    form = WithdrawForm(posted(request))
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        if attempt(form, lambda: withdraw(disclosure, by=request.user, reason=reason)):
            messages.success(request, "已撤下。原网址会说明撤下的时间和原因。")
            return redirect("admin:disclosures_disclosure_changelist")
    return move_page(
        request, model_admin, title="撤下", subject=disclosure, does=WITHDRAWS, form=form
    )


def disclosure_repeal(request: Any, model_admin: Any, key: int) -> HttpResponse:
    disclosure = _disclosure(request, model_admin, key)
    form = RepealForm(posted(request))
    if request.method == "POST" and form.is_valid() and _replacement_known(request, form):
        data = form.cleaned_data
        if attempt(form, lambda: repeal(disclosure, by=request.user, **data)):
            messages.success(request, "已标为废止，页面上会说明。")
            return redirect("admin:disclosures_disclosure_changelist")
    return move_page(
        request, model_admin, title="废止", subject=disclosure, does=REPEALS, form=form
    )


def _replacement_known(request: Any, form: Any) -> bool:
    number = form.cleaned_data["replaced_by"].strip()
    if not number:
        form.cleaned_data["replaced_by"] = None
        return True
    found = Disclosure.objects.of(request.township).filter(index_number=number).first()
    if found is None:
        form.add_error("replaced_by", f"没有索引号为 {number} 的信息，请从页面上复制完整的索引号。")
    form.cleaned_data["replaced_by"] = found
    return found is not None


def _disclosure(request: Any, model_admin: Any, key: int) -> Disclosure:
    if not model_admin.has_view_permission(request):
        raise PermissionDenied
    return get_object_or_404(model_admin.get_queryset(request), pk=key)
