"""待办: what waits for whom, on the first page of the admin."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from disclosures.catalogue.models import CatalogueEntry
from disclosures.desk.piles import SOON, Pile, piles_of
from disclosures.items.models import Disclosure, Edition
from disclosures.policies.waiting import without_interpretation
from disclosures.schedule.due import LOOK_BACK, Due, due_between
from portal.core import clock
from portal.core.staff.models import Staff
from portal.core.township.models import Township
from portal.core.workdays.limits import deadline
from portal.core.workdays.load import current_calendar

SHOWN = 6
ALWAYS_SHOWN = frozenset({"review", "clearance", "back", "drafts", "late", "soon"})


@dataclass(frozen=True)
class Heap:
    """A pile as the desk shows it: the first few, and how many in all."""

    pile: Pile
    count: int
    first: list[Edition]


@dataclass(frozen=True)
class Desk:
    today: date
    heaps: list[Heap]
    owed: list[Due]
    missed: list[Due]
    policies_waiting: int

    @property
    def last_year(self) -> int:
        return self.today.year - 1


def desk_of(person: Staff, township: Township) -> Desk:
    """Everything that waits for `person`, or for everyone where they act for all."""
    today, calendar = clock.today(), current_calendar()
    dues = due_between(township, today - LOOK_BACK, deadline(today, SOON, calendar).due)
    unpublished = [due for due in dues if _concerns(due, person) and not due.published]
    return Desk(
        today,
        _heaps(piles_of(person, township, today, calendar)),
        [due for due in unpublished if due.due_on >= today],
        [due for due in unpublished if due.due_on < today],
        policies_without_interpretation(township).count(),
    )


def _heaps(piles: list[Pile]) -> list[Heap]:
    heaps = [_heap(pile) for pile in piles]
    return [heap for heap in heaps if heap.count or heap.pile.key in ALWAYS_SHOWN]


def _heap(pile: Pile) -> Heap:
    """One query: the first few, and a count only where there are more."""
    rows = pile.editions.select_related("issuer").order_by("due_on", "pk").defer("body")
    first = list(rows[: SHOWN + 1])
    count = len(first) if len(first) <= SHOWN else pile.editions.count()
    return Heap(pile, count, first[:SHOWN])


def _concerns(due: Due, person: Staff) -> bool:
    return person.acts_for_whole_township or due.organisation.pk in person.covered_organisations


def policies_without_interpretation(township: Township) -> Any:
    public = Disclosure.objects.public(township, clock.now())
    policies = public.filter(live__entry__kind=CatalogueEntry.Kind.POLICY)
    return without_interpretation(policies, public)
