"""When the calendar changes, open deadlines move and the move is recorded."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from disclosures.flow.clock import set_due
from disclosures.items.models import Edition
from portal.core.staff.models import Staff
from portal.core.trail.record import record
from portal.core.workdays.days import WorkCalendar


@dataclass(frozen=True)
class Moved:
    edition: Edition
    old: date | None
    new: date | None


@transaction.atomic
def redate_open_editions(calendar: WorkCalendar, *, by: Staff | None) -> list[Moved]:
    """Count every open edition's deadline anew, in all townships; those whose day changed."""
    moved = []
    for edition in Edition.objects.open().select_related("entry").select_for_update(of=("self",)):
        old = (edition.due_on, edition.due_provisional)
        set_due(edition, calendar)
        if old == (edition.due_on, edition.due_provisional):
            continue
        edition.save(update_fields=["due_on", "due_provisional"])
        if old[0] != edition.due_on:
            moved.append(_recorded(edition, old[0], by))
    return moved


def _recorded(edition: Edition, old: date | None, by: Staff | None) -> Moved:
    record(
        edition,
        "期限调整",
        by=by,
        remark=f"放假安排变更，应公开日期由 {old} 改为 {edition.due_on}。",
        old=str(old),
        new=str(edition.due_on),
    )
    return Moved(edition, old, edition.due_on)
