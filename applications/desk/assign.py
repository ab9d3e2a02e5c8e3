"""换人办理: who is reminded, and whose name stands on the board."""

from django.db import transaction

from applications.cases.models import Application
from applications.cases.record_event import require_desk
from disclosures.flow.refusal import CannotMove
from portal.core.staff.models import Staff
from portal.core.trail.record import record


@transaction.atomic
def assign(application: Application, to: Staff, *, by: Staff) -> None:
    """Raises CannotMove where it is in these hands already, PermissionDenied of either person."""
    require_desk(application, by)
    require_desk(application, to)
    application = Application.objects.select_for_update(of=("self",)).get(pk=application.pk)
    if application.handler_id == to.pk:
        raise CannotMove(f"这件申请已经由{to}办理。")
    application.handler = to
    application.save(update_fields=["handler"])
    record(application, "换人办理", by=by, remark=f"交给{to}")
