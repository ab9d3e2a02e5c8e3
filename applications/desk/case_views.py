"""The page of an application, and what is done on it beside the steps of the procedure."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST

from applications.alike.find import alike_to
from applications.cases.case import case_of
from applications.cases.keep_file import keep_file
from applications.cases.models import CaseFile
from applications.desk.assign import assign
from applications.desk.case_page import CasePage
from applications.desk.forms.papers import PaperForm
from applications.desk.forms.person import AssignForm
from applications.desk.reach import application_of, drawn, handled_application, may_act
from disclosures.attachments.serve import SANDBOX
from disclosures.desk.move_page import attempt, move_page
from disclosures.flow.refusal import CannotMove
from portal.core import clock
from portal.core.posted import posted, posted_files
from portal.core.trail.record import record
from portal.uploads.refused import Refused


def case_page(request: Any, model_admin: Any, key: int) -> HttpResponse:
    application = application_of(request, model_admin, key)
    page = CasePage(case_of(application), clock.today())
    return drawn(
        request,
        model_admin,
        "admin/applications/case.html",
        title=application.number,
        application=application,
        page=page,
        alike=alike_to(application) if may_act(request) else None,
        today=clock.today(),
    )


@require_POST
def open_person(request: Any, model_admin: Any, key: int) -> HttpResponse:
    """申请人信息, whole. That it was opened, by whom and when, stays in the trail."""
    application = handled_application(request, model_admin, key)
    record(application, "查看申请人信息", by=request.user)
    return drawn(
        request,
        model_admin,
        "admin/applications/person.html",
        title="申请人信息",
        application=application,
        applicant=application.applicant,
    )


def give_to(request: Any, model_admin: Any, key: int) -> HttpResponse:
    application = handled_application(request, model_admin, key)
    form = AssignForm(posted(request), application=application)
    if request.method == "POST" and form.is_valid():
        to = form.cleaned_data["to"]
        if attempt(form, lambda: assign(application, to, by=request.user)):
            messages.success(request, f"已交给{to}办理。")
            return redirect("admin:applications_application_change", application.pk)
    return move_page(
        request,
        model_admin,
        title="换人办理",
        subject=application.number,
        does="提醒发给新的承办人。答复期限不变。",
        form=form,
    )


def add_paper(request: Any, model_admin: Any, key: int) -> HttpResponse:
    application = handled_application(request, model_admin, key)
    form = PaperForm(posted(request), posted_files(request))

    def run() -> None:
        file, kind = form.cleaned_data["file"], CaseFile.Kind(form.cleaned_data["kind"])
        try:
            keep_file(application, file.read(), file.name, kind, by=request.user)
        except Refused as refusal:
            raise CannotMove(str(refusal)) from refusal
        record(application, "收存材料", by=request.user, remark=kind.label)

    if request.method == "POST" and form.is_valid() and attempt(form, run):
        messages.success(request, "已收存。")
        return redirect("admin:applications_application_change", application.pk)
    return move_page(
        request,
        model_admin,
        title="收存材料",
        subject=application.number,
        does="扫描件、证明等，加密保存，只有办理公开申请的人打得开。",
        form=form,
        button="上传",
    )


def open_paper(request: Any, model_admin: Any, key: int, paper: int) -> HttpResponse:
    """A paper of the application; that it was opened stays in the trail."""
    application = handled_application(request, model_admin, key)
    kept = application.files.filter(pk=paper).first()
    if kept is None or not kept.file:  # forgotten after its years
        raise Http404
    record(application, f"打开{kept.get_kind_display()}", by=request.user)
    answer = HttpResponse(kept.file.plain(), content_type=kept.media_type)
    answer["Content-Disposition"] = content_disposition_header(True, kept.name) or "attachment"
    answer["Content-Security-Policy"] = SANDBOX
    answer["Cache-Control"] = "private, no-store"
    return answer
