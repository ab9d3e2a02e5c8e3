"""An annual report as a page, a workbook, data."""

from dataclasses import replace
from typing import Any

from django.http import Http404, HttpResponseBase
from django.shortcuts import render

from portal.core.labels import article_labels
from portal.core.public_page import PublicRequest, public_page
from portal.reports.annual.behind import linked
from portal.reports.annual.layout import (
    ORGANISATION,
    ORGANISATIONS,
    REMEDY_COLUMNS,
    REQUEST_COLUMNS,
    active_blocks,
    flat_rows,
    remedy_rows,
    request_rows,
)
from portal.reports.annual.paper import paper_of, workbook
from portal.reports.annual.public import Issued, issued_report
from portal.reports.papers.data import data_of, wants_data
from portal.reports.papers.download import document_file, wants_document
from portal.spreadsheets.download import file_of, handed_workbook, wants_file

COLUMNS = ("表", "行", "列", "数")


@public_page
def annual(request: PublicRequest, year: int) -> HttpResponseBase:
    found = issued_report(request.township, year)
    if found is None:
        raise Http404
    if request.GET.get("format") == "xlsx":
        return handed_workbook(workbook(found), str(found.report))
    if wants_file(request):
        return file_of(request, str(found.report), COLUMNS, flat_rows(found.sheet))
    if wants_document(request):
        return document_file(request, paper_of(found, request.township))
    if wants_data(request):
        return data_of(found.report)
    return render(request, "reports/annual/report.html", _context(request, found))


def _context(request: PublicRequest, found: Issued) -> dict[str, Any]:
    report = found.report
    issuer = request.township.full_name
    blocks = active_blocks(found.sheet)
    labels = article_labels(
        str(report),
        report.issued_at,  # type: ignore[arg-type]
        issuer,
        column="政府信息公开年报",
        kind="政府信息公开年报",
    )
    return {
        "report": report,
        "passages": found.passages,
        "active": [replace(one, rows=tuple(linked(one.rows, report))) for one in blocks],
        "requests": linked(request_rows(found.sheet), report),
        "request_columns": REQUEST_COLUMNS,
        "organisation": ORGANISATION,
        "organisations": ORGANISATIONS,
        "remedies": linked(remedy_rows(found.sheet), report),
        "remedy_columns": REMEDY_COLUMNS,
        "labels": labels,
    }
