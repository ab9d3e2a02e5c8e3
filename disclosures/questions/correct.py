"""A published answer is never changed: it is supplemented, or withdrawn with a reason."""

from datetime import datetime

from django.db import transaction

from disclosures.questions.found import put_question, remove_question
from disclosures.questions.models import Question, Supplement
from disclosures.questions.privacy import refuse_personal_text
from disclosures.questions.states import Move, State
from disclosures.questions.steps import begin, needed, waiting_supplement
from portal.core import clock
from portal.core.staff.models import Staff
from portal.core.trail.record import record

PLACE = "补充答复"


@transaction.atomic
def supplement(
    question: Question, text: str, *, by: Staff, at: datetime | None = None
) -> Supplement:
    """Write what is to be added. A colleague reviews it."""
    question = begin(question, Move.SUPPLEMENT, by)
    text = needed(text, "补充的内容")
    refuse_personal_text(text, PLACE)
    added = Supplement.objects.create(
        township=question.township, question=question, text=text, written_by=by
    )
    record(question, Move.SUPPLEMENT.label, by=by, at=at)
    return added


@transaction.atomic
def release_supplement(question: Question, *, by: Staff, at: datetime | None = None) -> Supplement:
    """Let everybody read what was added, with its date."""
    question = begin(question, Move.RELEASE_SUPPLEMENT, by)
    added = _waiting(question)
    refuse_personal_text(added.text, PLACE)
    added.released_at = at or clock.now()
    added.save(update_fields=["released_at"])
    put_question(question)
    record(question, Move.RELEASE_SUPPLEMENT.label, by=by, at=added.released_at)
    return added


@transaction.atomic
def drop_supplement(question: Question, *, by: Staff, at: datetime | None = None) -> Question:
    """It was never public; its words stay in the trail."""
    question = begin(question, Move.DROP_SUPPLEMENT, by)
    added = _waiting(question)
    record(question, Move.DROP_SUPPLEMENT.label, by=by, at=at, remark=added.text)
    added.delete()
    return question


def _waiting(question: Question) -> Supplement:
    """`begin` has made sure that there is one."""
    found = waiting_supplement(question)
    assert found is not None
    return found


@transaction.atomic
def withdraw(question: Question, *, by: Staff, reason: str, at: datetime | None = None) -> Question:
    """Take it down with a reason that residents will read. It does not come back."""
    question = begin(question, Move.WITHDRAW, by)
    question.withdrawal_reason = needed(reason, "撤下的原因，群众会看到这句话")[:300]
    question.withdrawn_at = at or clock.now()
    question.state = State.WITHDRAWN
    question.save(update_fields=["withdrawal_reason", "withdrawn_at", "state"])
    remove_question(question)
    record(
        question,
        Move.WITHDRAW.label,
        by=by,
        at=question.withdrawn_at,
        remark=question.withdrawal_reason,
    )
    return question
