"""拟办稿 before the head: read it, sign it or send it back."""

from dataclasses import replace
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect

from applications.cases.case import case_of
from applications.desk.details import details_of
from applications.desk.effect import effect_of
from applications.desk.forms.event_form import day_field
from applications.desk.forms.letters import LONGEST_LETTER
from applications.desk.reach import drawn, may_act
from applications.procedure.events import Event
from applications.steps.models import Draft
from applications.steps.settle import SETTLED, approve, send_back
from disclosures.desk.move_forms import RemarkForm
from disclosures.desk.move_page import attempt, move_page
from portal.core import clock
from portal.core.posted import posted
from portal.core.staff.roles import Role

CASE = "admin:applications_application_change"


class SignForm(forms.Form):
    """The day of signing, and the letter as it goes out."""

    text = forms.CharField(
        label="文书正文",
        max_length=LONGEST_LETTER,
        widget=forms.Textarea(attrs={"rows": 20, "class": "letter"}),
        help_text="可以直接改，改过会留痕。签发后不能再改。",
        error_messages={"required": "文书没有正文。"},
    )

    def __init__(self, data: Any, *, draft: Draft) -> None:
        super().__init__(data, initial={"on": clock.today(), "text": draft.text})
        self.fields = {"on": day_field("签发日期"), **self.fields}
        if not draft.letter_kind:
            del self.fields["text"]


def look(request: Any, model_admin: Any, key: int) -> HttpResponse:
    draft = _draft(request, model_admin, key)
    signs = _may_sign(request, draft)
    form = SignForm(posted(request), draft=draft) if signs else None
    if request.method == "POST":
        if not draft.waits:
            messages.error(request, SETTLED)
            return redirect(CASE, draft.application_id)
        if form is None:
            raise PermissionDenied("要由政务公开机构负责人签发，不能由起草人自己签发。")
        if form.is_valid() and attempt(form, lambda: _sign(request, draft, form)):
            messages.success(request, "已签发。请送达申请人，再登记送达。")
            return redirect(CASE, draft.application_id)
    event = draft.event
    return drawn(
        request,
        model_admin,
        "admin/applications/draft.html",
        title="拟办稿",
        draft=draft,
        application=draft.application,
        detail=details_of(event),
        effect=_effect(draft, event) if draft.waits else "",
        form=form,
        shows=may_act(request),
    )


def _sign(request: Any, draft: Draft, form: SignForm) -> None:
    given = form.cleaned_data
    approve(draft, on=given["on"], text=given.get("text", ""), by=request.user)


def _effect(draft: Draft, event: Event) -> str:
    """As if it were signed today."""
    return effect_of(case_of(draft.application), replace(event, on=clock.today()))


def return_draft(request: Any, model_admin: Any, key: int) -> HttpResponse:
    draft = _draft(request, model_admin, key)
    own = draft.drafted_by == request.user
    form = RemarkForm(posted(request), required=True, label="为什么收回" if own else "要改什么")
    if request.method == "POST" and form.is_valid():
        why = form.cleaned_data["remark"]
        if attempt(form, lambda: send_back(draft, why=why, by=request.user)):
            messages.success(request, "已收回。" if own else "已退回起草人。")
            return redirect(CASE, draft.application_id)
    return move_page(
        request,
        model_admin,
        title="收回" if own else "退回",
        subject=draft,
        does="这份拟办稿不再签发，起草人可以另拟一份。",
        form=form,
        allowed=draft.waits and may_act(request),
    )


def _may_sign(request: Any, draft: Draft) -> bool:
    head = request.user.is_superuser or Role.HEAD in request.user.roles
    return bool(head and draft.waits and draft.drafted_by != request.user)


def _draft(request: Any, model_admin: Any, key: int) -> Draft:
    if not model_admin.has_view_permission(request):
        raise PermissionDenied
    rows = Draft.objects.of(request.township).select_related(
        "application__township", "drafted_by", "settled_by"
    )
    found: Draft = get_object_or_404(rows, pk=key)
    return found
