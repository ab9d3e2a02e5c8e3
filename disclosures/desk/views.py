"""What can be done with an edition, one address for each move; they change nothing on a visit."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from disclosures.desk.labels import button_of, does
from disclosures.desk.move_forms import ClearForm, RemarkForm, StartForm
from disclosures.desk.move_page import attempt, move_page
from disclosures.flow.advance import approve, clear, offered, publish_now, send_back, submit
from disclosures.flow.hindrances import hindrances, privacy_of
from disclosures.flow.write import discard, draft_from_template
from disclosures.items.models import Edition
from disclosures.items.states import Move
from portal.core import clock
from portal.core.posted import posted


def edition_move(request: Any, model_admin: Any, key: int, move: Move) -> HttpResponse:
    """Confirm and make a lawful step with an edition."""
    edition = _edition(request, model_admin, key)
    form = _form(request, move, edition)
    if request.method == "POST" and form.is_valid():
        run = _runner(move, edition, request.user, form.cleaned_data)
        if attempt(form, run):
            messages.success(request, f"已办理“{move.label}”：《{edition.title}》")
            return redirect("admin:disclosures_edition_changelist")
    now = clock.now()
    return move_page(
        request,
        model_admin,
        title=move.label,
        button=button_of(move, edition, now),
        subject=edition,
        does=does(move, edition, now),
        form=form,
        warnings=_warnings(move, edition),
        allowed=move in offered(edition, request.user),
    )


def _form(request: Any, move: Move, edition: Edition) -> Any:
    if move is Move.CLEAR:
        return ClearForm(posted(request), clean_text=privacy_of(edition).clean)
    if move is Move.PUBLISH:
        return forms.Form(posted(request))
    if move is Move.SEND_BACK:
        return RemarkForm(posted(request), required=True, label="退回原因")
    return RemarkForm(posted(request), label="说明（可不填）")


def _warnings(move: Move, edition: Edition) -> list[str]:
    """What whoever makes `move` should look at first."""
    if move is Move.SUBMIT:
        return hindrances(edition) + privacy_of(edition).sentences()
    return privacy_of(edition).sentences() if move in (Move.APPROVE, Move.CLEAR) else []


def _runner(move: Move, edition: Edition, by: Any, data: dict[str, Any]) -> Callable[[], Any]:
    if move is Move.CLEAR:
        return lambda: clear(
            edition, by=by, remark=data["remark"], override_reason=data.get("override_reason", "")
        )
    if move is Move.PUBLISH:
        return lambda: publish_now(edition, by=by)
    step = {Move.SUBMIT: submit, Move.APPROVE: approve, Move.SEND_BACK: send_back}[move]
    return lambda: step(edition, by=by, remark=data["remark"])


def edition_discard(request: Any, model_admin: Any, key: int) -> HttpResponse:
    edition = _edition(request, model_admin, key)
    form = forms.Form(posted(request))
    sent = request.method == "POST" and form.is_valid()
    if sent and attempt(form, lambda: discard(edition, by=request.user)):
        messages.success(request, f"已作废《{edition.title}》。")
        return redirect("admin:disclosures_edition_changelist")
    told = "这份稿件从未公开，作废后不能恢复；留痕仍在。"
    return move_page(request, model_admin, title="作废稿件", subject=edition, does=told, form=form)


def edition_preview(request: Any, model_admin: Any, key: int) -> HttpResponse:
    """The edition as residents will see it."""
    edition = _edition(request, model_admin, key)
    context = {"edition": edition, "attachments": edition.attachments.all()}
    return render(request, "disclosures/items/preview.html", context)


def template_start(request: Any, model_admin: Any, key: int) -> HttpResponse:
    """A draft from a template, for an organisation that the writer acts for."""
    template = get_object_or_404(model_admin.get_queryset(request), pk=key)
    if not model_admin.has_start_permission(request):
        raise PermissionDenied
    form = StartForm(posted(request), person=request.user, township=request.township)
    if request.method == "POST" and form.is_valid():
        opened: list[Edition] = []
        issuer = form.cleaned_data["issuer"]
        if attempt(
            form,
            lambda: opened.append(draft_from_template(template, by=request.user, issuer=issuer)),
        ):
            return redirect("admin:disclosures_edition_change", opened[0].pk)
    told = "用模板的标题、摘要和正文开始一份草稿，再改成这一次的内容。"
    return move_page(
        request, model_admin, title="用此模板新建", subject=template, does=told, form=form
    )


def _edition(request: Any, model_admin: Any, key: int) -> Edition:
    if not model_admin.has_view_permission(request):
        raise PermissionDenied
    editions = model_admin.get_queryset(request).select_related("issuer", "entry", "disclosure")
    return get_object_or_404(editions, pk=key)
