"""Items as residents read them."""

from typing import Any

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from disclosures.items.digest import digest_of
from disclosures.items.listing import download, listing, public_items
from disclosures.items.models import Disclosure, Edition
from portal.core import clock
from portal.core.labels import article_labels, column_labels
from portal.core.public_page import PublicRequest, public_page
from portal.core.qr import qr_svg

FORMATS = ("csv", "xlsx")
ITEM_RELATIONS = (
    "live__entry__parent",
    "live__issuer",
    "live__responsible__organisation",
    "replaced_by__live",
)


@public_page
def item_list(request: PublicRequest) -> HttpResponseBase:
    items = public_items(request)
    if request.GET.get("format") in FORMATS:
        return download(request, items, f"{request.township.name}主动公开信息")
    context = {
        "listing": listing(request, items),
        "labels": column_labels("全部信息", "本镇主动公开的全部信息", "政府信息公开"),
    }
    return render(request, "disclosures/items/list.html", context)


@public_page
def item(request: PublicRequest, index_number: str) -> HttpResponse:
    found = public_items(request).filter(index_number=index_number)
    disclosure = found.select_related(*ITEM_RELATIONS, "interpretation__policy__live").first()
    if disclosure is None:
        return gone(request, index_number)
    return render(request, "disclosures/items/item.html", item_context(request, disclosure))


@public_page
def version(request: PublicRequest, index_number: str, number: int) -> HttpResponse:
    """An earlier edition, readable as long as the item itself is."""
    disclosure = public_items(request).filter(index_number=index_number).first()
    if disclosure is None:
        return gone(request, index_number)
    past = Edition.objects.past(disclosure).select_related("entry", "issuer")
    edition = get_object_or_404(past, number=number)
    context = {
        "disclosure": disclosure,
        "edition": edition,
        "labels": _labels(disclosure, edition),
        "digest": digest_of(edition),
    }
    return render(request, "disclosures/items/version.html", context)


@public_page
def sheet(request: PublicRequest, index_number: str) -> HttpResponse:
    """The item on paper, with the way back to it."""
    disclosure = public_items(request).filter(index_number=index_number).first()
    if disclosure is None:
        return gone(request, index_number)
    address = request.build_absolute_uri(disclosure.get_absolute_url())
    context = {"disclosure": disclosure, "address": address, "qr": qr_svg(address)}
    return render(request, "disclosures/items/sheet.html", context)


def gone(request: PublicRequest, index_number: str) -> HttpResponse:
    """410 for what was taken down: that, when and why, but nothing of what it said."""
    items = Disclosure.objects.gone(request.township, clock.now()).select_related("live__issuer")
    disclosure = items.filter(index_number=index_number).first()
    if disclosure is None:
        raise Http404
    down_at = disclosure.withdrawn_at or disclosure.live.down_at
    context = {
        "disclosure": disclosure,
        "down_at": down_at,
        "reason": disclosure.withdrawal_reason or "公开期满，按时撤下。",
    }
    return render(request, "disclosures/items/gone.html", context, status=410)


def item_context(request: PublicRequest, disclosure: Disclosure) -> dict[str, Any]:
    live = disclosure.live
    history = Edition.objects.past(disclosure).only("number", "published_at", "change_note")
    related = public_items(request).filter(live__entry=live.entry).exclude(pk=disclosure.pk)
    return {
        "disclosure": disclosure,
        "edition": live,
        "attachments": live.attachments.all(),
        "history": history,
        "explains": getattr(disclosure, "interpretation", None),
        "explained_by": public_items(request)
        .filter(interpretation__policy=disclosure)
        .select_related("interpretation"),
        "related": related.without_bodies()[:5],
        "digest": digest_of(live),
        "labels": _labels(disclosure, live),
    }


def _labels(disclosure: Disclosure, edition: Edition) -> dict[str, str]:
    labels = article_labels(
        edition.title,
        disclosure.first_published_at,
        edition.source or edition.issuer.name,
        column=edition.entry.name,
        kind=edition.entry.get_column_display(),
    )
    more = {
        "Keywords": edition.keywords,
        "Author": edition.issuer.name,
        "Description": edition.summary,
        "Url": reverse("disclosures:item", args=[disclosure.index_number]),
    }
    return labels | {name: text for name, text in more.items() if text}
