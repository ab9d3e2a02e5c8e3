"""Issuing a summary: every figure is counted once more and fixed, with the digest of what it
counted."""

from dataclasses import asdict
from datetime import datetime
from typing import Any

from django.db import transaction

from portal.core import clock
from portal.core.staff.models import Staff
from portal.reports.figures.figure import Figure
from portal.reports.figures.fill import figures_for, names_in, unknown_told
from portal.reports.figures.records import digest_of_records
from portal.reports.papers.issue import Content, issue_paper
from portal.reports.summary.found import put_summary
from portal.reports.summary.known import known_for
from portal.reports.summary.models import Problem, WorkSummary

TEXTS = ("opening", "done")


@transaction.atomic
def issue(summary: WorkSummary, *, by: Staff, at: datetime | None = None) -> WorkSummary:
    """Make it public and fix it. Raises CannotMove, PermissionDenied."""
    summary = issue_paper(summary, _read, by=by, at=at)
    put_summary(summary)
    return summary


def _read(summary: WorkSummary) -> tuple[Content, list[str]]:
    if found := hindrances(summary):
        return {}, found
    return content_of(summary), []


def hindrances(summary: WorkSummary) -> list[str]:
    """What stands in the way of issuing it, each with its cure."""
    found = []
    if clock.today().year <= summary.year:
        found.append(f"{summary.year}年还没有结束，年后才能公布。")
    for name in TEXTS:
        if not getattr(summary, name).strip():
            label = WorkSummary._meta.get_field(name).verbose_name  # type: ignore[union-attr]
            found.append(f"“{label}”还没有写。")
    problems = problems_of(summary)
    if not problems:
        found.append("还没有写存在的问题，请至少写一条。")
    found += [f"“{one}”还没有写怎样改进。" for one in problems if not one.improvement.strip()]
    known = known_for(summary.township, summary.year)
    return found + unknown_told(texts_of(summary, problems), known)


def problems_of(summary: WorkSummary) -> list[Problem]:
    rows = Problem.objects.of(summary.township).filter(summary=summary)
    return list(rows.select_related("office", "measure__plan"))


def texts_of(summary: WorkSummary, problems: list[Problem]) -> list[str]:
    """Everything in it that may quote figures."""
    rows = (text for one in problems for text in (one.text, one.improvement))
    return [*(getattr(summary, name) for name in TEXTS), *rows]


def content_of(summary: WorkSummary) -> Content:
    """All that it says; each figure with its value, where it leads, and what it counted."""
    problems = problems_of(summary)
    texts = texts_of(summary, problems)
    known = known_for(summary.township, summary.year)
    figures = figures_for(summary.township, summary.year, *texts, known=known)
    return {
        "year": summary.year,
        "texts": {name: getattr(summary, name) for name in TEXTS},
        "problems": [_problem(one) for one in problems],
        "figures": {
            name: asdict(figures[name]) | {"records": _records(known[name], summary)}
            for name in names_in(*texts)
        },
    }


def _problem(one: Problem) -> dict[str, Any]:
    office = one.office.name if one.office else ""
    return {"text": one.text, "improvement": one.improvement, "office": office}


def _records(figure: Figure, summary: WorkSummary) -> str:
    """The digest of the records behind a figure; "" where they can't be told one by one."""
    if figure.rows is None:
        return ""
    return digest_of_records(figure.rows(summary.township, summary.year))
