"""Putting a spreadsheet's rows into the draft of a list. The file itself is never kept."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from disclosures.flow.refusal import CannotMove
from disclosures.items.models import Edition
from disclosures.items.shapes import Shape
from disclosures.lists.models import ListRow, NoticeList
from disclosures.lists.read_list import read_list
from disclosures.lists.save_list import save_list
from disclosures.lists.sheet import ListSheet
from disclosures.lists.table import kept_columns, lines_of
from disclosures.lists.villages import villages_of
from portal.core.posted import posted, posted_files
from portal.spreadsheets.write import write_xlsx

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SHOWN_ROWS, SHOWN_PROBLEMS = 10, 200
MAX_BYTES = 30 * 1024 * 1024
LEAVE_OUT = "不要这一栏"


class ListFileForm(forms.Form):
    file = forms.FileField(
        label="名单文件",
        help_text="XLSX、XLS 或 CSV。身份证号、卡号、电话等个人信息栏不会保存，文件本身也不保存。",
        error_messages={"required": "请选择名单文件。", "empty": "这个文件是空的。"},
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > MAX_BYTES:
            raise forms.ValidationError("文件超过 30 MB，请分成几份或删去图片后再传。")
        return file


def list_rows(request: Any, model_admin: Any, key: int) -> HttpResponse:
    """Read a file; a right one becomes the draft's rows, a wrong one is told row by row."""
    edition = _edition(request, model_admin, key)
    notice = get_object_or_404(NoticeList.objects.select_related("kind"), edition=edition)
    form = ListFileForm(posted(request), posted_files(request))
    sheet = None
    if request.method == "POST" and form.is_valid():
        sheet = _read(request, notice, form.cleaned_data["file"])
        if sheet.ok and _saved(request, edition, sheet):
            return redirect("admin:disclosures_edition_rows", key=edition.pk)
    return render(
        request,
        "admin/disclosures/list_rows.html",
        _context(request, model_admin, notice, form, sheet),
    )


def _edition(request: Any, model_admin: Any, key: int) -> Edition:
    found = model_admin.get_queryset(request).filter(shape=Shape.NOTICE_LIST)
    return get_object_or_404(found.select_related("issuer", "disclosure"), pk=key)


def _read(request: Any, notice: NoticeList, file: Any) -> ListSheet:
    """The file's own name may name a person: it goes into no message."""
    data = file.read()
    villages = villages_of(request.township)
    return read_list(data, "名单", notice.kind.layout, villages, _mapping(request.POST))


def _mapping(given: Any) -> dict[str, str]:
    """Columns corrected by hand: `heading-0` names one, `column-0` what it is."""
    found = {}
    for name in given:
        if name.startswith("heading-"):
            chosen = given.get(name.replace("heading-", "column-"), "")
            if chosen:
                found[given[name]] = "" if chosen == LEAVE_OUT else chosen
    return found


def _saved(request: Any, edition: Edition, sheet: ListSheet) -> bool:
    try:
        count = save_list(edition, sheet, by=request.user)
    except CannotMove as refusal:
        messages.error(request, str(refusal))
        return False
    cut = f"去掉了 {'、'.join(sheet.dropped)}。" if sheet.dropped else ""
    hidden = f"文件里还有：{'；'.join(sheet.hidden)}。" if sheet.hidden else ""
    messages.success(request, f"导入 {count} 行，合计 {sheet.total:,.2f} 元。{cut}{hidden}")
    return True


def _context(
    request: Any, model_admin: Any, notice: NoticeList, form: Any, sheet: ListSheet | None
) -> dict[str, Any]:
    layout = notice.kind.layout
    rows = ListRow.objects.filter(edition=notice.edition).select_related("village")
    headings = [*sheet.columns.values(), *sheet.dropped_columns] if sheet else []
    known = {theirs: ours for ours, theirs in sheet.columns.items()} if sheet else {}
    return {
        **model_admin.admin_site.each_context(request),
        "title": f"名单：{notice.edition.title}",
        "opts": model_admin.opts,
        "edition": notice.edition,
        "notice": notice,
        "form": form,
        "sheet": sheet,
        "problems": sheet.problems[:SHOWN_PROBLEMS] if sheet else (),
        "headings": [(heading, known.get(heading, "")) for heading in dict.fromkeys(headings)],
        "choices": [LEAVE_OUT, *(column.heading for column in layout.columns)],
        "columns": [column.heading for column in kept_columns(layout)],
        "lines": list(lines_of(rows[:SHOWN_ROWS], layout)),
        "count": rows.count(),
        "may_change": model_admin.has_change_permission(request, notice.edition),
    }


def list_template(request: Any, model_admin: Any, key: int) -> HttpResponse:
    """An empty workbook with the columns that this kind reads."""
    notice = get_object_or_404(
        NoticeList.objects.select_related("kind"), edition=_edition(request, model_admin, key)
    )
    columns = [column.heading for column in notice.kind.layout.columns]
    answer = HttpResponse(write_xlsx(notice.kind.name, columns, []), content_type=XLSX)
    answer["Content-Disposition"] = 'attachment; filename="list-template.xlsx"'
    return answer
