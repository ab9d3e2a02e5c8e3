"""Levies of all villages; each is read on the page of its item."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpResponseBase
from django.shortcuts import render

from disclosures.items.listing import public_items
from disclosures.items.shapes import Shape
from finance.levies.account import LevyAccount, accounts_of
from finance.levies.filters import LevyFilter
from finance.levies.models import LevyRule
from portal.core.labels import column_labels
from portal.core.paging import keyset_page
from portal.core.public_page import PublicRequest, public_page
from portal.spreadsheets.download import file_of, wants_file

COLUMNS = (
    "事项",
    "村（社区）",
    "年度",
    "方式",
    "每人筹资（元）",
    "每个劳动力筹劳（个工）",
    "应筹资（元）",
    "应筹劳（个工）",
    "已筹（元）",
    "已用（元）",
    "结余（元）",
    "县级批复",
    "网址",
)
MOST_ROWS = 5_000
LABELS = column_labels("一事一议筹资筹劳", "筹了多少、谁同意的、用在哪里", "财政资金")


@public_page
def levies(request: PublicRequest) -> HttpResponseBase:
    found = public_items(request).of_shape(Shape.LEVY).without_bodies()
    found = found.select_related("live__levy__village").prefetch_related("live__levy_exemptions")
    chosen = LevyFilter(request.GET, found, request.township)
    if wants_file(request):
        name = f"{request.township.name}一事一议筹资筹劳"
        accounts = accounts_of(chosen.qs[:MOST_ROWS], request.township)
        return file_of(request, name, COLUMNS, _rows(request, accounts))
    page = keyset_page(chosen.qs, request.GET)
    context = {
        "filter": chosen,
        "page": page,
        "accounts": accounts_of(page.items, request.township),
        "count": chosen.qs.count(),
        "rule": LevyRule.objects.of(request.township).first(),
        "labels": LABELS,
    }
    return render(request, "finance/levies/levies.html", context)


def _rows(request: PublicRequest, accounts: list[LevyAccount]) -> Iterator[tuple[Any, ...]]:
    site = f"{request.scheme}://{request.get_host()}"
    for one in accounts:
        part = one.part
        yield (
            part.edition.title,
            part.village.name,
            part.year,
            part.get_kind_display(),
            part.burden.per_head,
            part.burden.days,
            one.due,
            part.burden.due_days,
            one.collected,
            one.used,
            one.left,
            part.approval_number,
            site + one.item.get_absolute_url(),
        )
