"""Policies with the interpretations that explain them, and the other way round."""

from django.db.models import Prefetch
from django.http import HttpResponse
from django.shortcuts import render

from disclosures.catalogue.models import CatalogueEntry
from disclosures.items.listing import public_items
from disclosures.items.querysets import DisclosureQuerySet
from disclosures.policies.models import Interpretation
from disclosures.policies.waiting import without_interpretation
from portal.core.labels import column_labels
from portal.core.paging import keyset_page
from portal.core.public_page import PublicRequest, public_page

SHOWN = ("", "waiting", "interpretations")


@public_page
def policies(request: PublicRequest) -> HttpResponse:
    """All policies, those that nobody has explained yet, or the interpretations."""
    public = public_items(request)
    found = public.filter(live__entry__kind=CatalogueEntry.Kind.POLICY)
    waiting = without_interpretation(found, public)
    explaining = public.filter(interpretation__isnull=False)
    show = request.GET.get("show", "")
    show = show if show in SHOWN else ""
    shown = {"": found, "waiting": waiting, "interpretations": explaining}[show]
    context = {
        "page": keyset_page(_with_bonds(shown, public), request.GET),
        "show": show,
        "count": found.count(),
        "waiting_count": waiting.count(),
        "explaining_count": explaining.count(),
        "query": f"show={show}&" if show else "",
        "labels": column_labels("政策与解读", "政策文件和对它们的解读", "政策文件"),
    }
    return render(request, "disclosures/policies/list.html", context)


def _with_bonds(shown: DisclosureQuerySet, public: DisclosureQuerySet) -> DisclosureQuerySet:
    """`shown` with what is bound to each, as far as that is public too."""
    explaining = Interpretation.objects.filter(disclosure__in=public.order_by())
    explained = public.without_bodies()
    return shown.without_bodies().prefetch_related(
        Prefetch(
            "explained_by",
            queryset=explaining.select_related("disclosure__live").defer("disclosure__live__body"),
        ),
        Prefetch("interpretation__policy", queryset=explained),
    )
