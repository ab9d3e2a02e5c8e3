"""批量导入: upload, a preview that names every bad row, then all of it or nothing."""

import uuid
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header

from disclosures.desk.batch import Batch, forget, keep, read
from disclosures.flow.item_files import files_in_zip
from disclosures.flow.item_sheet import COLUMNS, ItemSheet
from disclosures.flow.refusal import CannotMove
from disclosures.flow.save_items import save_items
from portal.core.posted import posted
from portal.core.staff.roles import WRITERS
from portal.spreadsheets.write import write_xlsx
from portal.uploads.checks import Refused

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SHOWN_ROWS = 200
LARGEST_ZIP = 200 * 1024 * 1024
EXAMPLE = {
    "标题": "关于做好秋季秸秆禁烧工作的通知",
    "公开事项": "填二级事项的编码或名称",
    "发布机构": "填机构全称",
    "生成日期": "2026-09-01",
    "文号": "没有可不填",
    "正文": "一段一行；表格每行的格子用 | 隔开",
    "附件": "文件名，几个之间用 ; 隔开",
}


class UploadForm(forms.Form):
    sheet = forms.FileField(
        label="信息表格",
        help_text="XLSX、XLS 或 CSV。",
        error_messages={"required": "请选择信息表格。", "empty": "这个表格是空文件，请重新选择。"},
    )
    files = forms.FileField(  # type: ignore[assignment]
        label="附件压缩包", required=False, help_text="ZIP；表格里写到的附件都放进去。"
    )

    def clean_files(self) -> bytes:
        file = self.cleaned_data.get("files")
        if file is None:
            return b""
        if file.size > LARGEST_ZIP:
            raise forms.ValidationError("压缩包超过 200 MB，请分几次导入。")
        data = file.read()
        try:
            files_in_zip(data)
        except Refused as refusal:
            raise forms.ValidationError(str(refusal)) from refusal
        return data


class ConfirmForm(forms.Form):
    archived = forms.BooleanField(
        label="这些信息早已公开，按表中的发布日期作为历史信息导入（不再审核）", required=False
    )
    override_reason = forms.CharField(
        label="无法自动检查的文件是怎样人工查看的", required=False, max_length=300
    )


def upload(request: Any, model_admin: Any) -> HttpResponse:
    _require_writer(request)
    form = UploadForm(posted(request), request.FILES)
    if request.method == "POST" and form.is_valid():
        sheet = form.cleaned_data["sheet"]
        batch = keep(request.township, sheet.read(), sheet.name, form.cleaned_data["files"])
        return redirect("admin:disclosures_edition_preview", batch=batch.key)
    return _page(request, model_admin, "admin/disclosures/import_upload.html", form=form)


def preview(request: Any, model_admin: Any, batch: uuid.UUID) -> HttpResponse:
    _require_writer(request)
    waiting = Batch(batch, request.township)
    try:
        sheet = read(waiting)
    except FileNotFoundError:
        messages.error(request, "这次上传已导入或已过期，请重新上传。")
        return redirect("admin:disclosures_edition_import")
    form = ConfirmForm(posted(request))
    if request.method == "POST" and form.is_valid() and _saved(request, sheet, form):
        forget(waiting)
        return redirect("admin:disclosures_edition_changelist")
    return _page(
        request,
        model_admin,
        "admin/disclosures/import_preview.html",
        form=form,
        sheet=sheet,
        rows=sheet.rows[:SHOWN_ROWS],
        batch=batch,
    )


def _saved(request: Any, sheet: ItemSheet, form: ConfirmForm) -> bool:
    try:
        saved = save_items(sheet, request.township, by=request.user, **form.cleaned_data)
    except CannotMove as refusal:
        for finding in refusal.findings:
            form.add_error(None, finding)
        return False
    except PermissionDenied as refusal:
        form.add_error(None, str(refusal))
        return False
    done = "作为历史信息公开" if form.cleaned_data["archived"] else "存为草稿"
    messages.success(request, f"已导入 {len(saved)} 条，{done}。")
    return True


def errors(request: Any, model_admin: Any, batch: uuid.UUID) -> HttpResponse:
    """The problems as a sheet to work through."""
    _require_writer(request)
    sheet = read(Batch(batch, request.township))
    rows = [(problem.row, problem.column, problem.message) for problem in sheet.problems]
    return _xlsx("导入错误清单.xlsx", write_xlsx("导入错误清单", ("行", "栏", "问题和改法"), rows))


def template(request: Any, model_admin: Any) -> HttpResponse:
    """An empty sheet with the right columns and one line that shows how."""
    _require_writer(request)
    names = tuple(column.name for column in COLUMNS)
    rows = [[EXAMPLE.get(name, "") for name in names]]
    return _xlsx("信息导入模板.xlsx", write_xlsx("信息导入模板", names, rows))


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
