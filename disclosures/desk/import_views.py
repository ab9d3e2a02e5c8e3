"""批量导入: upload, a preview that names every bad row, then all of it or nothing."""

import uuid
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header

from disclosures.desk.batch import Batch, Upload, checked, forget, keep, opened
from disclosures.desk.import_forms import ConfirmForm, UploadForm
from disclosures.desk.move_page import attempt
from disclosures.desk.sheets import empty_sheet, error_sheet
from disclosures.flow.item_sheet import COLUMNS, ItemSheet
from disclosures.flow.save_items import save_items
from portal.core.posted import posted, posted_files
from portal.core.staff.roles import WRITERS

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SHOWN_ROWS = 200
LOST = "这次上传已导入或已过期，请重新上传。"


def upload(request: Any, model_admin: Any) -> HttpResponse:
    _require_writer(request)
    form = UploadForm(posted(request), posted_files(request))
    if request.method == "POST" and form.is_valid():
        sheet = form.cleaned_data["sheet"]
        batch = keep(request, Upload(sheet.name, sheet.read(), form.cleaned_data["files"]))
        return redirect("admin:disclosures_edition_import-preview", batch=batch.key)
    return _page(request, model_admin, "admin/disclosures/import_upload.html", form=form)


def preview(request: Any, model_admin: Any, batch: uuid.UUID) -> HttpResponse:
    _require_writer(request)
    try:
        sheet = checked(opened(request, batch), request.township)
    except FileNotFoundError:
        return _lost(request)
    unreadable = bool(sheet.unreadable)
    form = ConfirmForm(posted(request), person=request.user, unreadable=unreadable)
    if request.method == "POST" and form.is_valid() and _saved(request, sheet, form):
        forget(request, Batch(batch, request.township))
        return redirect("admin:disclosures_edition_changelist")
    return _page(
        request,
        model_admin,
        "admin/disclosures/import_preview.html",
        form=form,
        sheet=sheet,
        rows=sheet.rows[:SHOWN_ROWS],
        bad_rows=len({problem.row for problem in sheet.problems}),
        batch=batch,
    )


def _saved(request: Any, sheet: ItemSheet, form: ConfirmForm) -> bool:
    def save() -> None:
        saved = save_items(sheet, request.township, by=request.user, **form.cleaned_data)
        done = "作为历史信息公开" if form.cleaned_data.get("archived") else "存为草稿"
        messages.success(request, f"已导入 {len(saved)} 条，{done}。")

    return attempt(form, save)


def errors(request: Any, model_admin: Any, batch: uuid.UUID) -> HttpResponse:
    """The uploaded rows with their mistakes, as a sheet to work through and upload again."""
    _require_writer(request)
    try:
        kept = opened(request, batch)
    except FileNotFoundError:
        return _lost(request)
    return _xlsx("要改的地方.xlsx", error_sheet(kept, checked(kept, request.township)))


def template(request: Any, model_admin: Any) -> HttpResponse:
    """An empty sheet with the right columns, and how to fill them."""
    _require_writer(request)
    return _xlsx("信息导入模板.xlsx", empty_sheet(request.township))


def _lost(request: Any) -> HttpResponse:
    messages.error(request, LOST)
    return redirect("admin:disclosures_edition_import")


def _xlsx(name: str, data: bytes) -> HttpResponse:
    answer = HttpResponse(data, content_type=XLSX)
    answer["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    return answer


def _require_writer(request: Any) -> None:
    if not request.user.roles & WRITERS:
        raise PermissionDenied


def _page(request: Any, model_admin: Any, template_name: str, **context: Any) -> HttpResponse:
    shown = {
        **model_admin.admin_site.each_context(request),
        "title": "批量导入",
        "opts": model_admin.opts,
        "columns": COLUMNS,
        **context,
    }
    return render(request, template_name, shown)
