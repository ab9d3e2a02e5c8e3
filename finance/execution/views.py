"""Budget execution as residents follow it: the newest in full, the others on their items' pages."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpResponseBase
from django.shortcuts import render

from disclosures.items.listing import public_items
from disclosures.items.shapes import Shape
from portal.core.labels import column_labels
from portal.core.paging import keyset_page
from portal.core.public_page import PublicRequest, public_page
from portal.spreadsheets.download import file_of, wants_file

COLUMNS = (
    "单位",
    "年度",
    "截至月份",
    "收支",
    "科目编码",
    "科目名称",
    "预算",
    "累计完成",
    "进度（%）",
)


@public_page
def execution(request: PublicRequest) -> HttpResponseBase:
    found = public_items(request).of_shape(Shape.EXECUTION).without_bodies()
    found = found.select_related("live__execution__unit")
    ordered = found.order_by("-live__execution__year", "-live__execution__through", "-pk")
    newest = ordered.prefetch_related("live__execution_lines").first()
    if wants_file(request):
        return file_of(request, "预算执行", COLUMNS, _rows(newest))
    context = {
        "newest": newest,
        "count": found.count(),
        "page": keyset_page(found, request.GET),
        "labels": column_labels("预算执行", "今年的预算执行到哪一步", "财政资金"),
    }
    return render(request, "finance/execution/execution.html", context)


def _rows(newest: Any) -> Iterator[tuple[Any, ...]]:
    if newest is None:
        return
    part = newest.live.execution
    for one in part.progress:
        yield (
            part.unit_name,
            part.year,
            part.through,
            one.line.get_side_display(),
            one.line.code,
            one.line.name,
            one.planned if one.planned is not None else "",
            one.line.done,
            one.percent if one.percent is not None else "",
        )
