"""A village's books as residents read them: published periods and their entries alone."""

from dataclasses import replace
from datetime import date
from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from disclosures.questions.ask import ask
from disclosures.questions.page_names import Subject as Asked
from disclosures.questions.states import Kind
from finance.accounts.models import rules_for
from finance.ledger.chain import canonical, previous_of
from finance.ledger.entry_table import COLUMNS, lines
from finance.ledger.figures import by_period, by_subject, together, totals_of
from finance.ledger.filters import EntryFilter
from finance.ledger.models import LedgerEntry, Period
from finance.ledger.punctuality import Due, dues_of
from finance.ledger.running import with_balance
from portal.core import clock
from portal.core.labels import Labels, column_labels
from portal.core.organisations.models import Organisation
from portal.core.paging import Page, keyset_page
from portal.core.public_page import PublicRequest, public_page
from portal.spreadsheets.download import file_of, wants_file

ENTRIES_A_PAGE = 50
MOST_ROWS = 50_000
NARROWING = ("q", "direction", "account", "subject", "least", "large")


@public_page
def ledger(request: PublicRequest, slug: str) -> HttpResponseBase:
    """The village's year: what came, what went, each period, and a search over every entry."""
    village = _village(request, slug)
    public = Period.objects.public(request.township).filter(village=village)
    years = [day.year for day in public.dates("first", "year", order="DESC")]
    entries = LedgerEntry.objects.public(request.township).filter(period__village=village)
    narrowed = EntryFilter(request.GET, entries, village, years)
    if wants_file(request):
        return _download(request, narrowed.qs, f"{village.name}收支明细")
    year = _year(request, years)
    periods = public.filter(first__year=year).select_related("village")
    found = by_period(periods.order_by("-first").prefetch_related("balances"))
    address = f"{reverse('finance:ledger', args=[slug])}?year={year}"
    searching = any(request.GET.get(name) for name in NARROWING)
    context = {
        "village": village,
        "years": years,
        "year": year,
        "periods": found,
        "totals": together(found),
        "subjects": by_subject(entries.filter(period__in=periods.values("pk")), address),
        "rules": rules_for(village),
        "overdue": _overdue(village),
        "today": clock.today(),
        "filter": narrowed,
        "page": _page(narrowed.qs, request) if searching else None,
        "count": narrowed.qs.count() if searching else 0,
        "labels": _labels(f"{village.name}收支明细"),
    }
    return render(request, "finance/ledger/ledger.html", context)


@public_page
def period(request: PublicRequest, slug: str, key: tuple[date, int]) -> HttpResponseBase:
    """One period: balances that prove, every entry in the order of the books, the digest."""
    found = _period(request, slug, key)
    entries = LedgerEntry.objects.filter(period=found)
    narrowed = EntryFilter(request.GET, entries, found.village, [])
    if wants_file(request):
        return _download(request, narrowed.qs, f"{found.village.name}{found.name}收支明细")
    balances = list(found.balances.select_related("account"))
    context = {
        "period": found,
        "village": found.village,
        "balances": balances,
        "totals": totals_of(balances),
        "subjects": by_subject(entries, found.get_absolute_url()),
        "filter": narrowed,
        "page": _page(narrowed.qs, request, size=ENTRIES_A_PAGE, rising=True),
        "count": narrowed.qs.count(),
        "rules": rules_for(found.village),
        **_neighbours(found),
        "labels": _labels(f"{found.village.name}{found.name}收支明细"),
    }
    return render(request, "finance/ledger/period.html", context)


@public_page
def canonical_text(request: PublicRequest, slug: str, key: tuple[date, int]) -> HttpResponse:
    """What the digest is made of, byte for byte."""
    found = _period(request, slug, key)
    before = previous_of(found)
    text = "".join(f"{line}\n" for line in canonical(found, before.digest if before else ""))
    return HttpResponse(text.encode(), content_type="text/plain; charset=utf-8")


@public_page
def entry(request: PublicRequest, slug: str, key: tuple[date, int], number: int) -> HttpResponse:
    """One receipt or payment with everything that belongs to it; its address is for ever."""
    found = _entry(request, slug, key, number)
    context = {
        "entry": found,
        "period": found.period,
        "village": found.period.village,
        "vouchers": found.vouchers.all(),
        "labels": _labels(f"{found.period.village.name}收支：{found.purpose}"),
    }
    return render(request, "finance/ledger/entry.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def ask_about(request: Any, slug: str, key: tuple[date, int], number: int) -> HttpResponse:
    """A resident's question about an entry goes to the village that keeps the books."""
    found = _entry(request, slug, key, number)
    name = f"{found.period.village.name}{found.on:%Y-%m-%d}“{found.purpose}”{found.amount} 元"
    about = Asked(found.get_absolute_url(), name, found.period.village)
    return ask(request, about, Kind.QUESTION)


def _village(request: Any, slug: str) -> Organisation:
    return get_object_or_404(Organisation.objects.of(request.township).villages(), slug=slug)


def _period(request: Any, slug: str, key: tuple[date, int]) -> Period:
    first, months = key
    public = Period.objects.public(request.township).select_related("village__township")
    found = get_object_or_404(public, village__slug=slug, first=first)
    if found.months != months:
        return get_object_or_404(public.none())
    return found


def _entry(request: Any, slug: str, key: tuple[date, int], number: int) -> LedgerEntry:
    public = LedgerEntry.objects.public(request.township).told()
    return get_object_or_404(
        with_balance(public), pk=number, period__village__slug=slug, period__first=key[0]
    )


def _page(entries: Any, request: PublicRequest, **way: Any) -> Page:
    """A page of entries by their keys alone, then told: what an entry is told with is not joined
    to all of a village's."""
    keys = keyset_page(entries.only("on"), request.GET, field="on", **way)
    found = with_balance(LedgerEntry.objects.told()).in_bulk([one.pk for one in keys.items])
    return replace(keys, items=[found[one.pk] for one in keys.items])


def _year(request: PublicRequest, years: list[int]) -> int | None:
    asked = request.GET.get("year", "")
    if asked in map(str, years):
        return int(asked)
    return years[0] if years else None


def _overdue(village: Organisation) -> list[Due]:
    """What the village still owes of this year and the one before."""
    today = clock.today()
    found = [
        due
        for year in (today.year, today.year - 1)
        for one in dues_of(village.township, year, today, village)
        for due in one.late(today)
    ]
    return sorted(found, key=lambda due: due.first)


def _neighbours(found: Period) -> dict[str, Period | None]:
    public = Period.objects.public(found.township).filter(village=found.village)
    public = public.select_related("village")
    return {
        "earlier": public.filter(first__lt=found.first).order_by("-first").first(),
        "later": public.filter(first__gt=found.first).order_by("first").first(),
    }


def _download(request: PublicRequest, entries: Any, name: str) -> HttpResponseBase:
    site = f"{request.scheme}://{request.get_host()}"
    rows = with_balance(entries.told()).order_by("on", "pk")[:MOST_ROWS]
    answer = file_of(request, name, COLUMNS, lines(rows.iterator(chunk_size=2_000), site))
    patch_cache_control(answer, public=True, max_age=60)
    return answer


def _labels(name: str) -> Labels:
    return column_labels(name, "村级财务收支，逐笔公开", "村（社区）公开")
