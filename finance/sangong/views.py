"""三公经费 of a unit, year beside year; each statement is read on the page of its item too."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.http import HttpResponseBase
from django.shortcuts import render

from finance.sangong.models import Sangong
from finance.sangong.public import Unit, units, with_lines
from finance.sangong.table import Row, Stage
from portal.core import clock
from portal.core.labels import column_labels
from portal.core.public_page import PublicRequest, public_page
from portal.spreadsheets.download import file_of, wants_file

COLUMNS = (
    "单位",
    "年度",
    "阶段",
    "项目",
    "上年数（万元）",
    "本年预算数（万元）",
    "本年决算数（万元）",
    "比上年增减（万元）",
    "比上年（%）",
    "比上年增减的原因",
    "比预算增减（万元）",
    "比预算（%）",
    "比预算增减的原因",
    "团组、车辆、批次和人次",
    "网址",
)


@public_page
def sangong(request: PublicRequest) -> HttpResponseBase:
    known = units(request.township, clock.now())
    slug = request.GET.get("unit", "")
    unit = next((one for one in known if one.slug == slug), known[0] if known else None)
    unit = with_lines(unit) if unit else None
    if wants_file(request):
        name = f"{unit.name if unit else request.township.name}“三公”经费"
        return file_of(request, name, COLUMNS, _rows(request, unit))
    years = unit.years if unit else []
    asked = request.GET.get("year", "")
    chosen = next((year for year in years if str(year.number) == asked), None)
    chosen = chosen or (unit.latest_final if unit else None) or next(iter(years), None)
    context = {
        "units": known,
        "unit": unit,
        "years": years,
        "year": chosen,
        "query": f"unit={unit.slug}&" if unit and unit.slug else "",
        "labels": column_labels("“三公”经费", "因公出国（境）、公务用车、公务接待", "财政资金"),
    }
    return render(request, "finance/sangong/sangong.html", context)


def _rows(request: PublicRequest, unit: Unit | None) -> Iterator[tuple[Any, ...]]:
    site = f"{request.scheme}://{request.get_host()}"
    for year in unit.years if unit else ():
        for item in filter(None, (year.final, year.budget)):
            part = item.live.sangong
            for row, counts in part.counted_rows:
                yield (*_cells(part, row), counts, site + item.get_absolute_url())


def _cells(part: Sangong, row: Row) -> Iterable[Any]:
    """One item; the columns of a budget leave the final account empty."""
    before, budget = row.since_before, row.since_budget
    return (
        part.unit_name,
        part.year,
        Stage(part.stage).label,
        row.label,
        row.amounts[0],
        row.amounts[1],
        row.now if budget else "",
        before.amount,
        "" if before.percent is None else before.percent,
        row.reason_before,
        budget.amount if budget else "",
        "" if budget is None or budget.percent is None else budget.percent,
        row.reason_budget,
    )
