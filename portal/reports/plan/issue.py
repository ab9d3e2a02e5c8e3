"""Issuing a plan: its measures get their numbers, and with its words they are fixed."""

from collections.abc import Iterator
from datetime import datetime

from django.db import transaction

from portal.core import clock
from portal.core.staff.models import Staff
from portal.reports.figures.known import known_figures
from portal.reports.papers.issue import digest_of, issue_paper
from portal.reports.plan.content import Content, measure_content, numbered, plan_content
from portal.reports.plan.found import put_plan
from portal.reports.plan.models import Measure, WorkPlan


@transaction.atomic
def issue(plan: WorkPlan, *, by: Staff, at: datetime | None = None) -> WorkPlan:
    """Make it public and fix it. Raises CannotMove, PermissionDenied."""
    at = at or clock.now()
    plan = issue_paper(plan, _read, by=by, at=at)
    for number, measure in numbered(measures_of(plan)):
        fix(measure, number, by=by, at=at)
    put_plan(plan)
    return plan


def fix(measure: Measure, number: int, *, by: Staff, at: datetime) -> None:
    """Give it its number and keep what it says, for good."""
    measure.number, measure.issued = number, measure_content(measure, number)
    measure.digest = digest_of(measure.issued)
    measure.issued_at, measure.issued_by = at, by
    measure.save(update_fields=["number", "issued", "digest", "issued_at", "issued_by"])


def measures_of(plan: WorkPlan) -> list[Measure]:
    rows = Measure.objects.of(plan.township).filter(plan=plan).order_by("position", "pk")
    return list(rows.select_related("office", "replaces", "plan").prefetch_related("entries"))


def _read(plan: WorkPlan) -> tuple[Content, list[str]]:
    measures = measures_of(plan)
    return plan_content(plan, measures), found_in(plan, measures)


def hindrances(plan: WorkPlan) -> list[str]:
    """What stands in the way of issuing it, each with its cure."""
    return found_in(plan, measures_of(plan))


def found_in(plan: WorkPlan, measures: list[Measure]) -> list[str]:
    found = []
    if not plan.opening.strip():
        found.append("“总体要求”还没有写。")
    if not measures:
        found.append("还没有措施，请至少写一项。")
    return found + [line for measure in measures for line in measure_lacks(measure)]


def measure_lacks(measure: Measure) -> Iterator[str]:
    named = f"“{measure.title}”"
    if measure.office is None:
        yield f"{named}还没有责任单位。"
    if measure.due_on is None:
        yield f"{named}还没有完成时限。"
    elif measure.due_on.year != measure.plan.year:
        yield f"{named}的完成时限不在{measure.plan.year}年。"
    known = known_figures()
    for name in measure.figure_names:
        if name not in known:
            yield f"{named}：没有叫“{name}”的数，请核对名称。"
