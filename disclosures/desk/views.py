"""A page for each move: what it will do, what stands in the way, a word with it, the button."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from disclosures.desk.forms import ClearForm, RemarkForm, RepealForm, WithdrawForm
from disclosures.flow.advance import approve, clear, publish_now, send_back, submit
from disclosures.flow.hindrances import privacy_of
from disclosures.flow.refusal import CannotMove
from disclosures.flow.repeal import repeal
from disclosures.flow.revise import revise
from disclosures.flow.withdraw import withdraw
from disclosures.flow.write import copy_as_draft, discard
from disclosures.items.models import Disclosure, Edition
from disclosures.items.states import Move
from portal.core.posted import posted

DOES = {
    "submit": "交给另一位同事审核。审核期间不能再改，需要改时可由审核员退回。",
    "approve": "内容属实、可以公开，转给保密审查员审查。",
    "clear": "不涉密、不侵犯个人隐私。没有设定时发布的，点下按钮就立即公开。",
    "send_back": "退回录入人修改，改好后重新提交。",
    "publish": "不等到设定的时间，现在就公开。",
    "discard": "这份稿件从未公开，作废后不能恢复；留痕仍在。",
}


def edition_move(request: Any, model_admin: Any, key: int, move: Move) -> HttpResponse:
    """Confirm and make a lawful step with an edition."""
    edition = _edition(request, model_admin, key)
    if move is Move.CLEAR:
        form: Any = ClearForm(posted(request))
    else:
        form = RemarkForm(
            posted(request), required=move is Move.SEND_BACK, label=_remark_label(move)
        )
    if request.method == "POST" and form.is_valid():
        run = _runner(move, edition, request.user, form.cleaned_data)
        if _attempt(request, form, run):
            messages.success(request, f"已办理“{move.label}”：《{edition.title}》")
            return redirect("admin:disclosures_edition_changelist")
    privacy = privacy_of(edition).sentences() if move is Move.CLEAR else []
    return _page(
        request,
        model_admin,
        title=move.label,
        subject=edition,
        does=DOES[move.value],
        form=form,
        warnings=privacy,
    )


def _remark_label(move: Move) -> str:
    return "退回原因" if move is Move.SEND_BACK else "说明（可不填）"


def _runner(move: Move, edition: Edition, by: Any, data: dict[str, Any]) -> Callable[[], Any]:
    if move is Move.CLEAR:
        return lambda: clear(
            edition, by=by, remark=data["remark"], override_reason=data["override_reason"]
        )
    if move is Move.PUBLISH:
        return lambda: publish_now(edition, by=by)
    step = {Move.SUBMIT: submit, Move.APPROVE: approve, Move.SEND_BACK: send_back}[move]
    return lambda: step(edition, by=by, remark=data["remark"])


def edition_discard(request: Any, model_admin: Any, key: int) -> HttpResponse:
    edition = _edition(request, model_admin, key)
    form = RemarkForm(posted(request), label="说明（可不填）")
    sent = request.method == "POST" and form.is_valid()
    if sent and _attempt(request, form, lambda: discard(edition, by=request.user)):
        messages.success(request, f"已作废《{edition.title}》。")
        return redirect("admin:disclosures_edition_changelist")
    return _page(
        request, model_admin, title="作废稿件", subject=edition, does=DOES["discard"], form=form
    )


def edition_preview(request: Any, model_admin: Any, key: int) -> HttpResponse:
    """The edition as residents will see it."""
    edition = _edition(request, model_admin, key)
    context = {"edition": edition, "attachments": edition.attachments.all()}
    return render(request, "disclosures/items/preview.html", context)


def disclosure_revise(request: Any, model_admin: Any, key: int) -> HttpResponse:
    return _opened(
        request,
        model_admin,
        key,
        revise,
        "开始修订",
        "打开一份修订稿。现在公开的版本不变，新版发布后才替换。",
    )


def disclosure_copy(request: Any, model_admin: Any, key: int) -> HttpResponse:
    return _opened(
        request, model_admin, key, copy_as_draft, "复制为新稿", "用这条信息的文字起草一条新的。"
    )


def _opened(
    request: Any, model_admin: Any, key: int, move: Callable[..., Edition], title: str, does: str
) -> HttpResponse:
    disclosure = _disclosure(request, model_admin, key)
    form = RemarkForm(posted(request), label="说明（可不填）")
    if request.method == "POST" and form.is_valid():
        opened: list[Edition] = []
        if _attempt(request, form, lambda: opened.append(move(disclosure, by=request.user))):
            return redirect("admin:disclosures_edition_change", opened[0].pk)
    return _page(request, model_admin, title=title, subject=disclosure, does=does, form=form)


def disclosure_withdraw(request: Any, model_admin: Any, key: int) -> HttpResponse:
    disclosure = _disclosure(request, model_admin, key)
    form = WithdrawForm(posted(request))
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        if _attempt(request, form, lambda: withdraw(disclosure, by=request.user, reason=reason)):
            messages.success(request, "已撤下。原网址会说明撤下的时间和原因。")
            return redirect("admin:disclosures_disclosure_changelist")
    does = "从网站、列表、订阅和下载中去掉，原网址留下说明。"
    return _page(request, model_admin, title="撤下", subject=disclosure, does=does, form=form)


def disclosure_repeal(request: Any, model_admin: Any, key: int) -> HttpResponse:
    disclosure = _disclosure(request, model_admin, key)
    form = RepealForm(posted(request))
    if request.method == "POST" and form.is_valid() and _replacement_known(request, form):
        data = form.cleaned_data
        if _attempt(request, form, lambda: repeal(disclosure, by=request.user, **data)):
            messages.success(request, "已标为废止，页面上会说明。")
            return redirect("admin:disclosures_disclosure_changelist")
    does = "文件仍可查阅，但页面上方写明已废止；有替代文件的指向它。"
    return _page(request, model_admin, title="废止", subject=disclosure, does=does, form=form)


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


def _edition(request: Any, model_admin: Any, key: int) -> Edition:
    if not model_admin.has_view_permission(request):
        raise PermissionDenied
    editions = model_admin.get_queryset(request).select_related("issuer", "entry", "disclosure")
    return get_object_or_404(editions, pk=key)


def _disclosure(request: Any, model_admin: Any, key: int) -> Disclosure:
    if not model_admin.has_view_permission(request):
        raise PermissionDenied
    return get_object_or_404(model_admin.get_queryset(request), pk=key)


def _attempt(request: Any, form: Any, run: Callable[[], Any]) -> bool:
    """Make the move; what it refuses goes to the top of the form."""
    try:
        run()
    except CannotMove as refusal:
        for finding in refusal.findings:
            form.add_error(None, finding)
        return False
    except PermissionDenied as refusal:
        form.add_error(None, str(refusal) or "您没有办理此事的权限。")
        return False
    return True


def _page(request: Any, model_admin: Any, **context: Any) -> HttpResponse:
    shown = {
        **model_admin.admin_site.each_context(request),
        "opts": model_admin.opts,
        "warnings": [],
        **context,
    }
    return render(request, "admin/disclosures/move.html", shown)
