"""What the page of an application shows its handler: where it stands, what is due, what comes
next, what has happened."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.urls import reverse

from applications.cases.case import Case, Step
from applications.cases.models import Application, CaseFile
from applications.desk.details import details_of
from applications.desk.forms.words import DOES
from applications.letters.models import Letter
from applications.procedure.due import Due
from applications.procedure.events import (
    Decided,
    Event,
    Extended,
    FeeNotified,
    FeePaid,
    OfficeAnswered,
    OfficeAsked,
    Postponed,
    Received,
    SupplementReceived,
)
from applications.procedure.lawful import Move
from applications.steps.models import Draft
from portal.privacy.names import mask_name

# what is most often done next stands in front, as a full button
FIRST: tuple[type[Event], ...] = (SupplementReceived, Decided)
FOR_HEAD: tuple[type[Event], ...] = (Decided, Extended, Postponed)
ELSEWHERE: dict[type[Event], str] = {
    FeeNotified: "admin:applications_charge",
    FeePaid: "admin:applications_charge",
    OfficeAsked: "admin:applications_consultation_ask",
    OfficeAnswered: "admin:applications_consultation_ask",
}


@dataclass(frozen=True)
class Button:
    """A step that may be taken now."""

    kind: type[Event]
    address: str

    @property
    def label(self) -> str:
        return f"拟“{self.kind.label}”" if self.kind in FOR_HEAD else self.kind.label

    @property
    def does(self) -> str:
        return DOES.get(self.kind.type, "")

    @property
    def quiet(self) -> bool:
        return self.kind not in FIRST


@dataclass(frozen=True)
class Happened:
    """An entry of the record with the letters and papers that belong to it."""

    step: Step
    letters: list[Letter]
    papers: list[CaseFile]

    @property
    def detail(self) -> str:
        return details_of(self.step.event)


@dataclass(frozen=True)
class CasePage:
    case: Case
    today: date

    @property
    def application(self) -> Application:
        return self.case.application

    @cached_property
    def masked_name(self) -> str:
        """Whole organisations are named; a person keeps the surname until somebody opens it."""
        applicant = self.application.applicant
        citizen = self.application.applicant_kind == "citizen"
        return mask_name(applicant.name) if citizen else str(applicant.name)

    @cached_property
    def deadlines(self) -> list[Due]:
        return self.case.deadlines(self.today)

    @cached_property
    def moves(self) -> list[Move]:
        return self.case.moves(self.today)

    @property
    def buttons(self) -> list[Button]:
        lawful = [move.kind for move in self.moves if move.lawful]
        if not self.case.rows:
            lawful = [Received]
        ordered = sorted(lawful, key=lambda kind: kind not in FIRST)
        return [Button(kind, address_of(self.application, kind)) for kind in ordered]

    @property
    def not_now(self) -> list[Move]:
        return [move for move in self.moves if not move.lawful]

    @cached_property
    def happened(self) -> list[Happened]:
        letters = list(Letter.objects.filter(application=self.application).order_by("pk"))
        papers = list(self.application.files.order_by("pk"))
        return [
            Happened(
                step,
                [letter for letter in letters if letter.event_id == step.row.pk],
                [paper for paper in papers if paper.event_id == step.row.pk],
            )
            for step in self.case.steps
        ]

    @cached_property
    def loose_papers(self) -> list[CaseFile]:
        """Those that belong to no entry: what came with the application, what was added later."""
        return list(self.application.files.filter(event__isnull=True).order_by("pk"))

    @cached_property
    def loose_letters(self) -> list[Letter]:
        rows = Letter.objects.filter(application=self.application, event__isnull=True)
        return list(rows.order_by("pk"))

    @cached_property
    def waiting_draft(self) -> Draft | None:
        return self.application.drafts.waiting().select_related("drafted_by").first()

    @cached_property
    def sent_back(self) -> Draft | None:
        """The last draft, where it came back and nothing followed it."""
        last = self.application.drafts.select_related("settled_by").first()
        return last if last and not last.waits and not last.recorded_id else None


def address_of(application: Application, kind: type[Event]) -> str:
    if kind in ELSEWHERE:
        return reverse(ELSEWHERE[kind], args=[application.pk])
    return reverse("admin:applications_application_step", args=[application.pk, kind.type])
