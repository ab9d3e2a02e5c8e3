"""Finding what is to be hung, by words of its title or its number."""

from datetime import datetime

from django.db.models import Q

from portal.core.township.models import Township
from portal.reports.board.kinds import SheetKind
from portal.reports.board.subjects import KINDS, Subject

MOST_OF_A_KIND = 15


def found_for(words: str, township: Township, at: datetime) -> list[Subject]:
    """Public records of every kind, the newest of each first."""
    words = words.strip()[:60]
    if not words:
        return []
    return [subject for kind in SheetKind for subject in _of_kind(kind, words, township, at)]


def _of_kind(kind: SheetKind, words: str, township: Township, at: datetime) -> list[Subject]:
    source = KINDS[kind]
    named = Q()
    for field in source.words:
        named |= Q(**{f"{field}__icontains": words})
    return [source.named(one) for one in source.public(township, at).filter(named)[:MOST_OF_A_KIND]]
