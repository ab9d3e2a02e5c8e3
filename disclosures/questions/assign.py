"""Giving a question to an office, and the office handing it back."""

from datetime import datetime

from django.db import transaction

from disclosures.flow.refusal import CannotMove
from disclosures.questions.models import Question
from disclosures.questions.states import Move, State
from disclosures.questions.steps import begin, needed
from portal.core.organisations.models import Organisation
from portal.core.staff.models import Staff
from portal.core.trail.record import record


@transaction.atomic
def assign(
    question: Question,
    office: Organisation,
    *,
    by: Staff,
    remark: str = "",
    at: datetime | None = None,
) -> Question:
    """Give it to `office`, or to another one than before. The promised day stays."""
    question = begin(question, Move.ASSIGN, by)
    if not office.active:
        raise CannotMove(f"“{office}”已不在用，请选别的机构。")
    if question.assigned_to == office:
        raise CannotMove(f"这条留言已经交给{office}了。")
    question.assigned_to = office
    question.state = State.ASSIGNED
    question.sent_back = ""
    question.save(update_fields=["assigned_to", "state", "sent_back"])
    record(question, Move.ASSIGN.label, by=by, at=at, remark=_told(office, remark))
    return question


def _told(office: Organisation, remark: str) -> str:
    return f"交{office}办理。{remark.strip()}"


@transaction.atomic
def hand_back(
    question: Question, *, by: Staff, remark: str, at: datetime | None = None
) -> Question:
    """The office says why it isn't theirs; whoever gives out questions finds another."""
    question = begin(question, Move.HAND_BACK, by)
    reason = needed(remark, "为什么不归本机构办，应当由谁办")
    before = question.assigned_to
    question.assigned_to = None
    question.state = State.RECEIVED
    question.sent_back = f"{before}退回：{reason}"[:300]
    question.save(update_fields=["assigned_to", "state", "sent_back"])
    record(question, Move.HAND_BACK.label, by=by, at=at, remark=question.sent_back)
    return question
