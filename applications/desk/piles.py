"""Which applications wait for what."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Q

from applications.cases.models import Application
from applications.cases.querysets import RUNNING, WAITING
from applications.procedure.states import State
from applications.steps.models import Draft
from portal.core import clock
from portal.core.staff.models import Staff
from portal.core.staff.roles import APPLICATION_DESK, Role
from portal.core.township.models import Township

SOON = timedelta(days=5)
SHOWN = 6


@dataclass(frozen=True)
class Pile:
    key: str
    name: str
    which: Callable[[date], Q]
    urgent: bool = False


PILES = (
    Pile("overdue", "已经逾期的申请", lambda on: Q(state__in=RUNNING, due_on__lt=on), urgent=True),
    Pile("unconfirmed", "等待确认收到的申请", lambda on: Q(state="")),
    Pile(
        "soon",
        "五天内有事要办的申请",
        lambda on: Q(next_due_on__lte=on + SOON, state__in=[*RUNNING, State.ANSWERED.value]),
    ),
    Pile("running", "正在办理", lambda on: Q(state__in=RUNNING)),
    Pile("waiting", "等待申请人", lambda on: Q(state__in=WAITING)),
    Pile(
        "disputed",
        "复议、诉讼中",
        lambda on: Q(state__in=[State.UNDER_REVIEW.value, State.IN_COURT.value]),
    ),
)
ON_THE_DESK = ("overdue", "unconfirmed", "soon")


@dataclass(frozen=True)
class ApplicationHeap:
    """How many wait, and the first few."""

    pile: Pile
    count: int
    first: list[Application]


def heaps_of(person: Staff, township: Township) -> list[ApplicationHeap]:
    """What waits on the desk of those who handle applications; empty piles are left out."""
    if not person.roles & APPLICATION_DESK:
        return []
    today = clock.today()
    found = [_heap(pile, township, today) for pile in PILES if pile.key in ON_THE_DESK]
    return [heap for heap in found if heap.count]


def _heap(pile: Pile, township: Township, on: date) -> ApplicationHeap:
    rows = Application.objects.of(township).filter(pile.which(on)).defer("description")
    first = list(rows.order_by("next_due_on", "pk")[:SHOWN])
    return ApplicationHeap(pile, len(first) if len(first) < SHOWN else rows.count(), first)


def drafts_for(person: Staff, township: Township) -> list[Any]:
    """拟办稿 that this head may sign."""
    if Role.HEAD not in person.roles:
        return []
    rows = Draft.objects.of(township).waiting().exclude(drafted_by=person)
    return list(rows.select_related("application", "drafted_by")[:SHOWN])
