"""What a summary wants to become better, carried into the next year's plan as measures."""

import re
from datetime import date

from django.db import transaction

from disclosures.flow.refusal import CannotMove
from portal.core.staff.models import Staff
from portal.core.trail.record import record
from portal.reports.figures.fill import fill
from portal.reports.papers.issue import locked
from portal.reports.papers.may import require_writer
from portal.reports.plan.begin import begin
from portal.reports.plan.models import Measure, WorkPlan
from portal.reports.summary.issue import problems_of
from portal.reports.summary.models import Problem, WorkSummary
from portal.reports.summary.public import figures_of

CHAPTER = "改进上年的问题"
LONGEST_TITLE = 30
AFTER_OTHERS = 900


@transaction.atomic
def carry_into_plan(summary: WorkSummary, *, by: Staff) -> WorkPlan:
    """Make a measure of every improvement that isn't one yet; the plan is begun if there is none.
    In a plan that is public they wait as supplements. Raises CannotMove, PermissionDenied."""
    require_writer(summary, by)
    summary = locked(summary)
    if not summary.is_issued:
        raise CannotMove("总结公布以后，才能把改进列入下年计划。")
    waiting = [one for one in problems_of(summary) if one.measure is None]
    if not waiting:
        raise CannotMove("各项改进都已列入下年计划。")
    plans = WorkPlan.objects.of(summary.township).filter(year=summary.year + 1)
    plan = plans.first() or begin(summary.township, summary.year + 1, by=by)
    for problem in waiting:
        _carry(problem, summary, plan, by)
    record(summary, "列入下年计划", by=by, remark=f"{len(waiting)}项，列入{plan}")
    return plan


def _carry(problem: Problem, summary: WorkSummary, plan: WorkPlan, by: Staff) -> None:
    text = fill(problem.improvement, figures_of(summary)).strip()
    problem.measure = Measure.objects.create(
        township=plan.township,
        plan=plan,
        chapter=CHAPTER,
        position=AFTER_OTHERS,
        title=title_of(text),
        text=text,
        office=problem.office,
        due_on=date(plan.year, 12, 31),
        note=f"{summary}提出的改进。" if plan.is_issued else "",
        written_by=by,
    )
    problem.save(update_fields=["measure"])


def title_of(text: str) -> str:
    """Its first clause, short enough for a heading."""
    return re.split(r"[，。；：,;\n]", text, maxsplit=1)[0][:LONGEST_TITLE]
