"""Putting on record what happened: the one door to an application's events."""

from datetime import datetime
from json import dumps

from django.core.exceptions import PermissionDenied
from django.db import transaction

from applications.cases.case import Case, case_of
from applications.cases.copies import write_copies
from applications.cases.models import Application, RecordedEvent
from applications.procedure.events import (
    Corrected,
    Decided,
    Event,
    Extended,
    OfficeAnswered,
    Postponed,
    ReasonsGiven,
    Received,
    SupplementReceived,
    Withdrawn,
)
from applications.procedure.lawful import why_not
from applications.procedure.record import Record
from applications.procedure.written import to_data
from disclosures.flow.refusal import CannotMove
from portal.core import clock
from portal.core.organisations.models import Organisation
from portal.core.staff.models import Staff
from portal.core.staff.roles import APPLICATION_DESK, Role
from portal.core.trail.record import record

# agreed by the head of the disclosure office (条例 arts. 33, 35), who isn't the one who drafted
NEEDS_HEAD = (Decided, Extended, Postponed)
# what an applicant may do with the query code
APPLICANTS_OWN = (SupplementReceived, ReasonsGiven, Withdrawn)
# who answers for an office that was asked (会商): whoever writes for it
OFFICE_ANSWERERS = frozenset({Role.CLERK, Role.REVIEWER, Role.OFFICER})


@transaction.atomic
def record_event(
    application: Application,
    event: Event,
    *,
    by: Staff | None,
    drafted_by: Staff | None = None,
    answering_for: Organisation | None = None,
    remark: str = "",
    proof: str = "",
    at: datetime | None = None,
) -> RecordedEvent:
    """Put `event` on record if it is lawful now, and bring the copies up to date.

    `by` is None for what the applicant does with the query code. `answering_for` is the asked
    office that `by` answers for, and lets them record its answer alone. `at` is when it was put on
    record, where that isn't now. Raises CannotMove with the reason, PermissionDenied.
    """
    at = at or clock.now()
    application = locked_application(application)
    case = case_of(application)
    if answering_for is None:
        _check_person(case, event, by, drafted_by)
    else:
        _check_office(application, event, by, answering_for)
    if reason := against(case, event):
        raise CannotMove(reason)
    row = RecordedEvent.objects.create(
        township_id=application.township_id,
        application=application,
        number=len(case.rows) + 1,
        type=event.type,
        on=event.on,
        data=dumps(to_data(event), ensure_ascii=False),
        remark=remark,
        proof=proof,
        at=at,
        by=by,
    )
    write_copies(case_of(application, case.calendar), clock.today())
    record(application, event.label, by=by, at=at)
    return row


def locked_application(application: Application) -> Application:
    """Two who decide at once come one after the other; the second meets what the first did."""
    found = Application.objects.select_for_update(of=("self",)).select_related("township")
    return found.get(pk=application.pk)


def against(case: Case, event: Event) -> str | None:
    """Why `event` can't be put on record today; None where it can."""
    if case.rows:
        return why_not(case.record, event, case.calendar, clock.today())
    if not isinstance(event, Received):
        return "还没有确认收到申请，请先确认收到（条例第三十一条）。"
    if event.on < case.application.came_on:
        return "确认日期早于申请到达的日期，请核对。"
    return "日期还没有到，请核对。" if event.on > clock.today() else None


def _check_person(case: Case, event: Event, by: Staff | None, drafted_by: Staff | None) -> None:
    if by is None:
        if not isinstance(event, APPLICANTS_OWN):
            raise PermissionDenied("这一步由工作人员办理。")
        return
    require_desk(case.application, by)
    if needs_head(event, case.record):
        _require_head(event, by, drafted_by)


def needs_head(event: Event, record: Record) -> bool:
    """Whether the head of the disclosure office must agree, who isn't the one who drafted it: to
    an answer or a longer period, and to undoing one."""
    if not isinstance(event, Corrected):
        return isinstance(event, NEEDS_HEAD)
    undone = record[event.undoes - 1] if 1 <= event.undoes <= len(record) else None
    return isinstance(event.instead, NEEDS_HEAD) or isinstance(undone, NEEDS_HEAD)


def _check_office(
    application: Application, event: Event, by: Staff | None, office: Organisation
) -> None:
    """An office answers what it was asked itself, through somebody of its own. It may bear another
    name by now than when it was asked, but not that of another office."""
    fit = by is not None and by.may(OFFICE_ANSWERERS, office)
    own = office.township_id == application.township_id
    answer = isinstance(event, OfficeAnswered) and event.who
    others = Organisation.objects.filter(township=office.township_id).exclude(pk=office.pk)
    if not (fit and own and answer) or others.filter(name=answer).exists():
        raise PermissionDenied("只能由被征询的站所答复会商。")


def require_desk(application: Application, person: Staff) -> None:
    """Raises PermissionDenied unless `person` handles applications of this township."""
    fit = person.is_active and person.belongs_to(application.township_id)
    if not fit or not (person.is_superuser or person.roles & APPLICATION_DESK):
        raise PermissionDenied("您没有办理公开申请的权限，需要：政务公开专员、政务公开机构负责人。")


def _require_head(event: Event, by: Staff, drafted_by: Staff | None) -> None:
    if not (by.is_superuser or Role.HEAD in by.roles):
        raise PermissionDenied(f"“{event.label}”须经政务公开机构负责人同意。")
    if drafted_by is None or drafted_by == by:
        raise CannotMove(f"“{event.label}”要由另一位同事起草，负责人审核，不能一人办完。")
