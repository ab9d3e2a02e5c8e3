"""按时公开情况: every office's on-time rate, for everyone to see."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpResponseBase
from django.shortcuts import render

from disclosures.flow.timeliness import Timeliness, on_time_by_issuer, total_of, years_of
from portal.core import clock
from portal.core.labels import column_labels
from portal.core.public_page import PublicRequest, public_page
from portal.core.templatetags.portal import percent
from portal.spreadsheets.download import file_of, wants_file

COLUMNS = ("机构", "已公开", "按时", "迟公开", "按时率")


@public_page
def timeliness(request: PublicRequest) -> HttpResponseBase:
    years = years_of(request.township)
    year = _year(request, years)
    rows = on_time_by_issuer(request.township, year)
    if wants_file(request):
        return file_of(request, f"{year}年按时公开情况", COLUMNS, _lines(rows))
    context = {
        "year": year,
        "years": years,
        "rows": rows,
        "total": total_of(rows),
        "labels": column_labels("按时公开情况", "各单位是否在时限内公开", "监督保障"),
    }
    return render(request, "site/timeliness/timeliness.html", context)


def _year(request: PublicRequest, years: list[int]) -> int:
    asked = request.GET.get("year", "")
    if asked.isdecimal() and int(asked) in years:
        return int(asked)
    return years[0] if years else clock.today().year


def _lines(rows: list[Timeliness]) -> Iterator[tuple[Any, ...]]:
    for row in [*rows, total_of(rows)]:
        name = row.issuer.name if row.issuer else "合计"
        yield (name, row.published, row.on_time, row.late, percent(row.rate))
