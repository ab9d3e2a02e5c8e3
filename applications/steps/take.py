"""One step of an application with all that belongs to it: the entry, its letters, its papers."""

from collections.abc import Sequence

from django.db import transaction

from applications.cases.keep_file import keep_file
from applications.cases.models import Application, CaseFile, RecordedEvent
from applications.cases.record_event import record_event
from applications.letters.compose import Composed
from applications.letters.issue import issue
from applications.procedure.events import (
    Event,
    LawsuitDecided,
    LawsuitFiled,
    OrganAnswered,
    ReviewDecided,
    ReviewFiled,
    Served,
    SupplementReceived,
    ThirdPartyAnswered,
)
from applications.release.confirm import hand_out_confirmed
from portal.core.staff.models import Staff

Papers = Sequence[tuple[str, bytes]]

PAPER_KINDS: dict[type[Event], CaseFile.Kind] = {
    SupplementReceived: CaseFile.Kind.SUPPLEMENT,
    ThirdPartyAnswered: CaseFile.Kind.OPINION,
    OrganAnswered: CaseFile.Kind.OPINION,
    Served: CaseFile.Kind.PROOF,
    ReviewFiled: CaseFile.Kind.REMEDY,
    ReviewDecided: CaseFile.Kind.REMEDY,
    LawsuitFiled: CaseFile.Kind.REMEDY,
    LawsuitDecided: CaseFile.Kind.REMEDY,
}


@transaction.atomic
def take_step(
    application: Application,
    event: Event,
    *,
    by: Staff,
    letters: Sequence[Composed] = (),
    papers: Papers = (),
    drafted_by: Staff | None = None,
    remark: str = "",
    proof: str = "",
) -> RecordedEvent:
    """All of it or nothing. Raises CannotMove, PermissionDenied, Refused for a paper."""
    row = record_event(application, event, by=by, drafted_by=drafted_by, remark=remark, proof=proof)
    for letter in letters:
        issue(
            application,
            letter.kind,
            event=row,
            addressee=letter.addressee,
            title=letter.title,
            text=letter.text,
            on=event.on,
            by=by,
        )
    kind = PAPER_KINDS.get(type(event), CaseFile.Kind.OTHER)
    for name, data in papers:
        keep_file(application, data, name, kind, by=by, event=row)
    hand_out_confirmed(application, by=by)
    return row
