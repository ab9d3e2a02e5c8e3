"""Items as residents read them."""

import re
from typing import Any

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render

from disclosures.items.digest import digest_of
from disclosures.items.history import changes_of
from disclosures.items.listing import download, listing, public_items
from disclosures.items.models import Disclosure, Edition
from disclosures.items.querysets import DisclosureQuerySet
from portal.core import clock
from portal.core.labels import article_labels, column_labels
from portal.core.public_page import PublicRequest, public_page
from portal.core.qr import qr_svg
from portal.spreadsheets.download import wants_file

ITEM_RELATIONS = (
    "live__entry__parent",
    "live__issuer",
    "live__responsible__organisation",
    "interpretation",
)
FIRST_IMAGE = re.compile(r'<img[^>]*\ssrc="(/images/[^"]+)"')
RELATED = 5


@public_page
def item_list(request: PublicRequest) -> HttpResponseBase:
    items = public_items(request)
    if wants_file(request):
        return download(request, items, f"{request.township.name}主动公开信息")
    context = {
        "listing": listing(request, items),
        "labels": column_labels("全部信息", "本镇主动公开的全部信息", "政府信息公开"),
    }
    return render(request, "disclosures/items/list.html", context)


@public_page
def item(request: PublicRequest, index_number: str) -> HttpResponse:
    disclosure = _named(public_items(request).select_related(*ITEM_RELATIONS), index_number)
    if disclosure is None:
        return _gone(request, index_number)
    return render(request, "disclosures/items/item.html", _context(request, disclosure))


@public_page
def version(request: PublicRequest, index_number: str, number: int) -> HttpResponse:
    """An earlier edition, readable as long as the item itself is."""
    disclosure = _named(public_items(request), index_number)
    if disclosure is None:
        return _gone(request, index_number)
    past = Edition.objects.past(disclosure).select_related("entry", "issuer")
    edition = get_object_or_404(past, number=number)
    if edition.pk == disclosure.live_id:
        return redirect(disclosure)
    context = {
        "disclosure": disclosure,
        "edition": edition,
        "attachments": edition.attachments.all(),
        "labels": _labels(request, disclosure, edition),
        "digest": digest_of(edition),
    }
    return render(request, "disclosures/items/version.html", context)


@public_page
def sheet(request: PublicRequest, index_number: str) -> HttpResponse:
    """The item on paper, with the way back to it."""
    disclosure = _named(public_items(request), index_number)
    if disclosure is None:
        return _gone(request, index_number)
    address = request.build_absolute_uri(disclosure.get_absolute_url())
    context = {
        "disclosure": disclosure,
        "edition": disclosure.live,
        "attachments": disclosure.live.attachments.all(),
        "labels": _labels(request, disclosure, disclosure.live),
        "address": address,
        "qr": qr_svg(address),
    }
    return render(request, "disclosures/items/sheet.html", context)


def _named(items: DisclosureQuerySet, index_number: str) -> Disclosure | None:
    return items.filter(index_number=index_number).first()


def _gone(request: PublicRequest, index_number: str) -> HttpResponse:
    """410 for what was taken down: that, when and why, but nothing of what it said."""
    gone = Disclosure.objects.gone(request.township, clock.now()).select_related("live__issuer")
    disclosure = _named(gone.defer("live__body", "live__title", "live__summary"), index_number)
    if disclosure is None:
        raise Http404
    context = {
        "disclosure": disclosure,
        "down_at": disclosure.withdrawn_at or disclosure.live.down_at,
        "reason": disclosure.withdrawal_reason or "公开期满，按时撤下。",
    }
    return render(request, "disclosures/items/gone.html", context, status=410)


def _context(request: PublicRequest, disclosure: Disclosure) -> dict[str, Any]:
    live = disclosure.live
    past = Edition.objects.past(disclosure).defer("body")
    same_entry = public_items(request).filter(live__entry=live.entry).exclude(pk=disclosure.pk)
    return {
        "disclosure": disclosure,
        "edition": live,
        "attachments": live.attachments.all(),
        "changes": changes_of(disclosure, past),
        "related": same_entry.without_bodies()[:RELATED],
        "digest": digest_of(live),
        "labels": _labels(request, disclosure, live),
        **_bonds(request, disclosure),
    }


def _bonds(request: PublicRequest, disclosure: Disclosure) -> dict[str, Any]:
    """Items that this one is bound to, each only if residents may read it too."""
    public = public_items(request).without_bodies()
    explained_by = public.filter(interpretation__policy=disclosure)
    bond = getattr(disclosure, "interpretation", None)
    return {
        "bond": bond,
        "policy": public.filter(pk=bond.policy_id).first() if bond else None,
        "explained_by": explained_by.select_related("interpretation"),
        "successor": public.filter(pk=disclosure.replaced_by_id).first()
        if disclosure.replaced_by_id
        else None,
        "replaced": public.filter(replaced_by=disclosure),
    }


def _labels(request: PublicRequest, disclosure: Disclosure, edition: Edition) -> dict[str, str]:
    labels = article_labels(
        edition.title,
        disclosure.first_published_at,
        edition.source or edition.issuer.name,
        column=edition.entry.name,
        kind=edition.entry.get_column_display(),
    )
    image = FIRST_IMAGE.search(edition.body)
    more = {
        "Keywords": edition.keywords,
        "Author": edition.issuer.name,
        "Description": edition.summary,
        "Image": request.build_absolute_uri(image[1]) if image else "",
        "Url": request.build_absolute_uri(disclosure.get_absolute_url()),
    }
    return labels | {name: text for name, text in more.items() if text}
