"""All papers of the year that are public, together: what is planned, done, reported."""

from collections import defaultdict

from django.db.models import Value
from django.urls import reverse

from portal.core.township.models import Township
from portal.reports.annual.models import AnnualReport
from portal.reports.papers.models import Paper
from portal.reports.plan.models import Measure, WorkPlan
from portal.reports.summary.models import WorkSummary

# in the order of the year, each with the name of its address
ROUTES: dict[type[Paper], str] = {WorkPlan: "plan", WorkSummary: "summary", AnnualReport: "annual"}


def public_papers(township: Township) -> list[Paper]:
    """Without their words; three queries."""
    rows = (kind._default_manager.public(township) for kind in ROUTES)
    return [paper for found in rows for paper in found.only("year", "issued_at", "township")]


def by_year(township: Township) -> list[tuple[int, list[Paper]]]:
    """The newest year first."""
    found: dict[int, list[Paper]] = defaultdict(list)
    for paper in public_papers(township):
        found[paper.year].append(paper)
    return sorted(found.items(), reverse=True)


def addresses(township: Township) -> list[str]:
    """Of the papers and of every measure, for the site map; one query."""
    measures = Measure.objects.public(township).order_by()
    rows = measures.values_list(Value("measure"), "plan__year", "number")
    papers = (
        kind._default_manager.public(township)
        .order_by()
        .values_list(Value(route), "year", Value(0))
        for kind, route in ROUTES.items()
    )
    return [
        reverse(f"reports:{route}", args=[year, number] if number else [year])
        for route, year, number in sorted(rows.union(*papers, all=True))
    ]
