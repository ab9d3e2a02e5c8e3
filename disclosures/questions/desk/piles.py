"""Which questions wait for whom. The desk counts them, the list shows them."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Q

from disclosures.items.states import REVIEWERS
from disclosures.questions.models import Question, Supplement
from disclosures.questions.querysets import QuestionQuerySet
from disclosures.questions.states import OPEN_STATES, State
from portal.core import clock
from portal.core.staff.models import Staff
from portal.core.staff.roles import OFFICE, WHOLE_TOWNSHIP, WRITERS, Role
from portal.core.township.models import Township

SHOWN = 4


@dataclass(frozen=True)
class QuestionPile:
    """Questions of one kind; `key` names the pile in the address of its list."""

    key: str
    name: str
    which: Q
    urgent: bool = False


@dataclass(frozen=True)
class QuestionHeap:
    """A pile as the desk shows it: the first few, and how many in all."""

    pile: QuestionPile
    count: int
    first: list[Question]


def piles_of(person: Staff, township: Township, on: date) -> list[QuestionPile]:
    """The piles that `person` may have, the most pressing first; empty ones too."""
    late = Q(state__in=OPEN_STATES, due_on__lt=on)
    piles = [QuestionPile("late", "超过答复期限的提问和纠错", late, urgent=True)]
    if person.roles & OFFICE:
        received = Q(state=State.RECEIVED)
        piles.append(QuestionPile("received", "待交办的提问和纠错", received))
    if person.roles & WRITERS:
        given = Q(state=State.ASSIGNED) & _as(WRITERS, person)
        piles.append(QuestionPile("assigned", "待答复的提问和纠错", given))
    if person.roles & REVIEWERS:
        written = _to_review(person, township) & _as(REVIEWERS, person)
        piles.append(QuestionPile("drafted", "待我审核的答复", written))
    return piles


def _to_review(person: Staff, township: Township) -> Q:
    """Answers and supplements that somebody else wrote."""
    waiting = Supplement.objects.of(township).filter(released_at__isnull=True)
    added = waiting.exclude(written_by=person).values("question")
    answered = Q(state=State.DRAFTED) & ~Q(written_by=person)
    return answered | Q(state=State.PUBLISHED, pk__in=added)


def _as(roles: frozenset[Role], person: Staff) -> Q:
    """Those that `person` reaches in one of `roles` (as Staff.may says of one)."""
    if person.is_superuser or person.roles & roles & WHOLE_TOWNSHIP:
        return Q()
    return Q(assigned_to__in=person.covered_organisations)


def heaps_of(person: Staff, township: Township) -> list[QuestionHeap]:
    """What waits for `person`, only where something does: one query counts, one more for each
    that is not empty."""
    piles = piles_of(person, township, clock.today())
    seen = Question.objects.of(township).seen_by(person).order_by()
    counts = seen.aggregate(**{pile.key: Count("pk", filter=pile.which) for pile in piles})
    return [
        QuestionHeap(pile, counts[pile.key], _first(seen, pile))
        for pile in piles
        if counts[pile.key]
    ]


def _first(seen: QuestionQuerySet, pile: QuestionPile) -> list[Question]:
    rows = seen.filter(pile.which).select_related("assigned_to").defer("answer", "contact")
    return list(rows.order_by(F("due_on").asc(nulls_last=True), "pk")[:SHOWN])
