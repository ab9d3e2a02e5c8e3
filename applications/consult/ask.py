"""交站所会商: an office is asked; it gets the subject and the question, and not who applies."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.urls import reverse

from applications.cases.keep_file import keep_file
from applications.cases.models import Application, CaseFile, RecordedEvent
from applications.cases.record_event import record_event, require_desk
from applications.consult.look import named_in, noticed_in
from applications.consult.models import LONGEST, Consultation
from applications.consult.people import people_of
from applications.procedure.events import OfficeAsked
from applications.procedure.words import day
from disclosures.flow.refusal import CannotMove
from portal.core import clock
from portal.core.organisations.models import Organisation
from portal.core.outbox.desk_address import desk_line
from portal.core.outbox.write import Mail, write_mail
from portal.core.staff.models import Staff
from portal.core.trail.record import record
from portal.uploads.checks import check_upload
from portal.uploads.refused import Refused

LOOK = "请先遮盖或者换一份；站所办这件事确实用得着的，看过以后重新选文件，勾选“看过了”再交办。"


@dataclass(frozen=True)
class Paper:
    name: str
    data: bytes


@transaction.atomic
def ask_office(
    application: Application,
    office: Organisation,
    *,
    question: str,
    until: date | None,
    by: Staff,
    on: date | None = None,
    papers: Sequence[Paper] = (),
    looked: bool = False,
) -> Consultation:
    """Ask `office`, which is told by mail; `looked` says that somebody looked at the papers and
    they may go as they are. Raises CannotMove, PermissionDenied."""
    require_desk(application, by)
    if findings := _against(application, office, question):
        raise CannotMove(*findings)
    if not looked:
        _look_at(application, papers)
    event = OfficeAsked(on=on or clock.today(), who=office.name, until=until)
    row = record_event(application, event, by=by)
    keep_papers(row, papers, CaseFile.Kind.OTHER, by)
    consultation = Consultation.objects.create(
        township_id=application.township_id,
        application=application,
        office=office,
        event_number=row.number,
        question=question,
        until=until,
        asked_by=by,
        asked_at=clock.now(),
    )
    record(consultation, OfficeAsked.label, by=by)
    _tell(consultation)
    return consultation


def _against(application: Application, office: Organisation, question: str) -> list[str]:
    if office.township_id != application.township_id or not office.active:
        return ["只能交给本镇在用的机构会商。"]
    if not question.strip():
        return ["请写清要站所答复什么。"]
    if len(question) > LONGEST:
        return [f"问题不超过 {LONGEST} 字。"]
    return [
        f"问题里有{what}，站所不需要知道谁在申请，请删去。"
        for what in named_in(application, question)
    ]


def _look_at(application: Application, papers: Sequence[Paper]) -> None:
    """A file that isn't what it says is left to `keep_papers`, which refuses it."""
    with suppress(Refused):
        files = [(check_upload(one.data, one.name).name, one.data) for one in papers]
        if noticed := noticed_in(application, files):
            raise CannotMove(*noticed, LOOK)


def keep_papers(
    row: RecordedEvent, papers: Sequence[Paper], kind: CaseFile.Kind, by: Staff
) -> None:
    """Keep what goes with an entry of the record. Raises CannotMove."""
    for paper in papers:
        try:
            keep_file(row.application, paper.data, paper.name, kind, by=by, event=row)
        except Refused as refusal:
            raise CannotMove(f"《{paper.name}》：{refusal}") from refusal


def _tell(consultation: Consultation) -> None:
    """Everybody who may answer gets a mail; it says neither who applies nor what was asked."""
    township, number = consultation.township, consultation.application.number
    page = reverse("admin:applications_consultation_change", args=[consultation.pk])
    lines = [
        "您好！",
        f"公开申请 {number} 有一个问题请{consultation.office}答复。",
        f"请在{day(consultation.until)}前答复。" if consultation.until else "",
        desk_line(township, page),
        "这封信由系统发出，请不要回复。",
        township.full_name,
    ]
    body = "\n\n".join(line for line in lines if line) + "\n"
    for person in people_of(consultation.office):
        about = f"consultation:{consultation.pk}:{person.pk}"
        subject = f"会商：公开申请 {number}"
        write_mail(township, Mail("consultation", about, person.email, subject, body))
