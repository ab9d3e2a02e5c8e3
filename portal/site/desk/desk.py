"""待办: what waits for whom, on the first page of the admin."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from disclosures.catalogue.models import CatalogueEntry
from disclosures.corrections.models import ErrorReport
from disclosures.items.models import Disclosure, Edition
from disclosures.items.states import CLEARERS, REVIEWERS, State
from disclosures.policies.waiting import without_interpretation
from disclosures.schedule.due import Due, due_between, missed
from portal.core import clock
from portal.core.staff.models import Staff
from portal.core.township.models import Township

SOON = timedelta(days=7)
SHOWN = 8


@dataclass(frozen=True)
class Pile:
    """Editions of one kind on the desk: the first few, how many in all, and where the rest is."""

    name: str
    count: int
    first: list[Edition]
    query: str
    urgent: bool = False


@dataclass(frozen=True)
class Desk:
    today: date
    piles: list[Pile]
    owed: list[Due]
    missed: list[Due]
    policies_waiting: int
    reports_open: int


def desk_of(person: Staff, township: Township) -> Desk:
    """Everything that waits for `person`, or for everyone where they act for all."""
    today = clock.today()
    week = due_between(township, today, today + SOON)
    return Desk(
        today,
        [pile for pile in _piles(person, township, today) if pile.count or pile.name == "草稿"],
        [due for due in week if _mine(due, person) and not due.published],
        [due for due in missed(township, today) if _mine(due, person)],
        _policies_waiting(township),
        ErrorReport.objects.of(township).filter(closed_at__isnull=True).count(),
    )


def _piles(person: Staff, township: Township, today: date) -> list[Pile]:
    mine = Edition.objects.of(township).open().within_reach_of(person)
    mine = mine.select_related("issuer", "entry")
    drafts = mine.filter(state=State.DRAFT)
    others = mine.exclude(last_editor=person).exclude(author=person)
    piles = [
        _pile("退回给我改的", drafts.exclude(sent_back=""), "state=draft", urgent=True),
        _pile("超过时限还没公开", mine.overdue(today), "due=late", urgent=True),
        _pile("七天内到期", mine.due_within(today, today + SOON), "due=soon"),
        _pile("草稿", drafts.filter(sent_back=""), "state=draft"),
        _pile("已审查、等着定时发布", mine.filter(state=State.SCHEDULED), "state=scheduled"),
    ]
    if person.roles & CLEARERS:
        waiting = others.filter(state=State.CLEARANCE)
        piles.insert(0, _pile("等我保密审查", waiting, "state=clearance"))
    if person.roles & REVIEWERS:
        piles.insert(0, _pile("等我审核", others.filter(state=State.REVIEW), "state=review"))
    return piles


def _pile(name: str, editions: Any, query: str, *, urgent: bool = False) -> Pile:
    rows = editions.order_by("due_on", "pk")
    count = rows.count()
    return Pile(name, count, list(rows.defer("body")[:SHOWN]) if count else [], query, urgent)


def _mine(due: Due, person: Staff) -> bool:
    return person.acts_for_whole_township or due.organisation.pk in person.covered_organisations


def _policies_waiting(township: Township) -> int:
    public = Disclosure.objects.public(township, clock.now())
    policies = public.filter(live__entry__kind=CatalogueEntry.Kind.POLICY)
    return without_interpretation(policies, public).count()
