"""Service guides that residents may read: by life event, by plain words, by who gives them."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from operator import and_, or_
from typing import Any

from django.db.models import Count, F, Q
from django.db.models.functions import Coalesce, Length

from disclosures.catalogue.categories import CATEGORIES
from disclosures.guides.events import EVENTS, MARK, LifeEvent
from disclosures.guides.names import bare_name
from disclosures.items.models import Disclosure
from disclosures.items.querysets import DisclosureQuerySet
from disclosures.items.shapes import Shape
from portal.core.township.models import Township
from portal.search.parts import every_part

SEARCHED = ("title", "summary", "keywords", "serviceguide__also_called")
MOST_WORDS = 6
SHORTEST_NAME = 2


def public_guides(township: Township, at: datetime) -> DisclosureQuerySet:
    """Public guides in the order of the catalogue, each with its part and its office."""
    found = Disclosure.objects.public(township, at).of_shape(Shape.SERVICE_GUIDE)
    with_office = found.select_related("live__serviceguide__office").without_bodies()
    return with_office.order_by("live__entry__position", "live__title", "pk")


def of_event(guides: DisclosureQuerySet, event: LifeEvent) -> DisclosureQuerySet:
    return guides.filter(live__serviceguide__events__contains=f"{MARK}{event.slug}{MARK}")


def closest_first(guides: DisclosureQuerySet) -> DisclosureQuerySet:
    """What belongs to few events before what may come up with many."""
    breadth = Length("live__serviceguide__events")
    return guides.order_by(breadth, "live__entry__position", "live__title", "pk")


def given_by(guides: DisclosureQuerySet, slug: str) -> DisclosureQuerySet:
    """Those that the body called `slug` gives: the office named, else the one that issued it."""
    named = Q(live__serviceguide__office__slug=slug)
    issued = Q(live__serviceguide__office__isnull=True, live__issuer__slug=slug)
    return guides.filter(named | issued)


def matching(guides: DisclosureQuerySet, question: str) -> DisclosureQuerySet:
    """Those where every word of the question stands somewhere, or whose name stands in it."""
    words = question.split()[:MOST_WORDS]
    if not words:
        return guides
    every = reduce(and_, (every_part(word, _word) for word in words))
    return guides.filter(every | Q(pk__in=_named_in("".join(words), guides)))


def _word(word: str) -> Q:
    fields = [Q(**{f"live__{name}__icontains": word}) for name in SEARCHED]
    meant = [event.slug for event in EVENTS if word in (event.name, *event.words)]
    fields += [Q(live__serviceguide__events__contains=f"{MARK}{slug}{MARK}") for slug in meant]
    return reduce(or_, fields)


def _named_in(question: str, guides: DisclosureQuerySet) -> list[int]:
    """Guides whose name, or what people call it, is part of what was asked: 怎么办准生证."""
    rows: Any = guides.order_by().values_list(
        "pk", "live__title", "live__serviceguide__also_called"
    )
    return [
        pk
        for pk, title, called in rows
        if any(
            len(name) >= SHORTEST_NAME and name in question
            for name in (bare_name(title), *called.split("、"))
        )
    ]


@dataclass(frozen=True)
class EventCount:
    event: LifeEvent
    count: int


def events_with_counts(guides: DisclosureQuerySet) -> list[EventCount]:
    """Each life event that has guides, with how many; one query."""
    rows: Any = guides.order_by().values_list("live__serviceguide__events", flat=True)
    counts = Counter(slug for row in rows for slug in row.split(MARK))
    return [EventCount(event, counts[event.slug]) for event in EVENTS if counts[event.slug]]


def offices_with_counts(guides: DisclosureQuerySet) -> list[tuple[str, str, int]]:
    """Slug, name and number of guides of each body that gives services; one query."""
    bodies = guides.order_by().values(
        slug=Coalesce(F("live__serviceguide__office__slug"), F("live__issuer__slug")),
        name=Coalesce(F("live__serviceguide__office__name"), F("live__issuer__name")),
    )
    rows: Any = bodies.annotate(count=Count("pk")).order_by("-count", "name")
    return [(row["slug"], row["name"], row["count"]) for row in rows]


def categories_with_counts(guides: DisclosureQuerySet) -> list[tuple[str, str, int]]:
    """The same of the key categories; one query."""
    slugs: Any = guides.order_by().values_list("live__entry__category", flat=True)
    counts = Counter(slugs)
    found = ((one.slug, one.name, counts[one.slug]) for one in CATEGORIES)
    return [row for row in found if row[2]]
