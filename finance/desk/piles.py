"""Which periods wait for whom; the desk counts them and leads to them."""

from dataclasses import dataclass

from django.db.models import Q

from finance.ledger.models import Period
from finance.ledger.periods import CHECKERS, KEEPERS, PUBLISHERS
from finance.ledger.states import State
from portal.core import clock
from portal.core.staff.models import Staff
from portal.core.staff.roles import WHOLE_TOWNSHIP, Role
from portal.core.township.models import Township

SHOWN = 6


@dataclass(frozen=True)
class PeriodHeap:
    """Periods that wait for one act: how many, and the first few, the oldest in front."""

    name: str
    state: str
    count: int
    first: list[Period]


def heaps_of(person: Staff, township: Township) -> list[PeriodHeap]:
    """What waits for `person`, only where something does."""
    ended = Q(state=State.OPEN, last__lt=clock.today())
    piles = (
        ("可以提交审核的账期", State.OPEN, ended, KEEPERS),
        ("待我审核的账期", State.SUBMITTED, Q(state=State.SUBMITTED), CHECKERS),
        ("审核过、待公开的账期", State.CHECKED, Q(state=State.CHECKED), PUBLISHERS),
    )
    found = [
        _heap(name, state, Period.objects.of(township).filter(which & _as(roles, person)))
        for name, state, which, roles in piles
        if person.roles & roles
    ]
    return [heap for heap in found if heap.count]


def _as(roles: frozenset[Role], person: Staff) -> Q:
    """Those of the villages that `person` reaches in one of `roles`."""
    if person.roles & roles & WHOLE_TOWNSHIP:
        return Q()
    return Q(village__in=person.covered_organisations)


def _heap(name: str, state: State, periods: object) -> PeriodHeap:
    rows = periods.select_related("village").order_by("first", "village__position")  # type: ignore[attr-defined]
    first = list(rows[:SHOWN])
    count = len(first) if len(first) < SHOWN else rows.count()
    return PeriodHeap(name, state.value, count, first)
