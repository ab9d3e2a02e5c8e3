"""What the villages own, let, are owed and owe; each register is read on the page of its item."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpResponseBase
from django.shortcuts import render

from finance.holdings.models import Holding
from finance.holdings.public import VillageHoldings, ending, latest_of_each
from portal.core import clock
from portal.core.labels import column_labels
from portal.core.public_page import PublicRequest, public_page
from portal.spreadsheets.download import file_of, wants_file

COLUMNS = (
    "村（社区）",
    "截止日期",
    "类别",
    "名称",
    "数量",
    "单位",
    "位置",
    "金额（元）",
    "对方",
    "起",
    "止",
    "年租金（元）",
    "备注",
    "网址",
)


@public_page
def holdings(request: PublicRequest) -> HttpResponseBase:
    villages = latest_of_each(request.township, clock.now())
    if wants_file(request):
        return file_of(request, "村集体资产资源", COLUMNS, _rows(request, villages))
    today = clock.today()
    contracts = ending(villages, today)
    context = {
        "villages": villages,
        "ending": [(row, row.days_left(today)) for row in contracts],
        "labels": column_labels("村集体资产资源", "资产、资源、合同、债权债务", "村（社区）公开"),
    }
    return render(request, "finance/holdings/holdings.html", context)


def _rows(request: PublicRequest, villages: list[VillageHoldings]) -> Iterator[tuple[Any, ...]]:
    site = f"{request.scheme}://{request.get_host()}"
    of = {one.item.live_id: one for one in villages}
    rows = Holding.objects.filter(edition__in=of).order_by("edition", "kind", "pk")
    for row in rows:
        one = of[row.edition_id]
        yield (
            one.village.name,
            one.as_of,
            row.get_kind_display(),
            row.name,
            row.quantity if row.quantity is not None else "",
            row.unit,
            row.place,
            row.value if row.value is not None else "",
            row.counterparty,
            row.starts_on or "",
            row.ends_on or "",
            row.rent if row.rent is not None else "",
            row.remark,
            site + one.item.get_absolute_url(),
        )
