"""Lists as residents read them: which there are, and the names in one while its notice runs."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from disclosures.items.models import Disclosure
from disclosures.lists.filters import ListFilter
from disclosures.lists.kinds import NameShown
from disclosures.lists.models import NoticeList
from disclosures.lists.public import (
    ROWS_A_PAGE,
    ended,
    looked_for,
    names_of,
    on_notice,
    public_lists,
    with_sums,
)
from disclosures.lists.table import cells_of, columns_of, lines_of, page_columns
from portal.core import clock
from portal.core.guard import too_often
from portal.core.labels import column_labels
from portal.core.organisations.models import Organisation
from portal.core.paging import keyset_page
from portal.core.public_page import PublicRequest, public_page
from portal.spreadsheets.download import file_of, wants_file

COLUMNS = (
    "名单",
    "种类",
    "所属时段",
    "村（社区）",
    "户数",
    "金额（元）",
    "公示开始",
    "公示结束",
    "网址",
)
MOST_FILE_ROWS = 50_000
# pages of names that one address may open in an hour
MOST_NAME_PAGES = 120


@public_page
def lists(request: PublicRequest) -> HttpResponseBase:
    """What is on notice now, then everything, narrowed by kind, village and year."""
    today = clock.today()
    found = public_lists(request.township, clock.now())
    chosen = ListFilter(request.GET, found, request.township)
    shown = with_sums(chosen.qs, chosen.chosen_village)
    if wants_file(request):
        return file_of(request, f"{request.township.name}名单一览", COLUMNS, _rows(request, shown))
    state = request.GET.get("state", "")
    states = {"running": on_notice(shown, today), "ended": ended(shown, today)}
    context = {
        "filter": chosen,
        "running": [] if chosen.chosen or state else list(with_sums(on_notice(found, today))),
        "state": state if state in states else "",
        "page": keyset_page(states.get(state, shown), request.GET),
        "count": states.get(state, shown).count(),
        "today": today,
        "query": _kept_query(request),
        "labels": column_labels("公示和发放名单", "正在公示的名单和各村合计", "重点领域信息公开"),
    }
    return render(request, "disclosures/lists/lists.html", context)


def _kept_query(request: PublicRequest) -> str:
    kept = request.GET.copy()
    for name in ("before", "after", "format"):
        kept.pop(name, None)
    return f"{kept.urlencode()}&" if kept else ""


def _rows(request: PublicRequest, found: Any) -> Iterator[tuple[Any, ...]]:
    """One row for each list and village: counts and sums, never a name."""
    site = f"{request.scheme}://{request.get_host()}"
    totals = found.prefetch_related("live__list_totals__village")[:MOST_FILE_ROWS]
    for disclosure in totals:
        notice = disclosure.live.noticelist
        for total in disclosure.live.list_totals.all():
            yield (
                disclosure.live.title,
                notice.kind.name,
                notice.period,
                total.village.name,
                total.households,
                total.amount,
                notice.notice_starts_on,
                notice.notice_ends_on,
                site + disclosure.get_absolute_url(),
            )


@require_safe
@never_cache
def names(request: PublicRequest, index_number: str) -> HttpResponseBase:
    """Who stands in a list, village by village, for as long as its notice runs."""
    now = clock.now()
    found = public_lists(request.township, now).filter(index_number=index_number)
    disclosure = found.select_related("live__issuer").first()
    if disclosure is None:
        raise Http404
    notice = disclosure.live.noticelist
    if not notice.on_notice(clock.today()):
        return _not_now(request, disclosure, notice)
    if too_often(request, "names", MOST_NAME_PAGES):
        context = {"disclosure": disclosure, "notice": notice}
        too_many = render(request, "disclosures/lists/names_busy.html", context, status=429)
        return _kept_out(too_many)
    if wants_file(request) and notice.kind.harvestable:
        rows = names_of(notice, now).select_related("village")
        columns = columns_of(notice.kind.layout)
        name = disclosure.live.title
        return _kept_out(file_of(request, name, columns, lines_of(rows, notice.kind.layout)))
    return _kept_out(_names_page(request, disclosure, notice, now))


def _kept_out(response: HttpResponseBase) -> HttpResponseBase:
    """No cache and no search engine keeps what names people."""
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex, noarchive"
    return response


def _not_now(request: PublicRequest, disclosure: Disclosure, notice: NoticeList) -> HttpResponse:
    over = notice.notice_ends_on is not None and notice.notice_ends_on < clock.today()
    context = {"disclosure": disclosure, "notice": notice, "over": over or notice.names_erased_at}
    status = 410 if context["over"] else 404
    return render(request, "disclosures/lists/names_gone.html", context, status=status)


def _names_page(
    request: PublicRequest, disclosure: Disclosure, notice: NoticeList, now: datetime
) -> HttpResponse:
    layout = notice.kind.layout
    village = _village(request, notice)
    name = request.GET.get("name", "").strip()[:40]
    rows = names_of(notice, now).select_related("village")
    masked = layout.name_shown is NameShown.MASKED
    if name:
        rows = looked_for(rows, name, masked=masked)
    shown, following = _page(request, rows, village) if village or name else ([], None)
    columns = page_columns(layout, village)
    context = {
        "disclosure": disclosure,
        "notice": notice,
        "village": village,
        "name": name,
        "masked": masked,
        "headings": columns,
        "lines": [cells_of(row, columns) for row in shown],
        "following": following,
        "labels": column_labels(disclosure.live.title, notice.kind.name, "公示名单"),
    }
    return render(request, "disclosures/lists/names.html", context)


def _village(request: PublicRequest, notice: NoticeList) -> Organisation | None:
    """The village asked for, or the only one there is."""
    villages = {total.village.slug: total.village for total in notice.totals}
    if len(villages) == 1:
        return next(iter(villages.values()))
    return villages.get(request.GET.get("village", ""))


def _page(request: PublicRequest, rows: Any, village: Organisation | None) -> tuple[list[Any], Any]:
    """Rows after the number that the address names, and the number that the next page begins at."""
    if village is not None:
        rows = rows.filter(village=village)
    start = request.GET.get("from", "")
    if start.isdecimal() and len(start) < 10:
        rows = rows.filter(number__gte=int(start))
    found = list(rows.order_by("number")[: ROWS_A_PAGE + 1])
    following = found[ROWS_A_PAGE].number if len(found) > ROWS_A_PAGE else None
    return found[:ROWS_A_PAGE], following
