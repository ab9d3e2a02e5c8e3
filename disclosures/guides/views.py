"""Services as residents look for them."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpResponseBase
from django.shortcuts import render

from disclosures.guides.filters import GuideFilter
from disclosures.guides.places import centre_of
from disclosures.guides.public import closest_first, events_with_counts, public_guides
from portal.core import clock
from portal.core.labels import column_labels
from portal.core.paging import Page, keyset_page
from portal.core.public_page import PublicRequest, public_page
from portal.spreadsheets.download import file_of, wants_file

COLUMNS = (
    "事项",
    "办理机构",
    "谁可以办",
    "承诺时限",
    "法定时限",
    "收费",
    "窗口",
    "地址",
    "办理时间",
    "咨询电话",
    "材料",
    "怎样办",
    "办成后得到什么",
    "办理依据",
    "监督电话",
    "网址",
)
MOST_ROWS = 2_000
# what one event brings is shown at once
MOST_OF_EVENT = 50


@public_page
def services(request: PublicRequest) -> HttpResponseBase:
    """What can be done at the township's counters, by what has happened to the resident."""
    guides = public_guides(request.township, clock.now())
    chosen = GuideFilter(request.GET, guides)
    if wants_file(request):
        rows = _rows(request, chosen.qs[:MOST_ROWS])
        return file_of(request, f"{request.township.name}办事指南", COLUMNS, rows)
    count = chosen.qs.count()
    context = {
        "filter": chosen,
        "event": chosen.life_event,
        "words": chosen.words,
        "events": events_with_counts(guides),
        "page": _page(request, chosen, count),
        "count": count,
        "query": _kept_query(request),
        "labels": column_labels("办事", "办事指南：条件、材料、步骤、时限、地点和电话", "办事服务"),
    }
    return render(request, "disclosures/guides/services.html", context)


def _page(request: PublicRequest, chosen: GuideFilter, count: int) -> Page:
    if chosen.life_event and count <= MOST_OF_EVENT:
        return Page(list(closest_first(chosen.qs)))
    return keyset_page(chosen.qs, request.GET)


def _kept_query(request: PublicRequest) -> str:
    kept = request.GET.copy()
    for name in ("before", "after", "format"):
        kept.pop(name, None)
    return f"{kept.urlencode()}&" if kept else ""


def _rows(request: PublicRequest, guides: Any) -> Iterator[tuple[Any, ...]]:
    site = f"{request.scheme}://{request.get_host()}"
    centre = centre_of(request.township)
    for item in guides.prefetch_related("live__materials__form"):
        guide = item.live.serviceguide
        place = guide.place_from(centre)
        yield (
            guide.name,
            guide.handler.name,
            guide.who,
            guide.promised_told,
            guide.legal_told,
            guide.fee_told,
            place.window,
            place.address,
            place.hours,
            place.phone,
            "\n".join(material.told for material in item.live.materials.all()),
            "、".join(guide.ways),
            guide.result,
            guide.basis,
            guide.complaint_phone,
            site + item.get_absolute_url(),
        )
