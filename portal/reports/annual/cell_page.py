"""A cell of the annual report at the desk: what was counted, and what stands in its place."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from applications.cases.models import Application
from disclosures.items.models import Disclosure
from portal.reports.annual.behind import behind
from portal.reports.annual.count import Key
from portal.reports.annual.models import AnnualReport
from portal.reports.annual.sheet import label_of, sheet_of
from portal.reports.figures.records import Record, record_of

MOST = 500


def cell_page(
    request: Any, model_admin: Any, key: int, table: str, line: str, column: str
) -> HttpResponse:
    """The records behind it, one by one; of applications nothing but number and days."""
    report = model_admin.open(request, key)
    place = (table, line, column)
    try:
        label = label_of(place)
    except (KeyError, ValueError) as unknown:
        raise Http404 from unknown
    rows = _rows(report, place)
    context = {
        **model_admin.admin_site.each_context(request),
        "title": label,
        "opts": model_admin.opts,
        "report": report,
        "cell": sheet_of(report).cells.get(place),
        "count": None if rows is None else rows.count(),
        "records": [] if rows is None else [_record(row) for row in rows[:MOST]],
        "most": MOST,
    }
    return render(request, "admin/reports/cell.html", context)


def _rows(report: AnnualReport, place: Key) -> QuerySet[Any] | None:
    return None if report.by_hand else behind(report.township, report.year, place)


def _record(row: Application | Disclosure) -> Record:
    if isinstance(row, Disclosure):
        return record_of(row)
    address = reverse("admin:applications_application_change", args=[row.pk])
    told = row.get_ended_as_display() or row.state_label
    return Record(row.number, row.number, address, row.received_on, told)
