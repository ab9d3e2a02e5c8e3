"""A year's summary: each of its figures leads to the records that it counted."""

from django.http import Http404, HttpResponse
from django.shortcuts import render

from portal.core.labels import article_labels
from portal.core.public_page import PublicRequest, public_page
from portal.reports.figures.passages import passages_of
from portal.reports.papers.data import data_of, wants_data
from portal.reports.papers.download import document_file, wants_document
from portal.reports.plan.public import issued_plan
from portal.reports.summary.document import HEADINGS, document_of
from portal.reports.summary.models import WorkSummary
from portal.reports.summary.public import (
    figures_of,
    improvement_lines,
    issued_summary,
    problem_lines,
)

COLUMN = "工作计划和总结"


@public_page
def summary(request: PublicRequest, year: int) -> HttpResponse:
    found = issued_summary(request.township, year)
    if found is None:
        raise Http404
    found.township = request.township
    if wants_document(request):
        return document_file(request, document_of(found))
    if wants_data(request):
        return data_of(found)
    figures, texts = figures_of(found), found.issued["texts"]
    chapters = (texts["done"], *("\n".join(one) for one in _numbered(found)))
    context = {
        "summary": found,
        "opening": list(passages_of(texts["opening"], figures)),
        "chapters": [
            (heading, list(passages_of(text, figures)))
            for heading, text in zip(HEADINGS, chapters, strict=True)
        ],
        "figures": figures,
        "plan": issued_plan(request.township, year),
        "labels": article_labels(
            str(found),
            found.issued_at,  # type: ignore[arg-type]
            request.township.full_name,
            column=COLUMN,
            kind=COLUMN,
        ),
    }
    return render(request, "reports/summary/summary.html", context)


def _numbered(found: WorkSummary) -> tuple[list[str], list[str]]:
    return problem_lines(found), improvement_lines(found)
