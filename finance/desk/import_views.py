"""导入收支表: upload, a preview of what was understood and what is wrong, then all or nothing."""

import uuid
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header

from disclosures.desk.batch import Batch, Upload, forget, keep, opened
from disclosures.desk.move_page import attempt
from finance.accounts.models import Account
from finance.desk.forms import SheetForm
from finance.desk.period_views import villages_kept_by
from finance.ledger.columns import COLUMNS
from finance.ledger.import_entries import import_entries, match
from finance.ledger.read_entries import read_entries
from finance.ledger.sheet import LedgerSheet, place_of
from portal.core.posted import posted, posted_files
from portal.spreadsheets.download import XLSX
from portal.spreadsheets.read import Sheet, Unreadable, read_workbook
from portal.spreadsheets.write import Cell, write_xlsx

SHOWN_ROWS, SHOWN_PROBLEMS = 30, 200
LEAVE_OUT = "不要这一栏"
LOST = "这次上传已导入或已过期，请重新上传。"
MARK, MENDED = "ledger_import", "ledger_columns"


def upload(request: Any, model_admin: Any) -> HttpResponse:
    form = SheetForm(posted(request), posted_files(request), accounts=_accounts(request))
    if request.method == "POST" and form.is_valid():
        sheet = form.cleaned_data["sheet"]
        batch = keep(request, Upload(sheet.name, sheet.read(), {}))
        request.session[MARK] = {
            "account": form.cleaned_data["account"].pk,
            "year": form.cleaned_data["year"],
        }
        request.session.pop(MENDED, None)
        return redirect("admin:finance_period_import-preview", batch=batch.key)
    return _page(request, model_admin, "admin/finance/import_upload.html", form=form)


def preview(request: Any, model_admin: Any, batch: uuid.UUID) -> HttpResponse:
    """Columns put right by hand are kept with the upload; the button imports what is shown."""
    try:
        kept, account, year = _kept(request, batch)
    except FileNotFoundError:
        return _lost(request)
    if request.method == "POST" and "columns" in request.POST:
        request.session[MENDED] = _mended(request.POST)
        return redirect("admin:finance_period_import-preview", batch=batch)
    sheet = _read(request, kept, account, year)
    form = forms.Form(posted(request))
    if request.method == "POST" and form.is_valid() and _saved(request, sheet, account, form):
        forget(request, Batch(batch, request.township))
        return redirect("admin:finance_period_changelist")
    shown = {
        "form": form,
        "sheet": sheet,
        "account": account,
        "batch": batch,
        "rows": sheet.entries[:SHOWN_ROWS],
        "problems": sheet.problems[:SHOWN_PROBLEMS],
        "headings": _headings(sheet),
        "choices": [LEAVE_OUT, *(column.name for column in COLUMNS)],
    }
    return _page(request, model_admin, "admin/finance/import_preview.html", **shown)


def errors(request: Any, model_admin: Any, batch: uuid.UUID) -> HttpResponse:
    """The sheet as it came with what to mend in front, to be mended and uploaded again."""
    try:
        kept, account, year = _kept(request, batch)
    except FileNotFoundError:
        return _lost(request)
    data = _marked(kept, _read(request, kept, account, year))
    answer = HttpResponse(data, content_type=XLSX)
    answer["Content-Disposition"] = content_disposition_header(True, "要改的地方.xlsx") or ""
    return answer


def _accounts(request: Any) -> Any:
    villages = villages_kept_by(request)
    found = Account.objects.filter(village__in=villages, active=True)
    return found.select_related("village")


def _kept(request: Any, batch: uuid.UUID) -> tuple[Upload, Account, int | None]:
    kept, mark = opened(request, batch), request.session.get(MARK, {})
    account = get_object_or_404(_accounts(request), pk=mark.get("account"))
    return kept, account, mark.get("year")


def _read(request: Any, kept: Upload, account: Account, year: int | None) -> LedgerSheet:
    mapping = request.session.get(MENDED)
    return match(read_entries(kept.sheet, kept.name, year=year, mapping=mapping), account)


def _mended(given: Any) -> dict[str, str]:
    """Columns corrected by hand: `heading-0` names one, `column-0` what it is."""
    found = {}
    for name in given:
        chosen = given.get(name.replace("heading-", "column-"), "")
        if name.startswith("heading-") and chosen:
            found[given[name]] = "" if chosen == LEAVE_OUT else chosen
    return found


def _headings(sheet: LedgerSheet) -> list[tuple[str, str]]:
    """Each heading of the sheet with what it was taken for."""
    return [*((theirs, ours) for ours, theirs in sheet.columns.items())] + [
        (theirs, "") for theirs in sheet.unknown
    ]


def _saved(request: Any, sheet: LedgerSheet, account: Account, form: Any) -> bool:
    def run() -> None:
        done = import_entries(sheet, account, by=request.user)
        told = f"已导入 {done.posted} 笔到{account}。"
        if done.known:
            told = f"这 {done.known} 笔早已在账上，没有重复入账。"
        messages.success(request, told)

    return attempt(form, run)


def _marked(kept: Upload, sheet: LedgerSheet) -> bytes:
    try:
        worksheets = read_workbook(kept.sheet, kept.name).sheets
    except Unreadable:
        worksheets = ()
    read = [one for one in worksheets if one.name in sheet.worksheets] or worksheets[:1]
    rows = [row for one in read for row in _marked_rows(one, _told(sheet, one.name))]
    width = max((len(row) for row in rows), default=1)
    rows = [row + [""] * (width - len(row)) for row in rows]
    names = ["要改的地方", *(f"第{place}栏" for place in range(1, width))]
    return write_xlsx("要改的地方", names, rows)


def _told(sheet: LedgerSheet, worksheet: str) -> dict[int, list[str]]:
    """What is to be mended in a worksheet, by row."""
    wrong: dict[int, list[str]] = defaultdict(list)
    place = place_of(worksheet)
    for problem in sheet.problems:
        if len(sheet.worksheets) < 2 or problem.message.startswith(place):
            wrong[problem.row].append(f"{problem.column}：{problem.message}".lstrip("："))
    return wrong


def _marked_rows(worksheet: Sheet, wrong: dict[int, list[str]]) -> Iterator[list[Cell]]:
    for number, line in enumerate(worksheet.rows, start=1):
        yield ["\n".join(wrong.get(number, ())), *map(_cell, line)]


def _cell(value: Any) -> Cell:
    return value if value is None or isinstance(value, str | int | float) else str(value)


def _lost(request: Any) -> HttpResponse:
    messages.error(request, LOST)
    return redirect("admin:finance_period_import")


def _page(request: Any, model_admin: Any, template_name: str, **context: Any) -> HttpResponse:
    shown = {
        **model_admin.admin_site.each_context(request),
        "title": "导入收支表",
        "opts": model_admin.opts,
        **context,
    }
    return render(request, template_name, shown)
