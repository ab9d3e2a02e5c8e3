"""Beginning the plan of a year: the usual measures, for staff to make their own."""

from django.db import transaction

from disclosures.flow.refusal import CannotMove
from portal.core.staff.models import Staff
from portal.core.township.models import Township
from portal.core.trail.record import record
from portal.reports.papers.may import require_writer
from portal.reports.plan.models import WorkPlan
from portal.reports.plan.standard import add_standard_measures, opening


@transaction.atomic
def begin(township: Township, year: int, *, by: Staff) -> WorkPlan:
    """A draft with the usual measures. One a year. Raises CannotMove, PermissionDenied."""
    plan = WorkPlan(township=township, year=year, opening=opening(year), written_by=by)
    require_writer(plan, by)
    if WorkPlan.objects.of(township).filter(year=year).exists():
        raise CannotMove(f"{year}年的计划已经有了，请在列表里打开。")
    plan.save()
    add_standard_measures(plan)
    record(plan, "起草", by=by)
    return plan
