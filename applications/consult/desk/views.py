"""Asking an office, and the page on which it reads the question and answers. Nothing of the
applicant reaches this page: neither their words nor their papers are fetched."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header

from applications.cases.case import case_of
from applications.cases.models import Application
from applications.cases.record_event import OFFICE_ANSWERERS, require_desk
from applications.consult.answer import answer_office
from applications.consult.ask import ask_office
from applications.consult.forms import AnswerForm, AskForm
from applications.consult.models import Consultation, files_answered, files_handed
from applications.consult.waiting import due_in, state_of
from applications.rules.models import rules_of
from disclosures.attachments.serve import SANDBOX
from disclosures.desk.move_page import attempt
from portal.core.posted import posted, posted_files
from portal.core.staff.roles import APPLICATION_DESK
from portal.core.trail.record import record


def ask(request: Any, model_admin: Any, key: int) -> HttpResponse:
    """All consultations on one application, and the next question."""
    rows = Application.objects.of(request.township).select_related("township")
    application: Application = get_object_or_404(rows, pk=key)
    require_desk(application, request.user)
    form = AskForm(posted(request), posted_files(request), application=application)

    def run() -> None:
        office, papers = form.cleaned_data["office"], form.papers()
        ask_office(application, office, by=request.user, papers=papers, **form.told())

    if request.method == "POST" and form.is_valid() and attempt(form, run):
        messages.success(request, f"已交{form.cleaned_data['office']}会商。")
        return redirect("admin:applications_consultation_ask", application.pk)
    asked = Consultation.objects.filter(application=application).without_own_words()
    context = {
        "title": "交站所会商",
        "application": application,
        "consultations": [
            (one, state_of(one)) for one in asked.prefetch_related("application__events")
        ],
        "form": form,
    }
    return _drawn(request, model_admin, "admin/consult/ask.html", context)


def look(request: Any, model_admin: Any, key: int) -> HttpResponse:
    """The question, its files, the answer or the form for it."""
    consultation = _consultation(request, model_admin, key)
    form = AnswerForm(posted(request), posted_files(request))

    def run() -> None:
        answer, papers = form.cleaned_data["answer"], form.papers()
        answer_office(consultation, answer=answer, by=request.user, papers=papers)

    if request.method == "POST":
        if not _may_answer(request, consultation):
            raise PermissionDenied
        if form.is_valid() and attempt(form, run):
            messages.success(request, "已答复。")
            return redirect("admin:applications_consultation_change", consultation.pk)
    due = _due(consultation)
    context = {
        "title": "会商",
        "consultation": consultation,
        "due": due,
        "state": state_of(consultation),
        "handed": files_handed(consultation),
        "returned": files_answered(consultation),
        "form": form if due and _may_answer(request, consultation) else None,
        "at_desk": _at_desk(request),
    }
    return _drawn(request, model_admin, "admin/consult/look.html", context)


def file(request: Any, model_admin: Any, key: int, file: int) -> HttpResponse:
    """A file that goes with the question or the answer, and no other; opening it is recorded."""
    consultation = _consultation(request, model_admin, key)
    offered = [*files_handed(consultation), *files_answered(consultation)]
    kept = next((one for one in offered if one.pk == file and one.file), None)
    if kept is None:
        raise Http404
    record(consultation, "打开会商的文件", by=request.user)
    answer = HttpResponse(kept.file.plain(), content_type=kept.media_type)
    answer["Content-Disposition"] = content_disposition_header(True, kept.name) or "attachment"
    answer["Content-Security-Policy"] = SANDBOX
    answer["Cache-Control"] = "private, no-store"
    return answer


def _consultation(request: Any, model_admin: Any, key: int) -> Consultation:
    if not model_admin.has_view_permission(request):
        raise PermissionDenied
    found: Consultation = get_object_or_404(model_admin.get_queryset(request), pk=key)
    return found


def _due(consultation: Consultation) -> date | None:
    own = rules_of(consultation.township).own_limits
    return due_in(case_of(consultation.application), consultation, own)


def _at_desk(request: Any) -> bool:
    return bool(request.user.is_superuser or request.user.roles & APPLICATION_DESK)


def _may_answer(request: Any, consultation: Consultation) -> bool:
    return _at_desk(request) or request.user.may(OFFICE_ANSWERERS, consultation.office)


def _drawn(request: Any, model_admin: Any, template: str, context: dict[str, Any]) -> HttpResponse:
    shared = {**model_admin.admin_site.each_context(request), "opts": model_admin.opts}
    answer = render(request, template, {**shared, **context})
    answer["Cache-Control"] = "private, no-store"
    return answer
