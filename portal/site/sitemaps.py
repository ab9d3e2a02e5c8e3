"""sitemap.xml and robots.txt: only what is public, only this township."""

from typing import Any

from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps.views import index, sitemap
from django.http import HttpResponse, HttpResponseBase
from django.urls import reverse

from disclosures.catalogue.categories import CATEGORIES
from disclosures.catalogue.models import CatalogueEntry
from disclosures.items.listing import public_items
from disclosures.questions.listing import public_questions
from disclosures.warnings.models import EmergencyWarning
from finance.ledger.models import Period
from portal.core import clock
from portal.core.organisations.models import Organisation
from portal.core.public_page import PublicRequest, public_page
from portal.reports.data.every import DATASETS
from portal.reports.shelf.papers import addresses

FIXED = (
    "site:home",
    "site:guide",
    "site:villages",
    "site:offices",
    "site:deadline",
    "site:timeliness",
    "site:schedule",
    "site:feeds",
    "disclosures:catalogue",
    "disclosures:items",
    "disclosures:policies",
    "disclosures:lists",
    "disclosures:services",
    "disclosures:benefits",
    "disclosures:benefit-standards",
    "disclosures:benefit-check",
    "disclosures:warnings",
    "disclosures:registers",
    "disclosures:accidents",
    "disclosures:questions",
    "applications:home",
    "applications:guide",
    "applications:statistics",
    "applications:answers",
    "finance:home",
    "finance:villages",
    "finance:large-expenses",
    "finance:verify",
    "finance:resolutions",
    "finance:holdings",
    "finance:funds",
    "finance:budgets",
    "finance:budget-terms",
    "finance:execution",
    "finance:sangong",
    "finance:audits",
    "finance:projects",
    "finance:levies",
    "reports:boards",
    "reports:home",
    "reports:data",
)
NOT_FOR_ROBOTS = (
    "/admin/",
    "/report-error/",
    "/questions/ask/",
    "/questions/track/",
    "/applications/new/",
    "/applications/track/",
)


class Rows(Sitemap):
    """A section of the map; `rows` are records with an address, or addresses."""

    limit = 5_000

    def __init__(self, rows: Any, *, dated: bool = False) -> None:
        super().__init__()
        self.rows = rows
        self.dated = dated

    def items(self) -> Any:
        return self.rows

    def location(self, item: Any) -> str:
        return item if isinstance(item, str) else item.get_absolute_url()

    def lastmod(self, item: Any) -> Any:
        return item.published_at if self.dated else None


def sections_of(request: PublicRequest) -> dict[str, Rows]:
    bodies = Organisation.objects.of(request.township).filter(active=True)
    entries = CatalogueEntry.objects.of(request.township).filter(active=True)
    categories = [reverse("disclosures:category", args=[c.slug]) for c in CATEGORIES]
    datasets = [reverse("reports:dataset", args=[one.name]) for one in DATASETS]
    return {
        "pages": Rows([reverse(name) for name in FIXED] + categories + datasets),
        "items": Rows(public_items(request).without_bodies(), dated=True),
        "entries": Rows(entries),
        "warnings": Rows(EmergencyWarning.objects.public(request.township, clock.now())),
        "questions": Rows(public_questions(request), dated=True),
        "places": Rows(bodies),
        "papers": Rows(addresses(request.township)),
        "books": Rows(Period.objects.public(request.township).select_related("village")),
    }


@public_page
def site_map(request: PublicRequest) -> HttpResponseBase:
    """All in one file while it fits; above that, an index of parts."""
    sections: dict[str, Any] = dict(sections_of(request))
    if public_items(request).count() <= Rows.limit:
        return sitemap(request, sections)
    return index(request, sections, sitemap_url_name="site:sitemap-part")


@public_page
def site_map_part(request: PublicRequest, section: str) -> HttpResponseBase:
    sections: dict[str, Any] = dict(sections_of(request))
    return sitemap(request, sections, section=section)


@public_page
def robots(request: PublicRequest) -> HttpResponse:
    address = request.build_absolute_uri(reverse("site:sitemap"))
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in NOT_FOR_ROBOTS)]
    return HttpResponse("\n".join([*lines, f"Sitemap: {address}", ""]), content_type="text/plain")
