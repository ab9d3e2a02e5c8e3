"""Making, looking at and handing out the files of an answer. Whoever only looks sees no names of
files and opens none."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header

from applications.cases.models import Application
from applications.cases.record_event import require_desk
from applications.release.confirm import DISCLOSED, confirm, drop, hand_out_confirmed
from applications.release.desk.shown import words_of_copy
from applications.release.forms import ConfirmForm, DropForm, OriginalForm
from applications.release.models import Release
from applications.release.prepare import prepare
from disclosures.attachments.serve import SANDBOX
from disclosures.desk.move_page import attempt, move_page
from disclosures.flow.refusal import CannotMove
from portal.core.posted import posted, posted_files
from portal.core.staff.roles import APPLICATION_DESK
from portal.core.trail.record import record
from portal.uploads.refused import Refused


def add(request: Any, model_admin: Any, key: int) -> HttpResponse:
    """All files of one application on their way out, and the next original."""
    application = _application(request, model_admin, key)
    if request.method == "POST":
        require_desk(application, request.user)
    form = OriginalForm(posted(request), posted_files(request))
    if request.method == "POST" and form.is_valid():
        made: list[Release] = []

        def run() -> None:
            file = form.cleaned_data["file"]
            try:
                made.append(prepare(application, file.read(), file.name, by=request.user))
            except Refused as refusal:
                raise CannotMove(str(refusal)) from refusal

        if attempt(form, run):
            return redirect("admin:applications_release_change", made[0].pk)
    context = {
        "title": "公开的文件",
        "application": application,
        "releases": Release.objects.filter(application=application).with_files(),
        "form": form,
        "may_open": _may_open(request),
        "discloses": application.outcome in DISCLOSED,
    }
    return _drawn(request, model_admin, "admin/release/files.html", context)


def look(request: Any, model_admin: Any, key: int) -> HttpResponse:
    """One file: what was found in it, what was taken out, its words; the second look."""
    release = _release(request, model_admin, key)
    may_open = _may_open(request)
    waits = release.copy is not None and not release.confirmed_at and not release.dropped_at
    alone = release.prepared_by == request.user
    form = ConfirmForm(posted(request), release=release, alone=alone) if waits else None
    if request.method == "POST":
        require_desk(release.application, request.user)
        if form is None:
            raise Http404
        if form.is_valid() and attempt(form, lambda: _confirm(release, request.user, form)):
            messages.success(request, "已复核。")
            return redirect("admin:applications_release_change", release.pk)
    context = {
        "title": "公开文件核查",
        "application": release.application,
        "release": release,
        "form": form if may_open else None,
        "alone": alone,
        "may_open": may_open,
        "words": words_of_copy(release) if may_open and waits else None,
        "discloses": release.application.outcome in DISCLOSED,
    }
    return _drawn(request, model_admin, "admin/release/look.html", context)


def _confirm(release: Release, by: Any, form: ConfirmForm) -> None:
    given = form.cleaned_data
    confirm(release, by=by, looked=given.get("looked", False), reason=given.get("reason", ""))


def hand_out(request: Any, model_admin: Any, key: int) -> HttpResponse:
    """For files that were confirmed before the answer was given."""
    application = _application(request, model_admin, key)
    form = forms.Form(posted(request))

    def run() -> None:
        require_desk(application, request.user)
        if not hand_out_confirmed(application, by=request.user):
            raise CannotMove("没有可以交付的文件：要先复核，并且已经作出公开或者部分公开的答复。")

    if request.method == "POST" and form.is_valid() and attempt(form, run):
        messages.success(request, "申请人现在可以凭查询码下载。")
        return redirect("admin:applications_release_add", application.pk)
    return move_page(
        request,
        model_admin,
        title="交给申请人",
        subject=application.number,
        does="已复核的文件，申请人凭编号和查询码就可以下载。",
        form=form,
        allowed=_may_open(request),
        back="../add/",
    )


def take_back(request: Any, model_admin: Any, key: int) -> HttpResponse:
    release = _release(request, model_admin, key)
    form = DropForm(posted(request))
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        if attempt(form, lambda: drop(release, by=request.user, reason=reason)):
            messages.success(request, "已办理，申请人不能再下载这份文件。")
            return redirect("admin:applications_release_add", release.application_id)
    return move_page(
        request,
        model_admin,
        title="作废或者收回",
        subject=release,
        does="申请人不能再下载这份文件；原件和副本仍留底备查。",
        form=form,
        allowed=_may_open(request) and not release.dropped_at,
    )


def file(request: Any, model_admin: Any, key: int, which: str) -> HttpResponse:
    """The original or the copy, for the desk alone; that it was opened stays in the trail."""
    release = _release(request, model_admin, key)
    require_desk(release.application, request.user)
    kept = release.source if which == "source" else release.copy
    if kept is None or not kept.file:  # forgotten after its years
        raise Http404
    record(release.application, f"打开{kept.get_kind_display()}", by=request.user)
    answer = HttpResponse(kept.file.plain(), content_type=kept.media_type)
    answer["Content-Disposition"] = content_disposition_header(True, kept.name) or "attachment"
    answer["Content-Security-Policy"] = SANDBOX
    answer["Cache-Control"] = "private, no-store"
    return answer


def _may_open(request: Any) -> bool:
    return bool(request.user.is_superuser or request.user.roles & APPLICATION_DESK)


def _application(request: Any, model_admin: Any, key: int) -> Application:
    if not model_admin.has_view_permission(request):
        raise PermissionDenied
    rows = Application.objects.of(request.township).select_related("township")
    found: Application = get_object_or_404(rows, pk=key)
    return found


def _release(request: Any, model_admin: Any, key: int) -> Release:
    if not model_admin.has_view_permission(request):
        raise PermissionDenied
    rows = model_admin.get_queryset(request).with_files().select_related("application__township")
    found: Release = get_object_or_404(
        rows.select_related("source", "copy", "prepared_by", "confirmed_by"), pk=key
    )
    return found


def _drawn(request: Any, model_admin: Any, template: str, context: dict[str, Any]) -> HttpResponse:
    shared = {**model_admin.admin_site.each_context(request), "opts": model_admin.opts}
    answer = render(request, template, {**shared, **context})
    answer["Cache-Control"] = "private, no-store"
    return answer
