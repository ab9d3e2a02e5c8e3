"""Programmes as residents look for them, compare them and ask whether one may be for them."""

from typing import Any

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render

from disclosures.items.models import Disclosure
from disclosures.items.querysets import DisclosureQuerySet
from disclosures.programmes.eligibility import Standing, Then, walk
from disclosures.programmes.export import LIST_COLUMNS, list_rows, year_columns, year_rows
from disclosures.programmes.filters import ProgrammeFilter
from disclosures.programmes.forms import PersonForm, answers_in, back_to
from disclosures.programmes.public import (
    by_area,
    over,
    public_programmes,
    running,
    sorted_for,
    with_key,
)
from disclosures.programmes.table import year_table, years_asked
from disclosures.programmes.unkept import keeps_nothing
from disclosures.programmes.years import heading
from portal.core import clock
from portal.core.labels import column_labels
from portal.core.posted import posted
from portal.core.public_page import PublicRequest, public_page
from portal.spreadsheets.download import file_of, wants_file

KIND = "重点领域信息公开"
CHECK_LABELS = column_labels("我能享受哪些", "回答几个问题，看看哪些惠民政策可能适合", KIND)


def _all(request: PublicRequest) -> DisclosureQuerySet:
    return public_programmes(request.township, clock.now())


def _running(request: PublicRequest) -> DisclosureQuerySet:
    return running(_all(request), clock.today())


def _with_checks(request: PublicRequest) -> DisclosureQuerySet:
    return _running(request).prefetch_related("live__check_questions")


@public_page
def benefits(request: PublicRequest) -> HttpResponseBase:
    """What one may be entitled to, by area of life, with what holds today."""
    chosen = ProgrammeFilter(request.GET, _running(request))
    groups = by_area(chosen.qs)
    if wants_file(request):
        rows = list_rows(request, groups)
        return file_of(request, f"{request.township.name}惠民项目", LIST_COLUMNS, rows)
    context = {
        "filter": chosen,
        "groups": groups,
        "count": sum(len(group.items) for group in groups),
        "over": [] if chosen.chosen() else over(_all(request), clock.today()),
        "today": clock.today(),
        "labels": column_labels("惠民补贴", "惠民项目、标准、申请办法和咨询电话", KIND),
    }
    return render(request, "disclosures/programmes/benefits.html", context)


@public_page
def standards(request: PublicRequest) -> HttpResponseBase:
    """All standards in one table, year against year."""
    today = clock.today()
    chosen = ProgrammeFilter(request.GET, _running(request))
    offered, years = years_asked(request.GET.get("year", ""), chosen.qs, today)
    groups = year_table(chosen.qs, years, today)
    if wants_file(request):
        columns = year_columns(years, today)
        name = f"{request.township.name}惠民补贴标准"
        return file_of(request, name, columns, year_rows(request, groups))
    context = {
        "filter": chosen,
        "offered": offered,
        "years": years,
        "headings": [heading(year, today) for year in years],
        "groups": groups,
        "count": sum(len(group.lines) for group in groups),
        "today": today,
        "labels": column_labels("惠民补贴标准", "各项惠民补贴历年标准对照", KIND),
    }
    return render(request, "disclosures/programmes/standards.html", context)


@public_page
def programme(request: PublicRequest, key: str) -> HttpResponseBase:
    """The short address leads to the item."""
    return redirect(_named(request, key))


@keeps_nothing
def check(request: PublicRequest) -> HttpResponse:
    """Which of all programmes may fit somebody."""
    form = PersonForm(posted(request))
    context: dict[str, Any] = {"form": form, "labels": CHECK_LABELS}
    if request.method == "POST" and form.is_valid():
        context |= {"found": sorted_for(form.person, _with_checks(request))}
        return render(request, "disclosures/programmes/fitting.html", context)
    status = 400 if form.errors else 200
    return render(request, "disclosures/programmes/check.html", context, status=status)


@keeps_nothing
def programme_check(request: PublicRequest, key: str) -> HttpResponseBase:
    """One question after the other; the answers so far travel in the form itself."""
    item = _named(request, key)
    live = item.live.programme
    if item.validity != "有效" or not live.asks:
        return redirect(item)
    answers = back_to(answers_in(request.POST), request.POST.get("back", ""))
    standing = walk(live.asks, answers)
    forgotten = _forgotten(request, standing)
    context = {
        "item": item,
        "part": live,
        "standing": standing,
        "fits": standing.verdict is not Then.UNLIKELY,
        "left": len(live.asks) - len(standing.given),
        "forgotten": forgotten,
        "labels": column_labels(f"{item.live.title}自测", live.what, KIND),
    }
    status = 400 if forgotten else 200
    template = "question" if standing.ask else "verdict"
    return render(request, f"disclosures/programmes/{template}.html", context, status=status)


def _forgotten(request: PublicRequest, standing: Standing) -> bool:
    """Whether the question that was just put came back without an answer."""
    asked = request.POST.get("asked", "")
    return standing.ask is not None and asked == str(standing.ask.number)


def _named(request: PublicRequest, key: str) -> Disclosure:
    found = with_key(_all(request), key)
    if found is None:
        raise Http404
    return found
