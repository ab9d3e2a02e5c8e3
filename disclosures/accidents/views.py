"""Accident files as residents find them; each is read on the page of its item."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpResponseBase
from django.shortcuts import render

from disclosures.accidents.models import AccidentFile
from disclosures.items.listing import public_items
from disclosures.items.shapes import Shape
from portal.core.labels import column_labels
from portal.core.paging import keyset_page
from portal.core.public_page import PublicRequest, public_page
from portal.spreadsheets.download import file_of, wants_file

COLUMNS = ("事故", "等级", "类别", "发生日期", "地点", "死亡", "受伤", "网址")
MOST_ROWS = 10_000


@public_page
def accidents(request: PublicRequest) -> HttpResponseBase:
    found = public_items(request).of_shape(Shape.ACCIDENT_FILE).without_bodies()
    level = request.GET.get("level", "")
    if level in AccidentFile.Level.values:
        found = found.filter(live__accidentfile__level=level)
    if wants_file(request):
        name = f"{request.township.name}事故档案"
        return file_of(request, name, COLUMNS, _rows(request, found[:MOST_ROWS]))
    context = {
        "page": keyset_page(found.prefetch_related("live__accident_stages"), request.GET),
        "count": found.count(),
        "level": level,
        "levels": AccidentFile.Level.choices,
        "query": f"level={level}&" if level else "",
        "labels": column_labels("事故档案", "事故的救援、调查、追责和整改", "安全生产"),
    }
    return render(request, "disclosures/accidents/accidents.html", context)


def _rows(request: PublicRequest, found: Any) -> Iterator[tuple[Any, ...]]:
    site = f"{request.scheme}://{request.get_host()}"
    for item in found:
        file = item.live.accidentfile
        yield (
            item.live.title,
            file.get_level_display(),
            file.kind,
            file.happened_on,
            file.place,
            file.deaths,
            file.injuries,
            site + item.get_absolute_url(),
        )
