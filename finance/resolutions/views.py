"""Resolutions of all villages; each is read on the page of its item."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpResponseBase
from django.shortcuts import render

from disclosures.items.listing import public_items
from disclosures.items.shapes import Shape
from portal.core.labels import column_labels
from portal.core.organisations.models import Organisation
from portal.core.paging import keyset_page
from portal.core.public_page import PublicRequest, public_page
from portal.spreadsheets.download import file_of, wants_file

COLUMNS = (
    "决议",
    "村（社区）",
    "会议",
    "会议日期",
    "应到",
    "实到",
    "赞成",
    "反对",
    "弃权",
    "同意支出（元）",
    "网址",
)
MOST_ROWS = 10_000


@public_page
def resolutions(request: PublicRequest) -> HttpResponseBase:
    found = public_items(request).of_shape(Shape.RESOLUTION).without_bodies()
    found = found.select_related("live__resolution__village")
    places = list(Organisation.objects.of(request.township).villages())
    village = next((one for one in places if one.slug == request.GET.get("village")), None)
    if village is not None:
        found = found.filter(live__resolution__village=village)
    if wants_file(request):
        name = f"{village.name if village else request.township.name}村民代表会议决议"
        return file_of(request, name, COLUMNS, _rows(request, found[:MOST_ROWS]))
    context = {
        "page": keyset_page(found, request.GET),
        "count": found.count(),
        "villages": places,
        "village": village,
        "query": f"village={village.slug}&" if village else "",
        "labels": column_labels("村民代表会议决议", "大额支出依据的会议和表决", "村（社区）公开"),
    }
    return render(request, "finance/resolutions/resolutions.html", context)


def _rows(request: PublicRequest, found: Any) -> Iterator[tuple[Any, ...]]:
    site = f"{request.scheme}://{request.get_host()}"
    for item in found:
        part = item.live.resolution
        yield (
            item.live.title,
            part.village.name,
            part.get_assembly_display(),
            part.met_on,
            part.called,
            part.present,
            part.in_favour,
            part.against,
            part.abstained,
            part.amount if part.amount is not None else "",
            site + item.get_absolute_url(),
        )
