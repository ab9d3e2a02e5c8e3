"""Programmes that residents may read: all of them, those of a category, those that still run."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from functools import reduce
from operator import and_, or_
from typing import Any

from django.db.models import Count, F, Q
from django.db.models.functions import Coalesce

from disclosures.items.models import Disclosure
from disclosures.items.querysets import DisclosureQuerySet
from disclosures.items.shapes import Shape
from disclosures.programmes.areas import AREAS, Area, areas_of
from disclosures.programmes.who import Fit, Match, Person, match
from portal.core.township.models import Township
from portal.search.parts import every_part

SEARCHED = (
    "title",
    "summary",
    "keywords",
    "programme__also_called",
    "programme__what",
    "programme__who",
)
MOST_WORDS = 6


def public_programmes(township: Township, at: datetime) -> DisclosureQuerySet:
    """Public programmes area by area, each with its part, its office and all its standards."""
    found = Disclosure.objects.public(township, at).of_shape(Shape.PROGRAMME)
    whole = found.select_related("live__programme__office").without_bodies()
    ordered = whole.order_by("live__programme__position", "live__title", "pk")
    return ordered.prefetch_related("live__standards")


def running(programmes: DisclosureQuerySet, on: date) -> DisclosureQuerySet:
    """Those in force on the day `on`: neither repealed nor over."""
    return programmes.exclude(repealed_on__lte=on).exclude(live__expires_on__lt=on)


def over(programmes: DisclosureQuerySet, on: date) -> DisclosureQuerySet:
    return programmes.filter(Q(repealed_on__lte=on) | Q(live__expires_on__lt=on))


def of_category(programmes: DisclosureQuerySet, slug: str) -> DisclosureQuerySet:
    """Those that a key category gathers: filed under it, or of its area of life."""
    of_area = Q(live__programme__area__in=areas_of(slug))
    return programmes.filter(Q(live__entry__category=slug) | of_area)


def with_key(programmes: DisclosureQuerySet, key: str) -> Disclosure | None:
    return programmes.filter(live__programme__key=key).first()


def run_by(programmes: DisclosureQuerySet, slug: str) -> DisclosureQuerySet:
    """Those of the body called `slug`: the office named, else the one that issued it."""
    named = Q(live__programme__office__slug=slug)
    issued = Q(live__programme__office__isnull=True, live__issuer__slug=slug)
    return programmes.filter(named | issued)


def matching(programmes: DisclosureQuerySet, question: str) -> DisclosureQuerySet:
    """Those where every word of the question stands somewhere."""
    words = question.split()[:MOST_WORDS]
    if not words:
        return programmes
    return programmes.filter(reduce(and_, (every_part(word, _word) for word in words)))


def _word(word: str) -> Q:
    return reduce(or_, (Q(**{f"live__{name}__icontains": word}) for name in SEARCHED))


@dataclass(frozen=True)
class AreaGroup:
    area: Area
    items: list[Any]


def by_area(items: Any) -> list[AreaGroup]:
    """The areas that have programmes, in their order."""
    found: dict[str, list[Any]] = {}
    for item in items:
        found.setdefault(item.live.programme.area, []).append(item)
    return [AreaGroup(area, found[area.slug]) for area in AREAS if area.slug in found]


def areas_with_counts(programmes: DisclosureQuerySet) -> list[tuple[Area, int]]:
    """Each area that has programmes, with how many; one query."""
    slugs: Any = programmes.order_by().values_list("live__programme__area", flat=True)
    counts = Counter(slugs)
    return [(area, counts[area.slug]) for area in AREAS if counts[area.slug]]


def offices_with_counts(programmes: DisclosureQuerySet) -> list[tuple[str, str, int]]:
    """Slug, name and number of programmes of each body that runs any; one query."""
    bodies = programmes.order_by().values(
        slug=Coalesce(F("live__programme__office__slug"), F("live__issuer__slug")),
        name=Coalesce(F("live__programme__office__name"), F("live__issuer__name")),
    )
    rows: Any = bodies.annotate(count=Count("pk")).order_by("-count", "name")
    return [(row["slug"], row["name"], row["count"]) for row in rows]


@dataclass(frozen=True)
class Found:
    """A programme as the general check puts it to somebody."""

    item: Any
    match: Match


def sorted_for(person: Person, items: Any) -> dict[str, list[Found]]:
    """The programmes by how they fit, under the values of Fit; each area's in its order."""
    found: dict[str, list[Found]] = {fit.value: [] for fit in Fit}
    for group in by_area(items):
        for item in group.items:
            answer = match(item.live.programme.aim, person)
            found[answer.fit.value].append(Found(item, answer))
    return found
