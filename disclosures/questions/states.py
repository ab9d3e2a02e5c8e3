"""The way of a resident's question, as one declared table.

received → given to an office → answer drafted → released by somebody else: published;
or answered to the asker alone, sent elsewhere, merged with an earlier one, or no question at all.
"""

from dataclasses import dataclass

from django.db import models

from disclosures.items.states import PUBLISHERS, REVIEWERS
from portal.core.staff.roles import OFFICE, WRITERS, Role


class Kind(models.TextChoices):
    QUESTION = "question", "提问"
    ERROR = "error", "找错"
    SUGGESTION = "suggestion", "建议"


class State(models.TextChoices):
    RECEIVED = "received", "待交办"
    ASSIGNED = "assigned", "办理中"
    DRAFTED = "drafted", "答复待审核"
    PUBLISHED = "published", "已答复并公开"
    ANSWERED = "answered", "已答复本人"
    DECLINED = "declined", "已告知去处"
    MERGED = "merged", "已并入相同留言"
    SPAM = "spam", "无效留言"
    WITHDRAWN = "withdrawn", "答复已撤下"


OPEN_STATES = (State.RECEIVED, State.ASSIGNED, State.DRAFTED)


class Move(models.TextChoices):
    ASSIGN = "assign", "交办"
    HAND_BACK = "hand-back", "退回交办"
    DRAFT = "draft", "拟写公开答复"
    REPLY = "reply", "只答复本人"
    SEND_BACK = "send-back", "退回修改"
    RELEASE = "release", "审核并公开"
    DECLINE = "decline", "告知去处"
    MERGE = "merge", "并入相同留言"
    DISCARD = "discard", "作为无效留言"
    REOPEN = "reopen", "恢复办理"
    SUPPLEMENT = "supplement", "补充答复"
    RELEASE_SUPPLEMENT = "release-supplement", "审核补充答复"
    DROP_SUPPLEMENT = "drop-supplement", "不用这份补充"
    WITHDRAW = "withdraw", "撤下"


@dataclass(frozen=True)
class Step:
    """One lawful move: from where, to where, by whom; `apart` bars the one who wrote the words."""

    sources: tuple[State, ...]
    target: State
    roles: frozenset[Role]
    apart: bool = False


_UNANSWERED = (State.RECEIVED, State.ASSIGNED)
_CLOSED_UNANSWERED = (State.DECLINED, State.MERGED, State.SPAM)

STEPS: dict[Move, Step] = {
    Move.ASSIGN: Step(_UNANSWERED, State.ASSIGNED, OFFICE),
    Move.DRAFT: Step((State.ASSIGNED,), State.DRAFTED, WRITERS),
    Move.REPLY: Step((State.ASSIGNED,), State.ANSWERED, WRITERS),
    Move.HAND_BACK: Step((State.ASSIGNED,), State.RECEIVED, WRITERS),
    Move.RELEASE: Step((State.DRAFTED,), State.PUBLISHED, REVIEWERS, apart=True),
    Move.SEND_BACK: Step((State.DRAFTED,), State.ASSIGNED, WRITERS),
    Move.DECLINE: Step(_UNANSWERED, State.DECLINED, OFFICE),
    Move.MERGE: Step(_UNANSWERED, State.MERGED, OFFICE),
    Move.DISCARD: Step(_UNANSWERED, State.SPAM, OFFICE),
    Move.REOPEN: Step(_CLOSED_UNANSWERED, State.RECEIVED, OFFICE),
    Move.SUPPLEMENT: Step((State.PUBLISHED,), State.PUBLISHED, WRITERS),
    Move.RELEASE_SUPPLEMENT: Step((State.PUBLISHED,), State.PUBLISHED, REVIEWERS, apart=True),
    Move.DROP_SUPPLEMENT: Step((State.PUBLISHED,), State.PUBLISHED, WRITERS),
    Move.WITHDRAW: Step((State.PUBLISHED,), State.WITHDRAWN, PUBLISHERS),
}
