"""Registers as residents read them."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Count, Q
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render

from disclosures.registers.kinds import BY_SLUG, REGISTERS
from disclosures.registers.models import RegisterEntry
from portal.core import clock
from portal.core.labels import column_labels
from portal.core.paging import keyset_page
from portal.core.public_page import PublicRequest, public_page
from portal.spreadsheets.download import file_of, wants_file

COLUMNS = (
    "单位名称",
    "统一社会信用代码",
    "事实",
    "决定",
    "文号",
    "决定机关",
    "列入日期",
    "移出日期",
)
MOST_ROWS = 10_000


@public_page
def registers(request: PublicRequest) -> HttpResponse:
    """Each register with what it is and how many stand in it now."""
    public = RegisterEntry.objects.public(request.township, clock.today())
    counts = dict(public.order_by().values_list("register").annotate(Count("pk")))
    context = {
        "registers": [(one, counts.get(one.slug, 0)) for one in REGISTERS],
        "labels": column_labels(
            "安全和食药名录", "违法曝光、失信名单和监督检查", "重点领域信息公开"
        ),
    }
    return render(request, "disclosures/registers/registers.html", context)


@public_page
def register(request: PublicRequest, slug: str) -> HttpResponseBase:
    """One register; a firm is looked for by its name or its code."""
    kind = BY_SLUG.get(slug)
    if kind is None:
        raise Http404
    words = request.GET.get("q", "").strip()[:40]
    found = RegisterEntry.objects.public(request.township, clock.today()).filter(register=slug)
    if words:
        found = found.filter(Q(firm__icontains=words) | Q(credit_code__iexact=words))
    if wants_file(request):
        return file_of(request, kind.name, COLUMNS, _rows(found[:MOST_ROWS]))
    context = {
        "register": kind,
        "words": words,
        "count": found.count(),
        "page": keyset_page(found.select_related("issuer"), request.GET, field="listed_on"),
        "query": f"q={words}&" if words else "",
        "labels": column_labels(kind.name, kind.what, kind.field),
    }
    return render(request, "disclosures/registers/register.html", context)


def _rows(found: Any) -> Iterator[tuple[Any, ...]]:
    for one in found:
        yield (
            one.firm,
            one.credit_code,
            one.facts,
            one.decision,
            one.decision_number,
            one.decided_by,
            one.listed_on,
            one.removal_on,
        )


@public_page
def entry(request: PublicRequest, slug: str, key: int) -> HttpResponse:
    """One entry; a past one is as if it had never been."""
    public = RegisterEntry.objects.public(request.township, clock.today())
    found = get_object_or_404(public.select_related("issuer"), register=slug, pk=key)
    context = {
        "entry": found,
        "steps": found.steps.all(),
        "labels": column_labels(found.firm, found.kind.name, found.kind.field),
    }
    return render(request, "disclosures/registers/entry.html", context)
