"""Service guides that residents may read, by life event and by plain words."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from operator import and_, or_
from typing import Any

from django.db.models import Q

from disclosures.guides.events import EVENTS, LifeEvent
from disclosures.items.models import Disclosure
from disclosures.items.querysets import DisclosureQuerySet
from disclosures.items.shapes import Shape
from portal.core.township.models import Township

SEARCHED = ("title", "summary", "keywords", "serviceguide__also_called", "issuer__name")
MOST_WORDS = 6


def public_guides(township: Township, at: datetime) -> DisclosureQuerySet:
    found = Disclosure.objects.public(township, at).of_shape(Shape.SERVICE_GUIDE)
    return found.without_bodies().order_by("live__entry__position", "live__title", "pk")


def of_event(guides: DisclosureQuerySet, event: LifeEvent) -> DisclosureQuerySet:
    return guides.filter(live__serviceguide__events__contains=event.slug)


def matching(guides: DisclosureQuerySet, words: str) -> DisclosureQuerySet:
    """Those where every word stands somewhere, or that belong to an event people call so."""
    given = words.split()[:MOST_WORDS]
    return guides.filter(reduce(and_, map(_word, given))) if given else guides


def _word(word: str) -> Q:
    fields: list[Q] = [Q(**{f"live__{name}__icontains": word}) for name in SEARCHED]
    called = [event.slug for event in EVENTS if word == event.name or word in event.words]
    fields += [Q(live__serviceguide__events__contains=slug) for slug in called]
    return reduce(or_, fields)


@dataclass(frozen=True)
class EventCount:
    event: LifeEvent
    count: int


def events_with_counts(guides: DisclosureQuerySet) -> list[EventCount]:
    """Each life event that has guides, with how many; one query."""
    rows: Any = guides.order_by().values_list("live__serviceguide__events", flat=True)
    counts = Counter(slug.strip() for row in rows for slug in row.split(","))
    return [EventCount(event, counts[event.slug]) for event in EVENTS if counts[event.slug]]
