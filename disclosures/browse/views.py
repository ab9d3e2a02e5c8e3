"""The public catalogue and the seven key categories."""

from typing import Any

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render

from disclosures.browse.gather import shelves_of
from disclosures.catalogue.categories import BY_SLUG
from disclosures.catalogue.models import CatalogueEntry
from disclosures.catalogue.tree import Branch, counts_by_entry, tree
from disclosures.items.listing import download, listing, public_items
from disclosures.schedule.next_due import next_due
from portal.core import clock
from portal.core.labels import column_labels
from portal.core.organisations.models import Organisation
from portal.core.public_page import PublicRequest, public_page
from portal.spreadsheets.download import wants_file

ENTRY_FILTERS = ("q", "issuer", "village", "year", "validity")
CATEGORY_FILTERS = ("q", "issuer", "village", "year", "entry")


@public_page
def catalogue(request: PublicRequest) -> HttpResponse:
    """All columns with how much each holds, or the matters of the one that `column` names."""
    branches = _branches(request)
    chosen = {branch.key: branch for branch in branches}.get(request.GET.get("column", ""))
    context = {
        "branches": branches,
        "chosen": chosen,
        "silent": [leaf for branch in branches for leaf in branch.leaves if not leaf.count],
        "labels": column_labels("公开目录", "本镇主动公开的全部事项", "政府信息公开目录"),
    }
    return render(request, "disclosures/catalogue/catalogue.html", context)


@public_page
def entry(request: PublicRequest, code: str) -> HttpResponseBase:
    entries = CatalogueEntry.objects.of(request.township).filter(active=True)
    found = get_object_or_404(entries.select_related("parent", "publisher"), code=code)
    below = list(entries.filter(parent=found))
    items = public_items(request).filter(live__entry__in=[found, *below])
    if wants_file(request):
        return download(request, items, f"{request.township.name}{found.name}", ENTRY_FILTERS)
    branches = _branches(request)
    context = {
        "entry": found,
        "node": next((n for branch in branches for n in branch.all if n.entry == found), None),
        "branches": branches,
        "next_due": next_due(found, clock.today()),
        "listing": listing(request, items, ENTRY_FILTERS),
        "labels": column_labels(found.name, found.content, found.get_column_display()),
    }
    return render(request, "disclosures/catalogue/entry.html", context)


@public_page
def category(request: PublicRequest, slug: str) -> HttpResponseBase:
    found = BY_SLUG.get(slug)
    if found is None:
        raise Http404
    items = public_items(request).in_category(slug)
    if wants_file(request):
        return download(request, items, f"{request.township.name}{found.name}", CATEGORY_FILTERS)
    context = {
        "category": found,
        "nodes": _category_nodes(request, slug, items),
        "shelves": shelves_of(slug, request.township, clock.now()),
        "bodies": _bodies(request, slug),
        "listing": listing(request, items, CATEGORY_FILTERS),
        "labels": column_labels(found.official_name, found.answer, "重点领域信息公开"),
    }
    return render(request, "disclosures/catalogue/category.html", context)


def _branches(request: PublicRequest) -> list[Branch]:
    entries = CatalogueEntry.objects.of(request.township).filter(active=True)
    return tree(entries.select_related("publisher"), counts_by_entry(public_items(request)))


def _category_nodes(request: PublicRequest, slug: str, items: Any) -> list[Any]:
    entries = CatalogueEntry.objects.of(request.township).filter(
        active=True, category=slug, children__isnull=True
    )
    branches = tree(entries.select_related("publisher"), counts_by_entry(items))
    return [node for branch in branches for node in branch.nodes]


def _bodies(request: PublicRequest, slug: str) -> Any:
    bodies = Organisation.objects.of(request.township).filter(active=True)
    return bodies.filter(entries__category=slug, entries__active=True).distinct()
