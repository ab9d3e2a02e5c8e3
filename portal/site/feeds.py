"""Atom feeds: everything new, by category, by village. The same door as the pages."""

from typing import Any
from urllib.parse import quote

from django.contrib.syndication.views import Feed
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed

from disclosures.catalogue.categories import BY_SLUG, CATEGORIES
from disclosures.items.listing import public_items
from disclosures.items.models import Disclosure
from portal.core.labels import column_labels
from portal.core.organisations.models import Organisation
from portal.core.public_page import PublicRequest, public_page

NEWEST = 30


@public_page
def feeds(request: PublicRequest) -> HttpResponse:
    """What can be subscribed to."""
    context = {
        "categories": CATEGORIES,
        "villages": Organisation.objects.of(request.township).villages(),
        "labels": column_labels("信息订阅", "用阅读器订阅本镇新公开的信息", "便民查询"),
    }
    return render(request, "site/feeds.html", context)


class TownshipFeed(Feed):
    """The newest items of a township. Django's feed view is one object for all requests, so what
    belongs to a request travels in the tuple that get_object returns."""

    feed_type = Atom1Feed
    subtitle = "主动公开的信息"

    def get_object(self, request: Any) -> tuple[PublicRequest, str, Any]:
        return request, f"{request.township.name}最新公开", public_items(request)

    def title(self, given: tuple[PublicRequest, str, Any]) -> str:
        return given[1]

    def link(self, given: tuple[PublicRequest, str, Any]) -> str:
        return reverse("disclosures:items")

    def items(self, given: tuple[PublicRequest, str, Any]) -> Any:
        return given[2].without_bodies()[:NEWEST]

    def item_title(self, item: Disclosure) -> str:
        return item.live.title

    def item_description(self, item: Disclosure) -> str:
        return item.live.summary

    def item_author_name(self, item: Disclosure) -> str:
        return item.live.issuer.name

    def item_pubdate(self, item: Disclosure) -> Any:
        return item.first_published_at

    def item_updateddate(self, item: Disclosure) -> Any:
        return item.published_at

    def item_guid(self, item: Disclosure) -> str:
        """A tag that outlives host names: the index number never changes."""
        return f"tag:disclosure,{item.first_published_on}:{quote(item.index_number, safe='')}"


class CategoryFeed(TownshipFeed):
    def get_object(self, request: Any, slug: str = "") -> tuple[PublicRequest, str, Any]:
        if slug not in BY_SLUG:
            raise Http404
        items = public_items(request).in_category(slug)
        return request, f"{request.township.name}{BY_SLUG[slug].name}", items


class VillageFeed(TownshipFeed):
    def get_object(self, request: Any, slug: str = "") -> tuple[PublicRequest, str, Any]:
        village = get_object_or_404(Organisation.objects.of(request.township).villages(), slug=slug)
        return request, village.name, public_items(request).issued_by(village)
