"""/search/: one box over everything public."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone

from disclosures.catalogue.categories import BY_SLUG, CATEGORIES
from portal.core import clock
from portal.core.guard import too_often
from portal.core.labels import column_labels
from portal.core.organisations.models import Organisation
from portal.core.public_page import PublicRequest, public_page
from portal.search.marks import excerpt, marked
from portal.search.misses import count_miss
from portal.search.models import SearchDocument
from portal.search.query import LONGEST, Answer, Chosen, search
from portal.search.suggest import corrected, related, suggestions

Kind = SearchDocument.Kind
MOST_JSON = 600  # answers for programs to one address in an hour
MOST_VALUES = 12  # of a facet
KEPT = ("q", "kind", "category", "body", "year", "sort")


@public_page
def search_page(request: PublicRequest) -> HttpResponse:
    """What answers `q`, as a page or (`format=json`) for programs."""
    as_json = request.GET.get("format") == "json"
    if as_json and too_often(request, "search", MOST_JSON):
        return JsonResponse({"error": "请求太多，请过一会儿再试。"}, status=429)
    question = " ".join(request.GET.get("q", "").split())[:LONGEST]
    bodies = {body.slug: body for body in Organisation.objects.of(request.township)}
    chosen = _chosen(request, bodies)
    answer = _answer(request, question, chosen)
    instead = ""
    if question and not answer.count and chosen == Chosen():
        count_miss(request.township, question, clock.today())
        instead = corrected(question, request.township, clock.now())
        if instead:
            answer = _answer(request, instead, chosen)
    if as_json:
        told = _as_data(request, question, answer, instead, bodies)
        return JsonResponse(told, json_dumps_params={"ensure_ascii": False})
    context = {
        "question": question,
        "answer": answer,
        "instead": instead if answer.count else "",
        "results": [_result(document, answer.words) for document in answer.documents],
        "facets": _facets(request, answer, chosen, bodies),
        "by_date": request.GET.get("sort") == "date",
        "related": related(question) if question and not answer.count else [],
        "categories": CATEGORIES,
        "address": _address(request),
        "labels": column_labels("站内查找", "查找本镇公开的一切信息", "便民查询"),
    }
    return render(request, "site/search/search.html", context)


def _chosen(request: PublicRequest, bodies: dict[str, Organisation]) -> Chosen:
    """What the answer is narrowed by; what isn't known narrows nothing."""
    kind, category = request.GET.get("kind", ""), request.GET.get("category", "")
    body, year = bodies.get(request.GET.get("body", "")), request.GET.get("year", "")
    return Chosen(
        kind=kind if kind in Kind.values else "",
        category=category if category in BY_SLUG else "",
        organisation_id=body.pk if body else None,
        year=int(year) if year.isdecimal() and len(year) == 4 else None,
    )


def _answer(request: PublicRequest, question: str, chosen: Chosen) -> Answer:
    page = request.GET.get("page", "")
    return search(
        question,
        request.township,
        clock.now(),
        chosen=chosen,
        by_date=request.GET.get("sort") == "date",
        page=int(page) if page.isdecimal() and len(page) < 4 else 1,
    )


def _result(document: SearchDocument, words: tuple[str, ...]) -> dict[str, Any]:
    return {
        "document": document,
        "title": marked(document.title, words),
        "excerpt": excerpt(document.text, words),
    }


def _facets(
    request: PublicRequest, answer: Answer, chosen: Chosen, bodies: dict[str, Organisation]
) -> list[dict[str, Any]]:
    """The ways to narrow, each value with how many it leads to and the address that leads there."""
    by_key = {body.pk: body for body in bodies.values()}
    villages = {key: body.name for key, body in by_key.items() if body.is_village}
    offices = {key: body.name for key, body in by_key.items() if not body.is_village}
    # label, field, parameter, names of the values; where there are none the value is a year
    ways: list[tuple[str, str, str, dict[Any, str]]] = [
        ("种类", "kind", "kind", dict(Kind.choices)),
        ("重点类别", "category", "category", {c.slug: c.name for c in CATEGORIES}),
        ("机构", "organisation_id", "body", offices),
        ("村（社区）", "organisation_id", "body", villages),
        ("年份", "year", "year", {}),
    ]
    found = []
    for label, field, parameter, names in ways:
        current = getattr(chosen, field)
        shown = [
            {
                "name": names.get(value, f"{value}年"),
                "count": count,
                "current": value == current,
                "address": _address(request, **{parameter: _told(field, value, by_key)}),
            }
            for value, count in _sorted(field, answer.facets.get(field, {}))
            if value in names or not names and field == "year"
        ][:MOST_VALUES]
        if shown:
            narrowed = bool(current) and (current in names or not names)
            without = _address(request, **{parameter: None}) if narrowed else ""
            found.append({"label": label, "values": shown, "without": without})
    return found


def _sorted(field: str, counts: Mapping[Any, int]) -> list[tuple[Any, int]]:
    """Years from the last on, the others from the most on."""
    if field == "year":
        return sorted(counts.items(), reverse=True)
    return sorted(counts.items(), key=lambda pair: (-pair[1], str(pair[0])))


def _told(field: str, value: Any, by_key: Mapping[int, Organisation]) -> Any:
    """A value as the address says it."""
    return by_key[value].slug if field == "organisation_id" else value


def _address(request: PublicRequest, **changed: Any) -> str:
    """The query of this page with something changed, back on the first page."""
    query = request.GET.copy()
    for name in list(query):
        if name not in KEPT:
            del query[name]
    for name, value in changed.items():
        query.pop(name, None)
        if value is not None:
            query[name] = str(value)
    return f"?{query.urlencode()}"


def _as_data(
    request: PublicRequest,
    question: str,
    answer: Answer,
    instead: str,
    bodies: dict[str, Organisation],
) -> dict[str, Any]:
    """The answer for programs; addresses are whole."""
    names = {body.pk: body.name for body in bodies.values()}
    villages = {body.pk for body in bodies.values() if body.is_village}
    of_bodies = {
        key: n for key, n in answer.facets.get("organisation_id", {}).items() if key in names
    }
    return {
        "query": question,
        "instead": instead,
        "related": related(question) if question and not answer.count else [],
        "count": answer.count,
        "capped": answer.capped,
        "page": answer.page,
        "pages": answer.pages,
        "results": [
            {
                "title": document.title,
                "url": request.build_absolute_uri(document.url),
                "kind": document.kind,
                "organisation": names.get(document.organisation_id or 0, ""),
                "category": document.category,
                "published_on": timezone.localdate(document.published_at).isoformat()
                if document.year
                else None,
                "excerpt": document.text[:120],
                "highlights": {
                    "title": marked(document.title, answer.words),
                    "text": excerpt(document.text, answer.words),
                },
            }
            for document in answer.documents
        ],
        "facets": {
            "kind": dict(answer.facets.get("kind", {})),
            "category": dict(answer.facets.get("category", {})),
            "year": {str(year): n for year, n in answer.facets.get("year", {}).items()},
            "organisation": {names[key]: n for key, n in of_bodies.items()},
            "body": {names[key]: n for key, n in of_bodies.items() if key not in villages},
            "village": {names[key]: n for key, n in of_bodies.items() if key in villages},
        },
    }


@public_page
def suggest(request: PublicRequest) -> JsonResponse:
    """Words that go on from what is being typed."""
    typed = request.GET.get("q", "")[:30]
    return JsonResponse({"suggestions": suggestions(typed, request.township, clock.now())})
