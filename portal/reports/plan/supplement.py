"""Measures added to a plan that is public already: a public plan is never changed, it is added to,
in sight of everyone and with the reason."""

from collections.abc import Iterator
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from disclosures.flow.refusal import CannotMove
from portal.core import clock
from portal.core.staff.models import Staff
from portal.core.trail.record import record
from portal.reports.papers.issue import locked, require_another
from portal.reports.papers.may import require_writer
from portal.reports.plan.found import put_plan
from portal.reports.plan.issue import fix, measure_lacks
from portal.reports.plan.models import Measure


@transaction.atomic
def issue_supplement(measure: Measure, *, by: Staff, at: datetime | None = None) -> Measure:
    """Add it to its public plan under the next number. Raises CannotMove, PermissionDenied."""
    require_writer(measure, by)
    plan = locked(measure.plan)
    rows = Measure.objects.select_for_update(of=("self",)).select_related("office", "replaces")
    measure = rows.get(pk=measure.pk)
    measure.plan = plan
    if measure.is_issued:
        raise CannotMove("这项措施已经公布。")
    require_another(measure.written_by, by)
    if found := supplement_lacks(measure):
        raise CannotMove(*found)
    last = plan.measures.aggregate(last=Max("number"))["last"] or 0
    fix(measure, last + 1, by=by, at=at or clock.now())
    put_plan(plan)
    record(measure, "补充公布", by=by, remark=measure.note)
    return measure


def supplement_lacks(measure: Measure) -> list[str]:
    """What stands in the way of issuing it, each with its cure."""
    return [*_own(measure), *measure_lacks(measure)]


def _own(measure: Measure) -> Iterator[str]:
    if not measure.plan.is_issued:
        yield "计划还没有公布，这项措施会随计划一起公布。"
    if not measure.note.strip():
        yield "请写明补充的原因。"
    old = measure.replaces
    if old and (old.plan_id != measure.plan_id or not old.is_issued):
        yield "只能代替同一个计划里已经公布的措施。"
    if old and old.replaced_by.filter(issued_at__isnull=False).exists():
        yield f"第{old.number}项已经由别的措施代替，请选代替它的那一项。"
