"""Which applications wait for what."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Count, Q

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
LOOKED_AT = 60


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
    """What waits on the desk of those who handle applications; empty piles are left out. One query,
    and one more for counting where much waits."""
    if not person.roles & APPLICATION_DESK:
        return []
    piles = {pile.key: pile.which(clock.today()) for pile in PILES if pile.key in ON_THE_DESK}
    rows = Application.objects.of(township).filter(reduce(or_, piles.values()))
    marked = rows.annotate(**{f"in_{key}": which for key, which in piles.items()})
    first = list(marked.defer("description").order_by("next_due_on", "pk")[:LOOKED_AT])
    heaps = [_heap(pile, first) for pile in PILES if pile.key in piles]
    if len(first) == LOOKED_AT:
        counts = rows.aggregate(**{key: Count("pk", filter=which) for key, which in piles.items()})
        heaps = [replace(heap, count=counts[heap.pile.key]) for heap in heaps]
    return [heap for heap in heaps if heap.count]


def _heap(pile: Pile, rows: list[Application]) -> ApplicationHeap:
    found = [row for row in rows if getattr(row, f"in_{pile.key}")]
    return ApplicationHeap(pile, len(found), found[:SHOWN])


def drafts_for(person: Staff, township: Township) -> list[Any]:
    """拟办稿 that this head may sign."""
    if Role.HEAD not in person.roles:
        return []
    rows = Draft.objects.of(township).waiting().exclude(drafted_by=person)
    return list(rows.select_related("application", "drafted_by")[:SHOWN])
