"""Answering: drafted by the office, and public only when somebody else has looked at it."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from disclosures.catalogue.models import CatalogueEntry
from disclosures.flow.refusal import CannotMove
from disclosures.questions.found import put_question
from disclosures.questions.models import Question
from disclosures.questions.privacy import refuse_personal_data
from disclosures.questions.states import Move, State
from disclosures.questions.steps import begin, needed
from portal.core import clock
from portal.core.staff.models import Staff
from portal.core.trail.record import record

WORDS = ["title", "asked", "answer", "category", "entry", "written_by"]


@dataclass(frozen=True)
class Answer:
    """An answer for all to read: what the question is called, its words as edited for the public,
    and where in the catalogue it belongs."""

    title: str
    asked: str
    text: str
    entry: CatalogueEntry | None = None
    category: str = ""


@transaction.atomic
def draft(question: Question, answer: Answer, *, by: Staff, at: datetime | None = None) -> Question:
    """Write the answer that all may read. A colleague reviews it."""
    question = begin(question, Move.DRAFT, by)
    if not question.may_publish:
        raise CannotMove("提问人没有同意公开，请用“只答复本人”。")
    question.title = needed(answer.title, "标题")
    question.asked = needed(answer.asked, "公开的问题")
    question.answer = needed(answer.text, "答复")
    question.entry = answer.entry
    question.category = (answer.entry.category if answer.entry else "") or answer.category
    question.written_by = by
    refuse_personal_data(question)
    question.state = State.DRAFTED
    question.sent_back = ""
    question.save(update_fields=[*WORDS, "state", "sent_back"])
    record(question, Move.DRAFT.label, by=by, at=at)
    return question


@transaction.atomic
def send_back(
    question: Question, *, by: Staff, remark: str, at: datetime | None = None
) -> Question:
    """To be written anew; the writer may take it back too."""
    question = begin(question, Move.SEND_BACK, by)
    question.sent_back = needed(remark, "要改什么")[:300]
    question.state = State.ASSIGNED
    question.save(update_fields=["sent_back", "state"])
    record(question, Move.SEND_BACK.label, by=by, at=at, remark=question.sent_back)
    return question


@transaction.atomic
def release(
    question: Question, *, by: Staff, remark: str = "", at: datetime | None = None
) -> Question:
    """Answer the asker, and let everybody read it."""
    at = at or clock.now()
    question = begin(question, Move.RELEASE, by)
    refuse_personal_data(question)
    question.state = State.PUBLISHED
    question.answered_at = question.published_at = question.closed_at = at
    question.save(update_fields=["state", "answered_at", "published_at", "closed_at"])
    put_question(question)
    record(question, Move.RELEASE.label, by=by, at=at, remark=remark)
    return question


@transaction.atomic
def reply(question: Question, text: str, *, by: Staff, at: datetime | None = None) -> Question:
    """Answer the asker alone: it concerns nobody else, or they did not want it published."""
    at = at or clock.now()
    question = begin(question, Move.REPLY, by)
    if question.same.exists():
        raise CannotMove("有相同的留言并入这一条，要公开答复，那几位才看得到。")
    question.answer = needed(text, "答复")
    question.written_by = by
    question.state = State.ANSWERED
    question.sent_back = ""
    question.answered_at = question.closed_at = at
    changed = ["answer", "written_by", "state", "sent_back", "answered_at", "closed_at"]
    question.save(update_fields=changed)
    record(question, Move.REPLY.label, by=by, at=at)
    return question
