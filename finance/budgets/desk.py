"""导入预算表: a workbook into a draft, or what is wrong with it, sheet by sheet."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from disclosures.desk.move_page import attempt
from disclosures.items.shapes import Shape
from finance.budgets.book import Book
from finance.budgets.models import Budget
from finance.budgets.read_budget import read_budget
from finance.budgets.save_lines import save_lines
from portal.core.posted import posted, posted_files

MOST_BYTES = 30 * 1024 * 1024


class WorkbookForm(forms.Form):
    file = forms.FileField(
        label="预算表或决算表",
        help_text="XLSX 或 XLS，一张表一个工作表；收支总表由系统计算，不用导入。",
        error_messages={"required": "请选择文件。", "empty": "这个文件是空的。"},
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError("文件超过 30 MB，请删去图片后再传。")
        return file


def import_lines(request: Any, model_admin: Any, key: int) -> HttpResponse:
    """Read a workbook; a right one is stored when the button says so, a wrong one is told."""
    found = model_admin.get_queryset(request).filter(shape=Shape.BUDGET)
    edition = get_object_or_404(found.select_related("issuer", "disclosure"), pk=key)
    part = get_object_or_404(Budget, edition=edition)
    form = WorkbookForm(posted(request), posted_files(request))
    read: Book | None = None
    if request.method == "POST" and form.is_valid():
        read = _read(form.cleaned_data["file"], part)
        right, wanted = read, "check" not in request.POST
        if wanted and read.ok and attempt(form, lambda: _save(request, edition, right)):
            return redirect("admin:disclosures_edition_change", edition.pk)
    shown = {
        **model_admin.admin_site.each_context(request),
        "title": f"导入预算表：{edition.title}",
        "opts": model_admin.opts,
        "edition": edition,
        "form": form,
        "part": part,
        "read": read,
        "count": edition.budget_lines.count(),
        "may_change": model_admin.has_change_permission(request, edition),
    }
    return render(request, "admin/finance/budget_import.html", shown)


def _read(file: Any, part: Budget) -> Book:
    return read_budget(file.read(), file.name, kind=part.kind, year=part.year)


def _save(request: Any, edition: Any, read: Book) -> None:
    count = save_lines(edition, read, by=request.user)
    messages.success(request, f"已导入 {count} 行。请看一遍，没有问题就可以提交。")
