"""Villages, communities and offices: what each has published and whom to call."""

from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render

from disclosures.catalogue.models import CatalogueEntry
from disclosures.items.listing import download, listing, public_items
from disclosures.lists.public import paid_in, public_lists, with_sums
from finance.ledger.latest import latest_of
from portal.core import clock
from portal.core.labels import column_labels
from portal.core.organisations.models import Organisation
from portal.core.public_page import PublicRequest, public_page
from portal.site.places.figures import by_matter, by_month, by_place
from portal.spreadsheets.download import wants_file

MOST_LISTS = 5
FILTERS = ("q", "year", "month", "entry", "category")


@public_page
def villages(request: PublicRequest) -> HttpResponse:
    places = Organisation.objects.of(request.township).villages()
    context = {
        "figures": by_place(public_items(request), places),
        "labels": column_labels("村（社区）", "各村（社区）公开的信息", "村（社区）公开"),
    }
    return render(request, "site/places/villages.html", context)


@public_page
def offices(request: PublicRequest) -> HttpResponse:
    places = Organisation.objects.of(request.township).offices()
    context = {
        "figures": by_place(public_items(request), places),
        "labels": column_labels("机构与电话", "各站所职责、负责人和电话", "机构职能"),
    }
    return render(request, "site/places/offices.html", context)


@public_page
def village(request: PublicRequest, slug: str) -> HttpResponseBase:
    places = Organisation.objects.of(request.township).villages()
    place = get_object_or_404(places, slug=slug)
    lists = public_lists(request.township, clock.now())
    more = {
        "books": latest_of(place),
        "paid": paid_in(place, lists),
        "lists": with_sums(lists, place)[:MOST_LISTS],
    }
    return _place(request, place, "site/places/village.html", "村（社区）公开", more)


@public_page
def office(request: PublicRequest, slug: str) -> HttpResponseBase:
    places = Organisation.objects.of(request.township).offices()
    place = get_object_or_404(places, slug=slug)
    return _place(request, place, "site/places/office.html", "机构职能")


def _place(
    request: PublicRequest,
    place: Organisation,
    template: str,
    kind: str,
    more: dict[str, Any] | None = None,
) -> HttpResponseBase:
    items = public_items(request).issued_by(place)
    if wants_file(request):
        return download(request, items, f"{place.name}公开信息", FILTERS)
    entries = CatalogueEntry.objects.of(request.township).filter(active=True)
    context = {
        "place": place,
        "matters": by_matter(items),
        "months": by_month(items),
        "entries": entries.filter(publisher=place, children__isnull=True),
        "listing": listing(request, items, FILTERS),
        "labels": column_labels(place.name, place.duty or f"{place.name}公开的信息", kind),
        **(more or {}),
    }
    return render(request, template, context)
