"""/reports/: the year's papers; an annual report as a page, a workbook, data."""

from typing import Any

from django.http import Http404, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import render

from portal.core.labels import article_labels, column_labels
from portal.core.public_page import PublicRequest, public_page
from portal.documents.hand_out import MAKERS, handed_out
from portal.reports.annual.layout import (
    REMEDY_COLUMNS,
    REQUEST_COLUMNS,
    active_blocks,
    flat_rows,
    remedy_rows,
    request_rows,
)
from portal.reports.annual.models import AnnualReport
from portal.reports.annual.paper import paper_of
from portal.reports.annual.public import Issued, issued_report
from portal.spreadsheets.download import file_of, wants_file

LABELS = column_labels("政府信息公开年报", "历年政府信息公开工作年度报告", "政府信息公开年报")
COLUMNS = ("表", "行", "列", "数")


@public_page
def report_list(request: PublicRequest) -> HttpResponse:
    reports = AnnualReport.objects.public(request.township).defer("overview", "problems", "others")
    context = {"reports": reports, "labels": LABELS}
    return render(request, "reports/annual/list.html", context)


@public_page
def annual(request: PublicRequest, year: int) -> HttpResponseBase:
    found = issued_report(request.township, year)
    if found is None:
        raise Http404
    if wants_file(request):
        return file_of(request, str(found.report), COLUMNS, flat_rows(found.sheet))
    kind = request.GET.get("format")
    if kind in MAKERS:
        return handed_out(paper_of(found, request.township), kind, str(found.report))
    if kind == "json":
        return JsonResponse(as_data(found), json_dumps_params={"ensure_ascii": False})
    return render(request, "reports/annual/report.html", _context(request, found))


def _context(request: PublicRequest, found: Issued) -> dict[str, Any]:
    report = found.report
    issuer = request.township.full_name
    labels = article_labels(
        str(report),
        report.issued_at,  # type: ignore[arg-type]
        issuer,
        column="政府信息公开年报",
        kind="政府信息公开年报",
    )
    return {
        "report": report,
        "chapters": found.chapters,
        "active": active_blocks(found.sheet),
        "requests": request_rows(found.sheet),
        "request_columns": REQUEST_COLUMNS,
        "remedies": remedy_rows(found.sheet),
        "remedy_columns": REMEDY_COLUMNS,
        "labels": labels,
    }


def as_data(found: Issued) -> dict[str, Any]:
    """The content exactly as its digest was taken over, with the digest."""
    report = found.report
    return {
        "digest": report.digest,
        "issued_at": report.issued_at.isoformat() if report.issued_at else None,
        "content": report.issued,
    }
