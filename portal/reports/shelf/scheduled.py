"""The year's papers as routine publications: plan and summary answer 工作计划和总结, the report
answers 年度报告 in the catalogue's schedule, for the body that the catalogue names."""

from collections.abc import Iterator
from datetime import date, datetime

from django.db.models import F, OuterRef, QuerySet, Subquery, Value
from django.utils import timezone

from disclosures.catalogue.models import CatalogueEntry
from disclosures.schedule.elsewhere import Publication
from portal.core.township.models import Township
from portal.reports.annual.models import AnnualReport
from portal.reports.papers.models import Paper
from portal.reports.plan.models import WorkPlan
from portal.reports.summary.models import WorkSummary

# entries of the standard catalogue
CODES: tuple[tuple[type[Paper], str], ...] = (
    (AnnualReport, "G02-01"),
    (WorkPlan, "G02-02"),
    (WorkSummary, "G02-02"),
)


def papers_published(township: Township, since: date) -> Iterator[Publication]:
    """One query."""
    first, *others = (_of(kind, code, township, since) for kind, code in CODES)
    for code, body, at in first.union(*others, all=True):
        if body is not None:
            yield code, body, timezone.localdate(at)


def _of(
    kind: type[Paper], code: str, township: Township, since: date
) -> QuerySet[Paper, tuple[str, int | None, datetime]]:
    entry = CatalogueEntry.objects.filter(township=OuterRef("township"), code=code)
    issued = kind._default_manager.public(township)
    rows = issued.filter(issued_at__date__gte=since).order_by()
    named = rows.annotate(code=Value(code), body=Subquery(entry.values("publisher")))
    return named.values_list("code", "body", F("issued_at"))
