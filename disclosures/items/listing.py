"""One filtered list of public items, as a page or as a file to take away."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponseBase

from disclosures.items.filters import DisclosureFilter
from disclosures.items.models import Disclosure
from disclosures.items.querysets import DisclosureQuerySet
from portal.core import clock
from portal.core.paging import Page, keyset_page
from portal.core.public_page import PublicRequest
from portal.spreadsheets.download import file_of

COLUMNS = (
    "索引号",
    "标题",
    "文号",
    "公开事项",
    "发布机构",
    "生成日期",
    "发布日期",
    "有效性",
    "网址",
)
MOST_ROWS = 50_000
SORTS = {"": "published_at", "formed": "live__formed_on"}


@dataclass(frozen=True)
class Listing:
    """What the list page shows; `query` are the filters as they go on in the paging links."""

    filter: DisclosureFilter
    page: Page
    count: int
    query: str
    sort: str


def public_items(request: PublicRequest) -> DisclosureQuerySet:
    return Disclosure.objects.public(request.township, clock.now())


def listing(
    request: PublicRequest, queryset: DisclosureQuerySet, offered: Collection[str] = ()
) -> Listing:
    """A page of what `queryset` holds, narrowed by the `offered` filters (all by default)."""
    chosen = _filtered(request, queryset, offered)
    sort = request.GET.get("sort", "")
    sort = sort if sort in SORTS else ""
    return Listing(
        filter=chosen,
        page=keyset_page(chosen.qs, request.GET, field=SORTS[sort]),
        count=chosen.qs.count(),
        query=_kept_query(request),
        sort=sort,
    )


def download(
    request: PublicRequest,
    queryset: DisclosureQuerySet,
    name: str,
    offered: Collection[str] = (),
) -> HttpResponseBase:
    """Exactly this list, as CSV (streamed) or XLSX."""
    sort = SORTS.get(request.GET.get("sort", ""), "published_at")
    found = _filtered(request, queryset, offered).qs.order_by(f"-{sort}", "-pk")
    rows = _rows(request, found[:MOST_ROWS])
    return file_of(request, name, COLUMNS, rows)


def _filtered(
    request: PublicRequest, queryset: DisclosureQuerySet, offered: Collection[str]
) -> DisclosureFilter:
    return DisclosureFilter(request.GET, queryset.without_bodies(), request.township, offered)


def _kept_query(request: PublicRequest) -> str:
    kept = request.GET.copy()
    for name in ("before", "after", "format"):
        kept.pop(name, None)
    return f"{kept.urlencode()}&" if kept else ""


def _rows(request: PublicRequest, items: Any) -> Iterator[list[Any]]:
    site = f"{request.scheme}://{request.get_host()}"
    for item in items.iterator(chunk_size=500):
        live = item.live
        yield [
            item.index_number,
            live.title,
            live.document_number,
            live.entry.name,
            live.issuer.name,
            live.formed_on,
            item.first_published_on,
            item.validity,
            site + item.get_absolute_url(),
        ]
