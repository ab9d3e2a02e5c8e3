"""A figure of a year with the records that it counts, one by one; beside it the number that was
fixed when the year's summary was issued."""

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect, render

from portal.core.labels import column_labels
from portal.core.paging import Page, keyset_page
from portal.core.public_page import PublicRequest, public_page
from portal.reports.figures.figure import Counted
from portal.reports.figures.records import PAGED_BY, digest_of_records, record_of
from portal.reports.papers.models import FIRST_YEAR
from portal.reports.summary.known import known_for
from portal.reports.summary.public import issued_summary
from portal.spreadsheets.download import file_of, wants_file

COLUMNS = ("日期", "名称", "机构", "网址")


@public_page
def figure(request: PublicRequest, year: int, name: str) -> HttpResponseBase:
    found = known_for(request.township, year).get(name) if FIRST_YEAR <= year <= 2100 else None
    if found is None:
        raise Http404
    if found.rows is None:
        return redirect(found.address(year))
    rows = found.rows(request.township, year)
    if wants_file(request):
        return file_of(request, f"{year}年{name}", COLUMNS, _lines(request, rows))
    page = _page(request, rows)
    context = {
        "figure": found,
        "year": year,
        "value": found.count(request.township, year),
        "fixed": _fixed(request, year, name, rows),
        "page": page,
        "records": [record_of(row) for row in page.items],
        "labels": column_labels(f"{year}年{name}", found.meaning, "工作计划和总结"),
    }
    return render(request, "reports/tracing/figure.html", context)


def _page(request: PublicRequest, rows: Counted) -> Page:
    if isinstance(rows, list):
        return Page(rows)
    return keyset_page(rows, request.GET, field=PAGED_BY[rows.model])


def _fixed(request: PublicRequest, year: int, name: str, rows: Counted) -> dict[str, Any] | None:
    """What the issued summary says, and whether its records are those of today."""
    summary = issued_summary(request.township, year)
    kept = summary.issued["figures"].get(name) if summary else None
    if summary is None or kept is None:
        return None
    return {
        "summary": summary,
        "value": kept["value"],
        "same": kept["records"] == digest_of_records(rows),
    }


def _lines(request: PublicRequest, rows: Counted) -> Iterator[tuple[Any, ...]]:
    site = f"{request.scheme}://{request.get_host()}"
    every = rows.iterator(chunk_size=500) if isinstance(rows, QuerySet) else rows
    for record in map(record_of, every):
        yield record.on, record.title, record.note, site + record.address
