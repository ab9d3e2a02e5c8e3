"""Atom feeds: everything new, by category, by village. The same door as the pages."""

import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from django.contrib.syndication.views import Feed
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed

from disclosures.catalogue.categories import BY_SLUG, CATEGORIES
from disclosures.items.listing import public_items
from disclosures.items.models import Disclosure
from disclosures.questions.listing import public_questions
from disclosures.questions.models import Question
from disclosures.warnings.models import EmergencyWarning
from portal.core import clock
from portal.core.labels import column_labels
from portal.core.organisations.models import Organisation
from portal.core.public_page import PublicRequest, public_page

NEWEST = 30
FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


@public_page
def feeds(request: PublicRequest) -> HttpResponse:
    """What can be subscribed to."""
    context = {
        "categories": CATEGORIES,
        "villages": Organisation.objects.of(request.township).villages(),
        "labels": column_labels("信息订阅", "用阅读器订阅本镇新公开的信息", "便民查询"),
    }
    return render(request, "site/feeds.html", context)


@dataclass(frozen=True)
class Channel:
    """What one feed tells, and where the same stands as a page."""

    title: str
    page: str
    found: Any


class TownshipFeed(Feed):
    """The newest items of a township. Django's feed view is one object for all requests, so what
    belongs to a request travels in the channel that get_object returns."""

    feed_type = Atom1Feed
    subtitle = "主动公开的信息"

    def __call__(  # type: ignore[override]
        self, request: Any, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        return public_page(super().__call__)(request, *args, **kwargs)

    def get_object(self, request: Any) -> Channel:
        title = f"{request.township.name}最新公开"
        return Channel(title, reverse("disclosures:items"), public_items(request))

    def title(self, channel: Channel) -> str:
        return channel.title

    def link(self, channel: Channel) -> str:
        return channel.page

    def items(self, channel: Channel) -> Any:
        return channel.found.without_bodies()[:NEWEST]

    def item_title(self, item: Disclosure) -> str:
        return printable(item.live.title)

    def item_description(self, item: Disclosure) -> str:
        return printable(item.live.summary)

    def item_author_name(self, item: Disclosure) -> str:
        return item.live.issuer.name

    def item_categories(self, item: Disclosure) -> tuple[str]:
        return (item.live.entry.name,)

    def item_pubdate(self, item: Disclosure) -> Any:
        return item.first_published_at

    def item_updateddate(self, item: Disclosure) -> Any:
        return item.published_at

    def item_guid(self, item: Disclosure) -> str:
        """A tag that outlives host names: the index number never changes."""
        return f"tag:disclosure,{item.first_published_on}:{quote(item.index_number, safe='')}"


class CategoryFeed(TownshipFeed):
    def get_object(self, request: Any, slug: str = "") -> Channel:
        if slug not in BY_SLUG:
            raise Http404
        title = f"{request.township.name}{BY_SLUG[slug].name}"
        page = reverse("disclosures:category", args=[slug])
        return Channel(title, page, public_items(request).in_category(slug))


class VillageFeed(TownshipFeed):
    def get_object(self, request: Any, slug: str = "") -> Channel:
        village = get_object_or_404(Organisation.objects.of(request.township).villages(), slug=slug)
        found = public_items(request).issued_by(village)
        return Channel(village.name, village.get_absolute_url(), found)


class QuestionFeed(TownshipFeed):
    """The newest answers to what residents asked."""

    subtitle = "居民的提问和答复"

    def get_object(self, request: Any) -> Channel:
        title = f"{request.township.name}大家在问"
        return Channel(title, reverse("disclosures:questions"), public_questions(request))

    def items(self, channel: Channel) -> Any:
        return channel.found.prefetch_related("supplements")[:NEWEST]

    def item_title(self, item: Question) -> str:  # type: ignore[override]
        return printable(item.title)

    def item_description(self, item: Question) -> str:  # type: ignore[override]
        return printable(item.whole_answer)

    def item_author_name(self, item: Question) -> str:  # type: ignore[override]
        return str(item.assigned_to)

    def item_categories(self, item: Question) -> tuple[str]:  # type: ignore[override]
        return (item.get_kind_display(),)

    def item_pubdate(self, item: Question) -> Any:  # type: ignore[override]
        return item.published_at

    def item_updateddate(self, item: Question) -> Any:  # type: ignore[override]
        return item.changed_at

    def item_guid(self, item: Question) -> str:  # type: ignore[override]
        """A tag that outlives host names: the number never changes."""
        return f"tag:question,{item.received_on}:{item.pk}"


class WarningFeed(TownshipFeed):
    """Warnings, the newest first."""

    subtitle = "本镇发布和转发的预警"

    def get_object(self, request: Any) -> Channel:
        title = f"{request.township.name}预警"
        found = EmergencyWarning.objects.public(request.township, clock.now())
        return Channel(title, reverse("disclosures:warnings"), found)

    def items(self, channel: Channel) -> Any:
        return channel.found[:NEWEST]

    def item_title(self, item: EmergencyWarning) -> str:  # type: ignore[override]
        return printable(f"{item.title}（{item.standing(clock.now())}）")

    def item_description(self, item: EmergencyWarning) -> str:  # type: ignore[override]
        return printable(f"{item.situation}\n{item.advice}")

    def item_author_name(self, item: EmergencyWarning) -> str:  # type: ignore[override]
        return item.issuer.name

    def item_categories(self, item: EmergencyWarning) -> tuple[str]:  # type: ignore[override]
        return (item.get_hazard_display(),)

    def item_pubdate(self, item: EmergencyWarning) -> Any:  # type: ignore[override]
        return item.issued_at

    def item_updateddate(self, item: EmergencyWarning) -> Any:  # type: ignore[override]
        return item.lifted_at or item.issued_at

    def item_guid(self, item: EmergencyWarning) -> str:  # type: ignore[override]
        return f"tag:warning,{item.starts_at:%Y-%m-%d}:{item.pk}"


def printable(text: str) -> str:
    """Without the control characters that XML forbids; a pasted title may hold one."""
    return FORBIDDEN.sub("", text)
