"""A year's plan, and each of its measures with where it stands."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render

from portal.core.labels import article_labels
from portal.core.public_page import PublicRequest, public_page
from portal.reports.figures.fill import figures_named
from portal.reports.papers.data import data_of, wants_data
from portal.reports.papers.download import document_file, wants_document
from portal.reports.plan.document import document_of
from portal.reports.plan.models import WorkPlan
from portal.reports.plan.progress import progress_of
from portal.reports.plan.public import (
    Told,
    chapters_of,
    issued_plan,
    lines_of,
    public_measures,
    supplements_of,
)

COLUMN = "工作计划和总结"


@public_page
def plan(request: PublicRequest, year: int) -> HttpResponse:
    found = _plan(request, year)
    if wants_document(request):
        return document_file(request, document_of(found))
    if wants_data(request):
        return data_of(found)
    lines = lines_of(found)
    context = {
        "plan": found,
        "chapters": chapters_of(lines),
        "supplements": supplements_of(lines),
        "amiss": sum(line.standing.stage.amiss for line in lines),
        "count": len(lines),
        "labels": _labels(request, found, str(found)),
    }
    return render(request, "reports/plan/plan.html", context)


@public_page
def measure(request: PublicRequest, year: int, number: int) -> HttpResponse:
    found = _plan(request, year)
    one = get_object_or_404(public_measures(found), number=number)
    told = Told(one.issued)
    later = one.replaced_by.filter(issued_at__isnull=False).first()
    context = {
        "plan": found,
        "measure": one,
        "told": told,
        "standing": progress_of(found).standing(one),
        "figures": figures_named(request.township, year, one.issued["figures"]),
        "earlier": one.replaces,
        "later": later,
        "carried_from": one.carried_from.select_related("summary").first(),
        "labels": _labels(request, found, one.issued["title"]),
    }
    return render(request, "reports/plan/measure.html", context)


def _plan(request: PublicRequest, year: int) -> WorkPlan:
    found = issued_plan(request.township, year)
    if found is None:
        raise Http404
    found.township = request.township
    return found


def _labels(request: PublicRequest, found: WorkPlan, title: str) -> dict[str, Any]:
    issued_at = found.issued_at
    issuer = request.township.full_name
    return article_labels(title, issued_at, issuer, column=COLUMN, kind=COLUMN)  # type: ignore[arg-type]
