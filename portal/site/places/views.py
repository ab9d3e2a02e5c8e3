"""Villages, communities and offices: what each has published and whom to call."""

from typing import Any

from django.db.models import Count
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render

from disclosures.catalogue.models import CatalogueEntry
from disclosures.items.listing import download, listing, public_items
from portal.core.labels import column_labels
from portal.core.organisations.models import Organisation
from portal.core.public_page import PublicRequest, public_page

FORMATS = ("csv", "xlsx")


@public_page
def villages(request: PublicRequest) -> HttpResponse:
    context = {
        "places": _with_counts(request, Organisation.objects.of(request.township).villages()),
        "labels": column_labels("村（社区）", "各村（社区）公开的信息", "村（社区）公开"),
    }
    return render(request, "site/places/villages.html", context)


@public_page
def offices(request: PublicRequest) -> HttpResponse:
    context = {
        "places": _with_counts(request, Organisation.objects.of(request.township).offices()),
        "labels": column_labels("机构与电话", "各站所职责、负责人和电话", "机构职能"),
    }
    return render(request, "site/places/offices.html", context)


@public_page
def village(request: PublicRequest, slug: str) -> HttpResponseBase:
    places = Organisation.objects.of(request.township).villages()
    return _place(request, get_object_or_404(places, slug=slug), "site/places/village.html")


@public_page
def office(request: PublicRequest, slug: str) -> HttpResponseBase:
    places = Organisation.objects.of(request.township).offices()
    return _place(request, get_object_or_404(places, slug=slug), "site/places/office.html")


def _place(request: PublicRequest, place: Organisation, template: str) -> HttpResponseBase:
    items = public_items(request).issued_by(place)
    if request.GET.get("format") in FORMATS:
        return download(request, items, f"{place.name}公开信息")
    context = {
        "place": place,
        "matters": _matters(items),
        "entries": CatalogueEntry.objects.of(request.township).filter(publisher=place, active=True),
        "listing": listing(request, items),
        "labels": column_labels(place.name, place.duty, "村（社区）公开"),
    }
    return render(request, template, context)


def _matters(items: Any) -> Any:
    """What this place publishes, by matter, the fullest first."""
    grouped = items.order_by().values("live__entry__code", "live__entry__name")
    return grouped.annotate(count=Count("pk")).order_by("-count", "live__entry__code")[:12]


def _with_counts(request: PublicRequest, places: Any) -> list[tuple[Organisation, int]]:
    grouped = public_items(request).order_by().values_list("live__issuer").annotate(Count("pk"))
    counts = dict(grouped)
    return [(place, counts.get(place.pk, 0)) for place in places]
