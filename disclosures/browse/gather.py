"""What the page of a key category gathers above its documents: what one can get, who is on notice,
how to go about it, what others asked."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone

from disclosures.guides.public import public_guides
from disclosures.lists.public import on_notice, public_lists, with_sums
from disclosures.programmes.public import of_category, public_programmes, running
from disclosures.questions.models import Question
from portal.core.township.models import Township

MOST = 5

Source = Callable[[str, Township, datetime], "Shelf"]
_MORE: list[Source] = []


def add_shelf(source: Source) -> None:
    """For an app above this one that has something to show in a category; called from its
    module `shelves`."""
    _MORE.append(source)


@dataclass(frozen=True)
class Shelf:
    """The first few of one kind in a category; `cards` is the template that shows `items`."""

    key: str
    name: str
    cards: str
    items: list[Any]
    more: str
    more_name: str


def shelves_of(slug: str, township: Township, at: datetime) -> list[Shelf]:
    """The shelves of a category that hold anything; one query each."""
    shelves = (
        _programmes(slug, township, at),
        _notices(slug, township, at),
        _guides(slug, township, at),
        *(source(slug, township, at) for source in _MORE),
        _questions(slug, township, at),
    )
    return [shelf for shelf in shelves if shelf.items]


def _programmes(slug: str, township: Township, at: datetime) -> Shelf:
    """What one can get now, with today's standard."""
    found = running(of_category(public_programmes(township, at), slug), timezone.localdate(at))
    return Shelf(
        "programmes",
        "能得到什么",
        "disclosures/programmes/_cards.html",
        list(found[: MOST + 3]),
        f"{reverse('disclosures:benefits')}?category={slug}",
        "全部惠民项目",
    )


def _notices(slug: str, township: Township, at: datetime) -> Shelf:
    """Lists on notice first, then the latest of the others."""
    today = timezone.localdate(at)
    lists = public_lists(township, at).filter(live__noticelist__kind__category=slug)
    running = list(with_sums(on_notice(lists, today))[:MOST])
    if len(running) < MOST:
        others = with_sums(lists).exclude(pk__in=[item.pk for item in running])
        running += list(others[: MOST - len(running)])
    return Shelf(
        "lists",
        "公示了哪些名单",
        "disclosures/lists/_list.html",
        running,
        f"{reverse('disclosures:lists')}?category={slug}",
        "全部名单",
    )


def _guides(slug: str, township: Township, at: datetime) -> Shelf:
    return Shelf(
        "guides",
        "怎样申请、怎样办",
        "disclosures/guides/_cards.html",
        list(public_guides(township, at).in_category(slug)[:MOST]),
        f"{reverse('disclosures:services')}?category={slug}",
        "全部办事指南",
    )


def _questions(slug: str, township: Township, at: datetime) -> Shelf:
    return Shelf(
        "questions",
        "大家在问",
        "disclosures/questions/_rows.html",
        list(Question.objects.public(township, at).in_category(slug)[:MOST]),
        f"{reverse('disclosures:questions')}?category={slug}",
        "全部问答",
    )
