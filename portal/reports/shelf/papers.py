"""All papers of the year that are public, together: what is planned, done, reported."""

from collections import defaultdict

from portal.core.township.models import Township
from portal.reports.annual.models import AnnualReport
from portal.reports.papers.models import Paper
from portal.reports.plan.models import Measure, WorkPlan
from portal.reports.summary.models import WorkSummary

# in the order of the year
KINDS: tuple[type[Paper], ...] = (WorkPlan, WorkSummary, AnnualReport)


def public_papers(township: Township) -> list[Paper]:
    """Without their words; three queries."""
    rows = (kind._default_manager.public(township) for kind in KINDS)
    return [paper for found in rows for paper in found.only("year", "issued_at", "township")]


def by_year(township: Township) -> list[tuple[int, list[Paper]]]:
    """The newest year first."""
    found: dict[int, list[Paper]] = defaultdict(list)
    for paper in public_papers(township):
        found[paper.year].append(paper)
    return sorted(found.items(), reverse=True)


def addresses(township: Township) -> list[str]:
    """Of the papers and of every measure: for the site map."""
    measures = Measure.objects.public(township).select_related("plan").order_by("plan", "number")
    return [one.get_absolute_url() for one in [*public_papers(township), *measures]]
