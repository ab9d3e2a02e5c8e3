"""惠民资金: granted, paid and left, tied to the notices and to the lists."""

from django.http import HttpResponseBase
from django.shortcuts import render

from finance.grants.balance import by_year, fund_years
from portal.core import clock
from portal.core.labels import column_labels
from portal.core.public_page import PublicRequest, public_page
from portal.spreadsheets.download import file_of, wants_file

COLUMNS = ("年度", "资金", "下达（元）", "已发放（元）", "结余（元）", "发放名单（份）")


@public_page
def funds(request: PublicRequest) -> HttpResponseBase:
    found = fund_years(request.township, clock.now())
    if wants_file(request):
        rows = (
            (one.year, one.fund, _cell(one.granted), one.paid, _cell(one.left), one.lists)
            for one in found
        )
        return file_of(request, "惠民资金收支", COLUMNS, rows)
    context = {
        "years": list(by_year(found).items()),
        "count": len(found),
        "labels": column_labels("惠民资金", "来了多少、发了多少、还剩多少", "财政资金"),
    }
    return render(request, "finance/grants/funds.html", context)


def _cell(amount: object) -> object:
    return "" if amount is None else amount
