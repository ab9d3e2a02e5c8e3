"""Answering a question: the same documents in the same order on both databases.

What counts is explained by four steps, not by a score: an exact number, the question's very words
in the title, all of its words in the title, all of its words anywhere. Within a step what tells
how to get or do something comes first and lists last, then the newest. The newest thousand are
looked at: beyond that a count says 1000+.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum
from typing import Any

from django.db.models import Q

from portal.core.township.models import Township
from portal.search.engine import Groups, holding
from portal.search.models import SearchDocument
from portal.search.words import meanings, plain, plain_number, terms, tokens

LOOKED_AT = 1_000
IN_TITLE = 300
PAGE = 15
MOST_TERMS = 8
LONGEST = 60
LIGHT = ("id", "kind", "category", "organisation_id", "year", "published_at", "title", "numbers")
Kind = SearchDocument.Kind
RANK = {Kind.PROGRAMME: 0, Kind.SERVICE: 0, Kind.OFFICE: 0, Kind.VILLAGE: 0, Kind.LIST: 2}
FACETS = ("kind", "category", "organisation_id", "year")


class Step(IntEnum):
    NUMBER = 0
    PHRASE = 1
    TITLE = 2
    TEXT = 3


@dataclass(frozen=True)
class Chosen:
    """What the answer is narrowed by; None and "" leave it open."""

    kind: str = ""
    category: str = ""
    organisation_id: int | None = None
    year: int | None = None

    def meets(self, row: Mapping[str, Any], but: str = "") -> bool:
        """Whether a row meets all of it, leaving out the facet `but`."""
        wanted = {name: getattr(self, name) for name in FACETS if name != but}
        return all(not value or row[name] == value for name, value in wanted.items())


@dataclass(frozen=True)
class Answer:
    """A page of what was found, with how many there are and how they divide."""

    question: str
    documents: list[SearchDocument]
    count: int
    capped: bool
    page: int
    pages: int
    words: tuple[str, ...] = ()  # what to mark in the texts
    facets: dict[str, Counter[Any]] = field(default_factory=dict)


def visible(township: Township, at: datetime) -> Any:
    """Documents of `township` that may be found at the moment `at`."""
    documents = SearchDocument.objects.of(township).filter(published_at__lte=at)
    return documents.filter(Q(visible_until__isnull=True) | Q(visible_until__gt=at))


def search(
    question: str,
    township: Township,
    at: datetime,
    *,
    chosen: Chosen | None = None,
    by_date: bool = False,
    page: int = 1,
) -> Answer:
    """What answers `question`, narrowed by `chosen`; an empty question finds nothing."""
    chosen = chosen or Chosen()
    asked = terms(question[:LONGEST])[:MOST_TERMS]
    if not asked:
        return Answer(question, [], 0, False, 1, 0)
    rows, capped = _candidates(question, asked, visible(township, at))
    facets = {
        name: Counter(row[name] for row in rows if row[name] and chosen.meets(row, but=name))
        for name in FACETS
    }
    kept = [row for row in rows if chosen.meets(row)]
    kept.sort(key=_newest_first if by_date else _most_fitting_first)
    pages = -(-len(kept) // PAGE)
    page = page if 1 <= page <= pages else 1
    shown = [row["id"] for row in kept[(page - 1) * PAGE : page * PAGE]]
    marked = tuple(dict.fromkeys(word for one in asked for word in meanings(one)))
    return Answer(question, _fetched(shown), len(kept), capped, page, pages, marked, facets)


def _candidates(
    question: str, asked: list[str], documents: Any
) -> tuple[list[dict[str, Any]], bool]:
    """The newest that hold the words anywhere, the newest that hold them in the title, and those
    with the very number; each with the step that it answers on."""
    groups = groups_of(asked)
    newest = documents.order_by("-published_at", "-id").values(*LIGHT)
    number = plain_number(question)
    found: dict[int, dict[str, Any]] = {}
    anywhere = list(holding(newest, groups, in_title=False)[: LOOKED_AT + 1])
    for row in anywhere[:LOOKED_AT]:
        found[row["id"]] = {**row, "step": Step.TEXT}
    for row in holding(newest, groups, in_title=True)[:IN_TITLE]:
        found[row["id"]] = {**row, "step": Step.TITLE}
    for row in found.values():
        if row["step"] == Step.TITLE and plain(question.strip()) in plain(row["title"]):
            row["step"] = Step.PHRASE
    if any(letter.isdigit() for letter in number):
        for row in newest.filter(numbers__contains=number)[:IN_TITLE]:
            exact = number in row["numbers"].split(" ")
            found[row["id"]] = {**row, "step": Step.NUMBER if exact else Step.PHRASE}
    return list(found.values()), len(anywhere) > LOOKED_AT


def groups_of(asked: list[str]) -> Groups:
    """Each word with what means the same, cut into the tokens that stand in the index."""
    return [[tokens(word) or [word] for word in meanings(one)] for one in asked]


def _newest_first(row: Mapping[str, Any]) -> tuple[float, int]:
    return -row["published_at"].timestamp(), -row["id"]


def _most_fitting_first(row: Mapping[str, Any]) -> tuple[Any, ...]:
    """By step, then what tells how to get or do something, then the rest, then lists."""
    return row["step"], RANK.get(row["kind"], 1), *_newest_first(row)


def _fetched(keys: list[int]) -> list[SearchDocument]:
    """The documents with these keys, in this order."""
    documents = SearchDocument.objects.select_related("organisation").in_bulk(keys)
    return [documents[key] for key in keys if key in documents]
