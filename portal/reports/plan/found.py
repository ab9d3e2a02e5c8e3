"""An issued plan as the search finds it: with its measures, and those added later."""

from collections.abc import Iterator

from portal.reports.papers.found import put_paper
from portal.reports.plan.models import WorkPlan
from portal.reports.plan.public import public_measures


def put_plan(plan: WorkPlan) -> None:
    put_paper(plan, _words(plan), "工作计划 工作要点 今年打算")


def _words(plan: WorkPlan) -> Iterator[str]:
    yield plan.issued["opening"]
    for measure in public_measures(plan):
        told = measure.issued
        yield f"{told['title']} {told['text']} {told['office']} {told['note']}".strip()
