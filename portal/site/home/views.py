"""The home page, built around what people come for, and the guide (公开指南)."""

from django.http import HttpResponse
from django.shortcuts import render

from disclosures.catalogue.models import CatalogueEntry
from disclosures.catalogue.tree import counts_by_entry, tree
from disclosures.flow.timeliness import on_time_by_issuer, total_of
from disclosures.guides.public import events_with_counts, public_guides
from disclosures.items.listing import public_items
from disclosures.lists.public import on_notice, public_lists, with_sums
from disclosures.questions.models import Question
from portal.core import clock
from portal.core.labels import column_labels
from portal.core.organisations.models import Organisation
from portal.core.public_page import PublicRequest, public_page
from portal.core.workdays.limits import DISCLOSURE_LIMIT
from portal.site.home.figures import category_figures

NEWEST, MOST_LISTS, MOST_QUESTIONS = 8, 4, 4
# what people type most, in their own words
OFTEN_ASKED = ("低保", "补贴", "医保", "预算", "收支", "招生")


@public_page
def home(request: PublicRequest) -> HttpResponse:
    items = public_items(request)
    bodies = list(Organisation.objects.of(request.township).filter(active=True))
    now, today = clock.now(), clock.today()
    year = today.year
    context = {
        "often_asked": OFTEN_ASKED,
        "figures": category_figures(items),
        "lists": with_sums(on_notice(public_lists(request.township, now), today))[:MOST_LISTS],
        "events": events_with_counts(public_guides(request.township, now)),
        "questions": Question.objects.public(request.township, now)[:MOST_QUESTIONS],
        "newest": items.without_bodies()[:NEWEST],
        "villages": [body for body in bodies if body.is_village],
        "offices": [body for body in bodies if not body.is_village],
        "year": year,
        "timeliness": total_of(on_time_by_issuer(request.township, year)),
        "labels": column_labels("首页", f"{request.township.full_name}政务公开", "首页"),
    }
    return render(request, "site/home/home.html", context)


@public_page
def guide(request: PublicRequest) -> HttpResponse:
    """What is public, how it is arranged, how to get it, whom to ask (条例 art. 12)."""
    entries = CatalogueEntry.objects.of(request.township).filter(active=True)
    context = {
        "branches": tree(entries, counts_by_entry(public_items(request))),
        "limit": DISCLOSURE_LIMIT,
        "labels": column_labels("公开指南", "怎样查找和获取本镇政府信息", "政府信息公开指南"),
    }
    return render(request, "site/home/guide.html", context)
