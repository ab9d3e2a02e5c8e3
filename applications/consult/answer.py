"""答复会商: somebody of the asked office answers."""

from collections.abc import Sequence

from django.db import transaction

from applications.cases.case import case_of
from applications.cases.models import CaseFile
from applications.cases.record_event import OFFICE_ANSWERERS, locked_application, record_event
from applications.consult.ask import Paper, keep_papers
from applications.consult.models import LONGEST, Consultation
from applications.procedure.events import OfficeAnswered
from applications.procedure.offices import still_open
from disclosures.flow.refusal import CannotMove
from portal.core import clock
from portal.core.staff.models import Staff
from portal.core.trail.record import record

OVER = "这次会商已经答复过，或者已经不需要答复。"


@transaction.atomic
def answer_office(
    consultation: Consultation, *, answer: str, by: Staff, papers: Sequence[Paper] = ()
) -> Consultation:
    """Answer for the office. Who handles applications may put an answer down that came otherwise.
    Raises CannotMove, PermissionDenied."""
    application = locked_application(consultation.application)
    asked = still_open(case_of(application).record, consultation.event_number)
    if asked is None:
        raise CannotMove(OVER)
    if not 0 < len(answer.strip()) <= LONGEST:
        raise CannotMove(f"请写明答复，不超过 {LONGEST} 字。")
    own = by.may(OFFICE_ANSWERERS, consultation.office)
    row = record_event(
        application,
        OfficeAnswered(on=clock.today(), who=asked.who),
        by=by,
        answering_for=consultation.office if own else None,
    )
    keep_papers(row, papers, CaseFile.Kind.OPINION, by)
    return _kept(consultation, answer, row.number, by)


def _kept(consultation: Consultation, answer: str, number: int, by: Staff) -> Consultation:
    consultation.answer = answer
    consultation.answer_number = number
    consultation.answered_by = by
    consultation.answered_at = clock.now()
    consultation.save(update_fields=["answer", "answer_number", "answered_by", "answered_at"])
    record(consultation, OfficeAnswered.label, by=by)
    return consultation
