"""The way of an edition from draft to public, as one declared table.

draft → review → confidentiality and privacy review → scheduled or published → superseded.
"""

from dataclasses import dataclass

from django.db import models

from portal.core.staff.roles import WRITERS, Role


class State(models.TextChoices):
    DRAFT = "draft", "草稿"
    REVIEW = "review", "待审核"
    CLEARANCE = "clearance", "待保密审查"
    SCHEDULED = "scheduled", "待发布"
    PUBLISHED = "published", "已公开"
    SUPERSEDED = "superseded", "已被新版替代"


OPEN_STATES = (State.DRAFT, State.REVIEW, State.CLEARANCE, State.SCHEDULED)
EVER_PUBLIC = (State.PUBLISHED, State.SUPERSEDED)


class Move(models.TextChoices):
    SUBMIT = "submit", "提交审核"
    APPROVE = "approve", "审核通过"
    CLEAR = "clear", "保密审查通过"
    SEND_BACK = "send_back", "退回修改"
    PUBLISH = "publish", "发布"


@dataclass(frozen=True)
class Step:
    """One lawful move: from where, to where, by whom; `apart` bars the one who wrote the text."""

    sources: tuple[State, ...]
    target: State
    roles: frozenset[Role]
    apart: bool = False
    needs_remark: bool = False


REVIEWERS = frozenset({Role.REVIEWER, Role.OFFICER})
CLEARERS = frozenset({Role.CONFIDENTIALITY})
PUBLISHERS = frozenset({Role.OFFICER, Role.CONFIDENTIALITY})
# Taking over what was public elsewhere skips the reviews, so it is the administrator's, once.
TAKES_OVER = Role.ADMINISTRATOR

STEPS: dict[Move, Step] = {
    Move.SUBMIT: Step((State.DRAFT,), State.REVIEW, WRITERS),
    Move.APPROVE: Step((State.REVIEW,), State.CLEARANCE, REVIEWERS, apart=True),
    Move.CLEAR: Step((State.CLEARANCE,), State.SCHEDULED, CLEARERS, apart=True),
    Move.SEND_BACK: Step(
        (State.REVIEW, State.CLEARANCE, State.SCHEDULED),
        State.DRAFT,
        REVIEWERS | CLEARERS,
        needs_remark=True,
    ),
    Move.PUBLISH: Step((State.SCHEDULED,), State.PUBLISHED, PUBLISHERS),
}
