"""Services as residents look for them."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpResponseBase
from django.shortcuts import render

from disclosures.catalogue.categories import BY_SLUG as CATEGORIES
from disclosures.guides.events import BY_SLUG
from disclosures.guides.public import events_with_counts, matching, of_event, public_guides
from portal.core import clock
from portal.core.labels import column_labels
from portal.core.organisations.models import Organisation
from portal.core.public_page import PublicRequest, public_page
from portal.spreadsheets.download import file_of, wants_file

COLUMNS = ("事项", "承办机构", "谁可以办", "承诺时限", "收费", "窗口", "电话", "网址")
LONGEST_WORDS = 60


@public_page
def services(request: PublicRequest) -> HttpResponseBase:
    """All services of the township on one page: a few dozen, by event, office or plain words."""
    guides = public_guides(request.township, clock.now())
    event = BY_SLUG.get(request.GET.get("event", ""))
    words = request.GET.get("q", "").strip()[:LONGEST_WORDS]
    category = CATEGORIES.get(request.GET.get("category", ""))
    shown = matching(guides, words)
    if event:
        shown = of_event(shown, event)
    if category:
        shown = shown.in_category(category.slug)
    office = _office(request)
    if office:
        shown = shown.issued_by(office)
    if wants_file(request):
        return file_of(request, f"{request.township.name}办事指南", COLUMNS, _rows(request, shown))
    context = {
        "events": events_with_counts(guides),
        "event": event,
        "words": words,
        "category": category,
        "office": office,
        "guides": list(shown.select_related("live__serviceguide__township")),
        "query": _query(request),
        "labels": column_labels("办事", "办事指南：条件、材料、步骤、时限、地点和电话", "办事服务"),
    }
    return render(request, "disclosures/guides/services.html", context)


def _office(request: PublicRequest) -> Organisation | None:
    slug = request.GET.get("office", "")
    return Organisation.objects.of(request.township).filter(slug=slug).first() if slug else None


def _query(request: PublicRequest) -> str:
    kept = request.GET.copy()
    kept.pop("format", None)
    return f"{kept.urlencode()}&" if kept else ""


def _rows(request: PublicRequest, guides: Any) -> Iterator[tuple[Any, ...]]:
    site = f"{request.scheme}://{request.get_host()}"
    for item in guides.select_related("live__serviceguide__township"):
        guide = item.live.serviceguide
        guide.edition = item.live
        yield (
            item.live.title,
            item.live.issuer.name,
            guide.who,
            guide.promised,
            guide.fee,
            guide.place,
            guide.calls,
            site + item.get_absolute_url(),
        )
