"""The piles on a desk: which of a township's editions wait for whom. Pure queries.

The desk counts them, the list of editions shows them, so that a number and its list agree.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from disclosures.items.models import Edition
from disclosures.items.states import CLEARERS, REVIEWERS, State
from portal.core.staff.models import Staff
from portal.core.staff.roles import WHOLE_TOWNSHIP, Role
from portal.core.township.models import Township
from portal.core.workdays.days import WorkCalendar
from portal.core.workdays.limits import Limit, deadline

SOON = Limit(5)


@dataclass(frozen=True)
class Pile:
    """Editions of one kind; `key` names the pile in the address of its list."""

    key: str
    name: str
    editions: Any
    urgent: bool = False


def piles_of(person: Staff, township: Township, on: date, calendar: WorkCalendar) -> list[Pile]:
    """The piles that `person` may have, the most pressing first; empty ones too."""
    reached = Edition.objects.of(township).open().within_reach_of(person)
    drafts = reached.filter(state=State.DRAFT).filter(_by(person))
    soon = (on, deadline(on, SOON, calendar).due)
    return [
        *_to_review(reached, person),
        Pile("back", "退回给我的", drafts.exclude(sent_back=""), urgent=True),
        Pile("drafts", "我的草稿", drafts.filter(sent_back="")),
        Pile("late", "已超过公开时限", reached.overdue(on), urgent=True),
        Pile("soon", f"{SOON}内到期", reached.due_within(*soon)),
        Pile("scheduled", "等待定时发布", reached.filter(state=State.SCHEDULED)),
    ]


def _to_review(reached: Any, person: Staff) -> list[Pile]:
    """What someone else wrote and `person` may pass."""
    others = reached.exclude(author=person).exclude(last_editor=person)
    piles = []
    for key, name, state, roles in (
        ("review", "待我审核", State.REVIEW, REVIEWERS),
        ("clearance", "待我保密审查", State.CLEARANCE, CLEARERS),
    ):
        if person.roles & roles:
            editions = _as(roles, others.filter(state=state), person)
            piles.append(Pile(key, name, editions))
    return piles


def _as(roles: frozenset[Role], editions: Any, person: Staff) -> Any:
    """Those of `editions` that `person` reaches in one of `roles` (as Staff.may says of one)."""
    if person.is_superuser or person.roles & roles & WHOLE_TOWNSHIP:
        return editions
    return editions.filter(issuer__in=person.covered_organisations)


def _by(person: Staff) -> Q:
    return Q(author=person) | Q(last_editor=person)
