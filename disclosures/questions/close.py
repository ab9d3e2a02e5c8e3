"""Closing a question without an answer of our own, and opening it again after a slip."""

from datetime import datetime

from django.db import transaction

from disclosures.flow.refusal import CannotMove
from disclosures.questions.models import Question
from disclosures.questions.states import OPEN_STATES, Move, State
from disclosures.questions.steps import begin, needed
from portal.core import clock
from portal.core.staff.models import Staff
from portal.core.trail.record import record

EARLIER = (*OPEN_STATES, State.PUBLISHED)


@transaction.atomic
def decline(question: Question, *, by: Staff, where: str, at: datetime | None = None) -> Question:
    """Not for us: tell the asker who deals with it, and how to reach them."""
    at = at or clock.now()
    question = begin(question, Move.DECLINE, by)
    question.answer = needed(where, "应当找谁、电话和地址")
    question.written_by = by
    question.answered_at = at
    question.save(update_fields=["answer", "written_by", "answered_at"])
    return _closed(question, Move.DECLINE, State.DECLINED, by=by, at=at)


@transaction.atomic
def merge(
    question: Question, earlier: Question, *, by: Staff, at: datetime | None = None
) -> Question:
    """The same was asked before: both get that one's answer."""
    # always in the order of keys, so that two merges can't wait for each other
    both = Question.objects.of(question.township).filter(pk__in=[question.pk, earlier.pk])
    rows = {row.pk: row for row in both.order_by("pk").select_for_update(of=("self",))}
    question = begin(question, Move.MERGE, by)
    if reason := _no_match(question, rows.get(earlier.pk)):
        raise CannotMove(reason)
    question.merged_into = rows[earlier.pk]
    question.save(update_fields=["merged_into"])
    remark = f"与第 {earlier.pk} 号相同，一并答复。"
    return _closed(question, Move.MERGE, State.MERGED, by=by, at=at or clock.now(), remark=remark)


def _no_match(question: Question, earlier: Question | None) -> str:
    if earlier is None:
        return "本镇没有这个编号的留言，请核对编号。"
    if earlier.pk == question.pk or earlier.received_at > question.received_at:
        return "只能并入更早的留言，请填写较早那条的编号。"
    if question.same.exists():
        return "已有别的留言并入这一条，不能再把它并入别处。"
    if earlier.state not in EARLIER:
        return f"第 {earlier.pk} 号现在是“{earlier.get_state_display()}”，不能并入。"
    if not earlier.may_publish:
        return f"第 {earlier.pk} 号的提问人没有同意公开，答复只能给本人，不能并入。"
    return ""


@transaction.atomic
def discard(question: Question, *, by: Staff, remark: str, at: datetime | None = None) -> Question:
    """Advertising, a try, nothing that can be understood."""
    question = begin(question, Move.DISCARD, by)
    if question.same.exists():
        raise CannotMove("有相同的留言并入这一条，不能作为无效留言。")
    remark = needed(remark, "为什么无效")
    at = at or clock.now()
    return _closed(question, Move.DISCARD, State.SPAM, by=by, at=at, remark=remark)


@transaction.atomic
def reopen(question: Question, *, by: Staff, remark: str, at: datetime | None = None) -> Question:
    """It was closed by mistake. The promised day stays what it was."""
    question = begin(question, Move.REOPEN, by)
    reason = needed(remark, "为什么恢复办理")
    question.state = State.ASSIGNED if question.assigned_to else State.RECEIVED
    question.closed_at = question.answered_at = question.merged_into = None
    question.save(update_fields=["state", "closed_at", "answered_at", "merged_into"])
    record(question, Move.REOPEN.label, by=by, at=at, remark=reason)
    return question


def _closed(
    question: Question,
    move: Move,
    state: State,
    *,
    by: Staff,
    at: datetime,
    remark: str = "",
) -> Question:
    question.state = state
    question.closed_at = at
    question.sent_back = ""
    question.save(update_fields=["state", "closed_at", "sent_back"])
    record(question, move.label, by=by, at=at, remark=remark)
    return question
