"""Budget execution as residents follow it: the newest in full, the year's other reports by their
sums."""

from collections.abc import Iterator
from typing import Any

from django.http import Http404, HttpResponseBase
from django.shortcuts import render

from disclosures.items.listing import public_items
from disclosures.items.shapes import Shape
from finance.budgets.unit_year import TOWNSHIP
from finance.execution.public import Report, reports_of, units_of, years_of
from portal.core.labels import column_labels
from portal.core.organisations.models import Organisation
from portal.core.public_page import PublicRequest, public_page
from portal.spreadsheets.download import file_of, wants_file

COLUMNS = (
    "单位",
    "年度",
    "截至月份",
    "收支",
    "科目编码",
    "科目名称",
    "预算（元）",
    "累计完成（元）",
    "进度（%）",
    "网址",
)


@public_page
def execution(request: PublicRequest) -> HttpResponseBase:
    """One unit's year: `unit` and `year` choose it, the township's newest without them."""
    found = public_items(request).of_shape(Shape.EXECUTION).without_bodies()
    found = found.select_related("live__execution__unit", "live__execution__township")
    units = units_of(found, request.township)
    unit = _unit(request, units)
    years = years_of(found, unit) if units else []
    year = _year(request, years)
    reports = reports_of(found, request.township, unit, year) if year else []
    if wants_file(request):
        return file_of(request, "预算执行", COLUMNS, _rows(request, reports))
    context = {
        "units": [(one.slug if one else TOWNSHIP, _name(request, one)) for one in units],
        "slug": unit.slug if unit else TOWNSHIP,
        "years": years,
        "year": year,
        "newest": reports[0] if reports else None,
        "reports": reports,
        "count": found.count(),
        "labels": column_labels("预算执行", "今年的预算执行到哪一步", "财政资金"),
    }
    return render(request, "finance/execution/execution.html", context)


def _unit(request: PublicRequest, units: list[Organisation | None]) -> Organisation | None:
    asked = request.GET.get("unit", "")
    if not asked:
        return units[0] if units else None
    for unit in units:
        if (unit.slug if unit else TOWNSHIP) == asked:
            return unit
    raise Http404


def _year(request: PublicRequest, years: list[int]) -> int | None:
    asked = request.GET.get("year", "")
    if not asked:
        return years[0] if years else None
    for year in years:
        if str(year) == asked:
            return year
    raise Http404


def _name(request: PublicRequest, unit: Organisation | None) -> str:
    return unit.name if unit else f"{request.township.name}本级"


def _rows(request: PublicRequest, reports: list[Report]) -> Iterator[tuple[Any, ...]]:
    for report in reports:
        part = report.part
        page = request.build_absolute_uri(report.item.get_absolute_url())
        for one in report.progress:
            yield (
                part.unit_name,
                part.year,
                part.through,
                one.line.get_side_display(),
                one.code,
                one.name,
                "" if one.planned is None else one.planned,
                one.amount,
                "" if one.percent is None else one.percent,
                page,
            )
