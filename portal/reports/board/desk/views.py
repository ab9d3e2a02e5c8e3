"""Hanging, taking down, pictures, names on paper: each a page that changes nothing on a visit."""

import uuid
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from disclosures.attachments.serve import serve
from disclosures.desk.move_page import attempt, move_page
from disclosures.items.models import Disclosure
from portal.core import clock
from portal.core.organisations.models import Organisation
from portal.core.posted import posted, posted_files
from portal.core.trail.record import record
from portal.reports.board.compose import names_sheet
from portal.reports.board.desk.forms import DownForm, HangForm, PhotoForm
from portal.reports.board.find import found_for
from portal.reports.board.hang import POSTERS, boards_for, hang, require_poster, take_down
from portal.reports.board.keep_photo import keep_board_picture, keep_photo
from portal.reports.board.kinds import SheetKind
from portal.reports.board.models import Board, Posting, PostingPhoto
from portal.reports.board.papers import look_of
from portal.reports.board.printing import TooMany, fresh_pdf, pdf_answer
from portal.reports.board.sheet import Asked
from portal.reports.board.subjects import Subject, public_names, subject_of

HANG_DOES = "登记这份材料贴在哪里、从哪天贴到哪天。先打印，贴好，再登记；照片可以一起传。"
DOWN_DOES = "登记已经从公开栏取下。记录和照片保留，网页上写明张贴的起止日期。"
PHOTO_DOES = "照片公开显示在这条信息的网页上，作为张贴的凭证。含姓名的名单，照片只在这里看。"
PICTURE_DOES = "让群众认得出公开栏的照片；新照片替换旧照片。"


def find(request: Any, model_admin: Any) -> HttpResponse:
    """What is to be hung: looked for by words, or come to from its own page."""
    require_poster(request.user)
    if request.GET.get("kind"):
        return _hang(request, model_admin)
    words = request.GET.get("q", "")
    context = {
        **model_admin.admin_site.each_context(request),
        "title": "登记张贴",
        "opts": model_admin.opts,
        "words": words,
        "found": found_for(words, request.township, clock.now()),
    }
    return render(request, "admin/board/find.html", context)


def _hang(request: Any, model_admin: Any) -> HttpResponse:
    subject = _subject(request)
    boards = boards_for(request.user, request.township)
    form = HangForm(posted(request), posted_files(request), boards=boards, subject=subject)
    sent = request.method == "POST" and form.is_valid()
    if sent and attempt(form, lambda: _hung(form, request)):
        messages.success(request, f"已登记：{subject.title}")
        return redirect("admin:reports_posting_changelist")
    return move_page(
        request,
        model_admin,
        title="登记张贴",
        subject=subject.title,
        does=HANG_DOES,
        form=form,
        allowed=boards.exists(),
        warnings=[] if boards.exists() else ["您管的单位还没有公开栏，请先由政务公开专员登记。"],
        back=subject.address,
    )


@transaction.atomic
def _hung(form: HangForm, request: Any) -> None:
    """The posting, and its picture if there is one: both or neither."""
    file = form.cleaned_data["photo"]
    posting = hang(form.cleaned_data["board"], form.hanging, by=request.user)
    if file:
        keep_photo(posting, file.read(), file.name, by=request.user)


def _subject(request: Any) -> Subject:
    kind, key = request.GET.get("kind", ""), request.GET.get("key", "")
    if kind in SheetKind.values and key.isdecimal() and len(key) < 16:
        subject = subject_of(kind, int(key), request.township, clock.now())
        if subject is not None:
            return subject
    raise Http404


def down(request: Any, model_admin: Any, key: int) -> HttpResponse:
    posting = _posting(request, model_admin, key)
    form = DownForm(posted(request))
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        taken = attempt(
            form,
            lambda: take_down(posting, given["on"], by=request.user, remark=given["remark"]),
        )
        if taken:
            messages.success(request, f"已登记取下：{posting}")
            return redirect("admin:reports_posting_changelist")
    return move_page(
        request,
        model_admin,
        title="登记取下",
        subject=str(posting),
        does=DOWN_DOES,
        form=form,
        allowed=posting.hangs and request.user.may(POSTERS, posting.board.organisation),
    )


