"""Pages over all villages, and the way in to public money."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count, Max, Min, Sum
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render

from finance.ledger.chain import ENTRY, verify
from finance.ledger.entry_table import COLUMNS, lines
from finance.ledger.models import LedgerEntry, Period
from finance.ledger.punctuality import counted
from finance.ledger.running import with_balance
from finance.ledger.states import State
from finance.oversight.compare import VillageYear, compare
from finance.oversight.home import doors_of
from finance.oversight.large import LargeFilter
from portal.core import clock
from portal.core.labels import column_labels
from portal.core.organisations.models import Organisation
from portal.core.paging import keyset_page
from portal.core.public_page import PublicRequest, public_page
from portal.spreadsheets.download import file_of, wants_file

MOST_ROWS = 50_000
VILLAGES_A_PAGE = 40
VILLAGE_COLUMNS = (
    "村（社区）",
    "人口",
    "已公开期数",
    "应公开期数",
    "逾期期数",
    "收入（元）",
    "支出（元）",
    "人均收入（元）",
    "人均支出（元）",
)


@public_page
def home(request: PublicRequest) -> HttpResponse:
    """财政资金: what people ask about public money, each with the way to its answer."""
    township, now = request.township, clock.now()
    context = {
        "doors": doors_of(township, now),
        "labels": column_labels("财政资金", "预算、决算、村级收支、项目和审计", "重点领域信息公开"),
    }
    return render(request, "finance/oversight/home.html", context)


@public_page
def villages(request: PublicRequest) -> HttpResponseBase:
    """Which villages published, which are late, what each took in and spent."""
    years = _years(request)
    year = _asked_year(request, years)
    today = clock.today()
    found = compare(request.township, year, today)
    if wants_file(request):
        return file_of(request, f"{year}年各村收支对比", VILLAGE_COLUMNS, map(_village_row, found))
    due, public, late = counted((one.dues for one in found), today)
    page = Paginator(found, VILLAGES_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "villages": page.object_list,
        "page": page,
        "years": years,
        "year": year,
        "today": today,
        "due": due,
        "public": public,
        "late": late,
        "labels": column_labels("各村收支对比", "各村按时公开了没有，收支多少", "村（社区）公开"),
    }
    return render(request, "finance/oversight/villages.html", context)


@public_page
def large_expenses(request: PublicRequest) -> HttpResponseBase:
    """Every expense of a year that the village assembly had to agree to, the latest first."""
    years = _years(request)
    year = _asked_year(request, years)
    entries = LedgerEntry.objects.public(request.township).filter(large=True, on__year=year)
    narrowed = LargeFilter(request.GET, entries, request.township)
    if wants_file(request):
        site = f"{request.scheme}://{request.get_host()}"
        rows = with_balance(narrowed.qs.told()).order_by("-on", "-pk")[:MOST_ROWS]
        return file_of(request, f"{year}年各村大额支出", COLUMNS, lines(rows.iterator(2_000), site))
    context = {
        "years": years,
        "year": year,
        "filter": narrowed,
        "query": f"year={year}&{narrowed.query}",
        "page": keyset_page(narrowed.qs.told(), request.GET, field="on"),
        **narrowed.qs.aggregate(count=Count("pk"), sum=Sum("amount")),
        "labels": column_labels("大额支出", "各村大额支出和依据的决议", "村（社区）公开"),
    }
    return render(request, "finance/oversight/large_expenses.html", context)


@public_page
def verify_chains(request: PublicRequest) -> HttpResponse:
    """Recompute a village's chain while the reader waits, and say how anybody can do it."""
    places = Organisation.objects.of(request.township).villages()
    asked = places.filter(slug=request.GET.get("village", "")).first()
    published = Period.objects.public(request.township).order_by()
    latest = dict(published.values_list("village").annotate(Max("first")))
    context = {
        "villages": [(place, latest.get(place.pk)) for place in places],
        "asked": asked,
        "verified": verify(asked) if asked else None,
        "fields": ENTRY.split("|"),
        "labels": column_labels("核验账目", "已公开的账有没有被改动过", "村（社区）公开"),
    }
    return render(request, "finance/oversight/verify.html", context)


def _years(request: PublicRequest) -> list[int]:
    """From the first published period to the last, the latest first; one query."""
    span = Period.objects.of(request.township).filter(state=State.PUBLISHED)
    found: Any = span.aggregate(first=Min("first"), last=Max("last"))
    if found["first"] is None:
        return []
    return list(range(found["last"].year, found["first"].year - 1, -1))


def _asked_year(request: PublicRequest, years: list[int]) -> int:
    asked = request.GET.get("year", "")
    if asked in map(str, years):
        return int(asked)
    return years[0] if years else clock.today().year


def _village_row(one: VillageYear) -> tuple[Any, ...]:
    return (
        one.village.name,
        one.village.population or "",
        one.published,
        len(one.dues.dues),
        len(one.late),
        one.income,
        one.expense,
        one.income_per_head if one.income_per_head is not None else "",
        one.expense_per_head if one.expense_per_head is not None else "",
    )
