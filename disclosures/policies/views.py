"""Policies with the interpretations that explain them."""

from django.db.models import Prefetch
from django.http import HttpResponse
from django.shortcuts import render

from disclosures.catalogue.models import CatalogueEntry
from disclosures.items.listing import public_items
from disclosures.policies.models import Interpretation
from disclosures.policies.waiting import without_interpretation
from portal.core.labels import column_labels
from portal.core.paging import keyset_page
from portal.core.public_page import PublicRequest, public_page


@public_page
def policies(request: PublicRequest) -> HttpResponse:
    public = public_items(request)
    found = public.filter(live__entry__kind=CatalogueEntry.Kind.POLICY).without_bodies()
    bonds = Interpretation.objects.filter(disclosure__in=public.order_by()).select_related(
        "disclosure__live"
    )
    only_waiting = request.GET.get("waiting") == "1"
    shown = without_interpretation(found, public) if only_waiting else found
    with_bonds = shown.prefetch_related(Prefetch("explained_by", queryset=bonds))
    context = {
        "page": keyset_page(with_bonds, request.GET),
        "count": found.count(),
        "waiting_count": without_interpretation(found, public).count(),
        "only_waiting": only_waiting,
        "query": "waiting=1&" if only_waiting else "",
        "labels": column_labels("政策与解读", "政策文件和对它们的解读", "政策文件"),
    }
    return render(request, "disclosures/policies/list.html", context)