def photo(request: Any, model_admin: Any, key: int) -> HttpResponse:
    posting = _posting(request, model_admin, key)
    form = PhotoForm(posted(request), posted_files(request))
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["photo"]
        if attempt(form, lambda: keep_photo(posting, file.read(), file.name, by=request.user)):
            messages.success(request, f"照片已保存：{posting}")
            return redirect("admin:reports_posting_change", posting.pk)
    return move_page(
        request,
        model_admin,
        title="上传张贴照片",
        subject=str(posting),
        does=PHOTO_DOES,
        form=form,
        allowed=request.user.may(POSTERS, posting.board.organisation),
    )


def picture(request: Any, model_admin: Any, key: int) -> HttpResponse:
    if not model_admin.has_view_permission(request):
        raise PermissionDenied
    found = model_admin.get_queryset(request).select_related("organisation")
    board: Board = get_object_or_404(found, pk=key)
    form = PhotoForm(posted(request), posted_files(request))
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["photo"]
        if attempt(
            form, lambda: keep_board_picture(board, file.read(), file.name, by=request.user)
        ):
            messages.success(request, f"照片已更换：{board}")
            return redirect("admin:reports_board_change", board.pk)
    return move_page(
        request,
        model_admin,
        title="更换公开栏照片",
        subject=str(board),
        does=PICTURE_DOES,
        form=form,
        allowed=request.user.may(POSTERS, board.organisation),
    )


def _posting(request: Any, model_admin: Any, key: int) -> Posting:
    if not model_admin.has_view_permission(request):
        raise PermissionDenied
    found = model_admin.get_queryset(request).select_related("board__organisation")
    posting: Posting = get_object_or_404(found, pk=key)
    return posting


@require_safe
def picture_of_posting(request: Any, model_admin: Any, key: uuid.UUID) -> HttpResponseBase:
    """A picture as the desk sees it, with names or without."""
    if not model_admin.has_view_permission(request):
        raise PermissionDenied
    mine = model_admin.get_queryset(request)
    found = get_object_or_404(PostingPhoto.objects.filter(posting__in=mine), uuid=key)
    name = f"{key.hex}.{found.media_type.rsplit('/', 1)[-1]}"
    path = str(found.file.name)
    return serve(request, path, name, found.media_type, etag=key.hex, public=False)


@require_safe
def names(request: Any, model_admin: Any, key: int) -> HttpResponse:
    """A list with its names on paper, while the notice runs: for the body that issued it whole,
    for a village its own people. It leaves its line in the trail and is kept nowhere."""
    require_poster(request.user)
    now = clock.now()
    item = get_object_or_404(
        public_names(request.township, now).select_related("live__issuer"), pk=key
    )
    village = _village(request, item)
    sheet = names_sheet(Asked(request.township, item.pk, now), village)
    if sheet is None:
        raise Http404
    site = f"{request.scheme}://{request.get_host()}"
    try:
        made = fresh_pdf([sheet.at(site)], look_of(request.GET), request.township)
    except TooMany:
        messages.error(request, "现在生成 PDF 的人多，请过一会儿再试。")
        return redirect("admin:reports_posting_changelist")
    where = village.name if village else "全部"
    record(item, "打印含姓名的张贴版", by=request.user, remark=where)
    answer = pdf_answer(made, f"{where}名单")
    answer["Cache-Control"] = "no-store"
    answer["X-Robots-Tag"] = "noindex, noarchive"
    return answer


def _village(request: Any, item: Disclosure) -> Organisation | None:
    """The village whose names are asked for; None for the whole list. Raises PermissionDenied."""
    live: Any = item.live
    villages = {total.village.slug: total.village for total in live.noticelist.totals}
    person = request.user
    asked = villages.get(request.GET.get("village", ""))
    if asked is None and not person.may(POSTERS, live.issuer):
        own = [village for village in villages.values() if person.may(POSTERS, village)]
        if len(own) == 1:
            return own[0]
        raise PermissionDenied("您只能打印本村的名单。")
    if asked and not (person.may(POSTERS, live.issuer) or person.may(POSTERS, asked)):
        raise PermissionDenied("您只能打印本村的名单。")
    return asked
