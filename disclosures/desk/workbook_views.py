"""导入办事指南、惠民项目: upload, look, then all of it as drafts or nothing."""

import uuid
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header

from disclosures.desk.batch import Batch, Upload, forget, keep, opened
from disclosures.desk.import_forms import UploadForm
from disclosures.desk.move_page import attempt
from disclosures.desk.workbooks import WORKBOOKS, Content, Workbook
from portal.core.posted import posted, posted_files
from portal.core.staff.roles import WRITERS

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LOST = "这次上传已导入或已过期，请重新上传。"


def upload(request: Any, model_admin: Any, kind: str) -> HttpResponse:
    workbook = _workbook(request, kind)
    form = UploadForm(posted(request), posted_files(request))
    if request.method == "POST" and form.is_valid():
        sheet = form.cleaned_data["sheet"]
        batch = keep(request, Upload(sheet.name, sheet.read(), form.cleaned_data["files"]))
        return redirect("admin:disclosures_edition_workbook-preview", kind=kind, batch=batch.key)
    return _page(request, model_admin, "upload", workbook, form=form)


def preview(request: Any, model_admin: Any, kind: str, batch: uuid.UUID) -> HttpResponse:
    workbook = _workbook(request, kind)
    try:
        content = workbook.read(opened(request, batch), request.township)
    except FileNotFoundError:
        messages.error(request, LOST)
        return redirect("admin:disclosures_edition_workbook", kind=kind)
    refused: list[str] = []
    if request.method == "POST" and not content.problems:
        refused = _refused(request, workbook, content)
        if not refused:
            forget(request, Batch(batch, request.township))
            return redirect("admin:disclosures_edition_changelist")
    return _page(
        request, model_admin, "preview", workbook, content=content, refused=refused, kind=kind
    )


def template(request: Any, model_admin: Any, kind: str) -> HttpResponse:
    """The workbook with its headings alone."""
    workbook = _workbook(request, kind)
    answer = HttpResponse(workbook.empty(), content_type=XLSX)
    name = f"{workbook.name}导入模板.xlsx"
    answer["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    return answer


class _Findings:
    """Stands in for a form: collects what a move refuses."""

    def __init__(self) -> None:
        self.found: list[str] = []

    def add_error(self, field: None, sentence: str) -> None:
        self.found.append(sentence)


def _refused(request: Any, workbook: Workbook, content: Content) -> list[str]:
    findings = _Findings()

    def save() -> None:
        saved = content.save(request.user)
        messages.success(request, f"已导入{workbook.name} {len(saved)} 项，存为草稿，请逐项送审。")

    attempt(findings, save)
    return findings.found


def _workbook(request: Any, kind: str) -> Workbook:
    if not request.user.roles & WRITERS:
        raise PermissionDenied
    if kind not in WORKBOOKS:
        raise Http404
    return WORKBOOKS[kind]


def _page(
    request: Any, model_admin: Any, page: str, workbook: Workbook, **context: Any
) -> HttpResponse:
    shown = {
        **model_admin.admin_site.each_context(request),
        "title": f"导入{workbook.name}",
        "opts": model_admin.opts,
        "workbook": workbook,
        **context,
    }
    return render(request, f"admin/disclosures/workbook_{page}.html", shown)
