"""Writing a measure: into a plan that is a draft, or as a supplement to one that is public."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from portal.core.staff.models import Staff
from portal.reports.papers.issue import locked
from portal.reports.papers.may import require_writer
from portal.reports.plan.models import Measure


@transaction.atomic
def write_measure(measure: Measure, *, by: Staff) -> None:
    """Keep it and who wrote last. Raises PermissionDenied, also where it was issued meanwhile."""
    require_writer(measure, by)
    plan = locked(measure.plan)
    require_open(measure)
    measure.written_by = by
    measure.save()
    if not plan.is_issued:
        plan.written_by = by
        plan.save(update_fields=["written_by"])


def require_open(measure: Measure) -> None:
    issued = Measure.objects.filter(pk=measure.pk, issued_at__isnull=False)
    if measure.pk and issued.exists():
        raise PermissionDenied("已经公布，不能再改，请写补充的措施。")
