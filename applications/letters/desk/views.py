"""Issued letters, opened by the desk alone; templates, looked at and given back."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from applications.cases.record_event import require_desk
from applications.letters.compose import wording_of
from applications.letters.file_of import file_of
from applications.letters.kinds import LetterKind
from applications.letters.models import LONGEST_TEXT, LONGEST_TITLE, Letter, LetterTemplate
from applications.letters.reset import reset as reset_template
from applications.letters.specimen import specimen
from applications.letters.wording import Wording, problems_of
from disclosures.desk.move_page import attempt, move_page
from portal.core.posted import posted
from portal.core.trail.record import record
from portal.documents.official import paragraphs_of


def file(request: Any, model_admin: Any, key: int, which: str) -> HttpResponse:
    """That it was opened stays in the trail."""
    rows = model_admin.get_queryset(request).select_related("application__township")
    letter: Letter = get_object_or_404(rows, pk=key)
    require_desk(letter.application, request.user)
    answer = file_of(letter, which)
    what = f"打开{letter.get_kind_display()}"
    record(letter.application, what, by=request.user, remark=letter.number)
    return answer


def preview(request: Any, model_admin: Any, kind: str) -> HttpResponse:
    """What a letter would look like: with the words just typed, or with those in use."""
    if not model_admin.has_view_permission(request):
        raise PermissionDenied
    chosen = LetterKind.named(kind)
    if chosen is None:
        raise Http404
    wording = _typed(request) or wording_of(request.township, chosen)
    problems = problems_of(chosen, wording.title, wording.text)
    letter = None if problems else specimen(request.township, chosen, wording)
    context = {
        **model_admin.admin_site.each_context(request),
        "opts": model_admin.opts,
        "title": f"样例：{chosen.label}",
        "problems": problems,
        "letter": letter,
        "paragraphs": list(paragraphs_of(letter.text)) if letter else [],
        "township": request.township,
    }
    return render(request, "admin/letters/preview.html", context)


def _typed(request: Any) -> Wording | None:
    if request.method != "POST":
        return None
    title, text = (request.POST.get(name, "") for name in ("title", "text"))
    return Wording(title[:LONGEST_TITLE], text[:LONGEST_TEXT])


def reset(request: Any, model_admin: Any, key: int) -> HttpResponse:
    if not model_admin.has_view_permission(request):
        raise PermissionDenied
    template: LetterTemplate = get_object_or_404(model_admin.get_queryset(request), pk=key)
    allowed = model_admin.has_change_permission(request, template)
    form = forms.Form(posted(request))

    def run() -> None:
        if not allowed:
            raise PermissionDenied
        reset_template(template, by=request.user)

    if request.method == "POST" and form.is_valid() and attempt(form, run):
        messages.success(request, f"“{template}”已恢复系统默认的文字。")
        return redirect("admin:applications_lettertemplate_changelist")
    return move_page(
        request,
        model_admin,
        title="恢复默认",
        subject=template,
        does="去掉本镇的文字，以后拟写这种文书用系统默认的文字。已经出具的文书不变。",
        form=form,
        allowed=allowed,
    )
