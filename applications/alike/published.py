"""What is already public for what somebody looks for, so that nobody need apply for it."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.safestring import SafeString

from applications.alike.words import shared, telling
from disclosures.items.models import Disclosure
from portal.core import clock
from portal.core.township.models import Township
from portal.search.engine import holding
from portal.search.marks import excerpt
from portal.search.models import SearchDocument
from portal.search.query import groups_of, search, visible

MOST = 8
LOOKED_AT = 200


@dataclass(frozen=True)
class Published:
    """Something public that may be what is looked for."""

    title: str
    url: str
    on: date
    excerpt: SafeString
    from_request: bool = False  # published after an earlier application asked for it


def published_like(township: Township, words: str, most: int = MOST) -> list[Published]:
    """At most `most`: what holds all the words, then what has most of them in its title.

    What was published in answer to earlier applications is among it and marked so: found by its
    own public words, never by those of the applicant.
    """
    at = clock.now()
    asked = telling(words)
    if not asked:
        return []
    found = search(words, township, at).documents or search(" ".join(asked), township, at).documents
    if len(found) < most:
        known = {document.pk for document in found}
        found += [one for one in _nearly(township, asked, at) if one.pk not in known]
    chosen = found[:most]
    answers = _answers_among(township, chosen, at)
    return [_shown(document, asked, document.url in answers) for document in chosen]


def _nearly(township: Township, asked: list[str], at: datetime) -> list[SearchDocument]:
    """Documents with at least half of the words in their title, the most first."""
    anyone = [[word for group in groups_of(asked) for word in group]]
    newest = visible(township, at).select_related("organisation").defer("vector", "title_vector")
    rows = holding(newest.order_by("-published_at", "-pk"), anyone, in_title=True)[:LOOKED_AT]
    held = [(len(shared(asked, row.title)), row) for row in rows]
    enough = [(count, row) for count, row in held if count * 2 >= len(asked)]
    return [row for _, row in sorted(enough, key=lambda one: -one[0])]


def _answers_among(township: Township, found: list[SearchDocument], at: datetime) -> set[str]:
    """The addresses of those items that were published because an application asked for them."""
    keys = [int(one.key) for one in found if one.key.isdigit()]
    items = Disclosure.objects.public(township, at).filter(pk__in=keys, answers__isnull=False)
    return {item.get_absolute_url() for item in items.without_bodies()}


def _shown(document: SearchDocument, asked: list[str], from_request: bool) -> Published:
    on = timezone.localdate(document.published_at)
    return Published(document.title, document.url, on, excerpt(document.text, asked), from_request)
