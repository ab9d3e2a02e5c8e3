"""Before an application is handled: was the same asked before, is it public, is it a repeat?"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from applications.alike.published import Published, published_like
from applications.alike.words import shared, telling
from applications.cases.models import Applicant, Application
from applications.decisions.outcomes import Outcome
from disclosures.items.models import Disclosure
from portal.core import clock

__all__ = ["Alike", "Earlier", "Published", "alike_to", "published_like"]

MOST = 8
MOST_REPEATS = 30
LOOKED_AT = 3_000  # the newest applications of the township
# at least this share of the telling words, in percent
LEAST_SHARED = 40


@dataclass(frozen=True)
class Earlier:
    """An application that came before. `public` is what it was turned into, where public."""

    application: Application
    words: tuple[str, ...] = ()  # what it shares with the one in hand
    same_by: str = ""  # how the same applicant was known again
    public: Disclosure | None = None

    @property
    def outcome(self) -> str:
        kept = self.application.outcome
        return Outcome(kept).label if kept else self.application.state_label

    @property
    def repeats(self) -> bool:
        """Same applicant, same subject: may be 重复申请 (条例 art. 36(6))."""
        return bool(self.same_by and self.words)


@dataclass(frozen=True)
class Alike:
    """`earlier`: others who asked for the like; `repeats`: all that this applicant asked for, what
    looks like the same first; `published`: what is public."""

    earlier: list[Earlier]
    published: list[Published]
    repeats: list[Earlier]

    @property
    def anything(self) -> bool:
        return bool(self.earlier or self.published or self.repeats)


def alike_to(application: Application) -> Alike:
    """Seven queries at most, however many applications there are."""
    asked = telling(application.subject)
    same = _same_applicant(application)
    others = [one for one in _before(application) if one.pk not in same]
    likest = sorted(_ranked(asked, others), key=lambda pair: (-len(pair[1]), -pair[0].pk))[:MOST]
    own = _of_applicant(application, same, asked)
    public = _public_items(application, [one for one, _ in likest] + [one for one, *_ in own])
    return Alike(
        earlier=[
            Earlier(one, words, "", public.get(one.answered_by_item_id)) for one, words in likest
        ],
        published=published_like(application.township, application.subject),
        repeats=[
            Earlier(one, words, how, public.get(one.answered_by_item_id)) for one, words, how in own
        ],
    )


def _before(application: Application) -> Iterable[Application]:
    """Those of this township that came before, without their sealed words."""
    rows = Application.objects.filter(
        township_id=application.township_id, pk__lt=application.pk, anonymised_at__isnull=True
    )
    return rows.defer("description").order_by("-pk")[:LOOKED_AT]


def _ranked(
    asked: list[str], applications: Iterable[Application]
) -> list[tuple[Application, tuple[str, ...]]]:
    held = ((one, tuple(shared(asked, one.subject))) for one in applications)
    return [(one, words) for one, words in held if _enough(asked, words)]


def _enough(asked: list[str], words: tuple[str, ...]) -> bool:
    return bool(words) and len(words) * 100 >= LEAST_SHARED * len(asked)


def _same_applicant(application: Application) -> dict[int, str]:
    """Earlier applications of the same person, with what gave them away. A name alone proves
    nothing and says so."""
    applicant = Applicant.objects.filter(application=application).first()
    if applicant is None:
        return {}
    marks = {
        "证件号码相同": ("identity_mark", applicant.identity_mark),
        "电话相同": ("phone_mark", applicant.phone_mark),
        "姓名或者名称相同，请核对是不是同一人": ("name_mark", applicant.name_mark),
    }
    asked = {how: pair for how, pair in marks.items() if pair[1]}
    if not asked:
        return {}
    anyone = Q()
    for field, mark in asked.values():
        anyone |= Q(**{field: mark})
    rows = Applicant.objects.filter(
        anyone, township_id=application.township_id, application_id__lt=application.pk
    ).order_by("-application_id")
    found: Any = rows.values("application_id", "identity_mark", "phone_mark", "name_mark")
    return {
        row["application_id"]: next(
            how for how, (field, mark) in asked.items() if row[field] == mark
        )
        for row in found[:LOOKED_AT]
    }


def _of_applicant(
    application: Application, same: dict[int, str], asked: list[str]
) -> list[tuple[Application, tuple[str, ...], str]]:
    rows = Application.objects.filter(township_id=application.township_id, pk__in=list(same))
    alike = dict(_ranked(asked, kept := list(rows.defer("description").order_by("-pk"))))
    found = [(one, alike.get(one, ()), same[one.pk]) for one in kept]
    return sorted(found, key=lambda one: -len(one[1]))[:MOST_REPEATS]


def _public_items(
    application: Application, found: list[Application]
) -> dict[int | None, Disclosure]:
    """Only what anyone may read now: one rule for page, search and this."""
    keys = [one.answered_by_item_id for one in found if one.answered_by_item_id]
    if not keys:
        return {}
    items = Disclosure.objects.public(application.township, clock.now()).without_bodies()
    return {item.pk: item for item in items.filter(pk__in=keys)}
