"""Guides that are not public, or another township's, are behind no door."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from disclosures.flow.advance import approve, submit
from disclosures.flow.publish import publish_archived
from disclosures.flow.revise import revise
from disclosures.flow.withdraw import withdraw
from disclosures.items.models import Edition
from portal.core import clock
from portal.core.staff.roles import Role
from tests import factories
from tests.cast import Cast
from tests.disclosures.guides.guides import drafted, published, through
from tests.doors.routes import text_of

WORD = "木樨"
WORDS = {
    "title": f"{WORD}办事指南",
    "also_called": f"{WORD}补贴、桂花钱",
    "window": f"{WORD}窗口",
    "events": ("birth",),
    "materials": ({"name": f"{WORD}证"},),
    "steps": ({"name": f"{WORD}受理"},),
}


def draft(cast: Cast) -> Edition:
    return drafted(cast.town, by=cast.clerk, **WORDS)


def in_review(cast: Cast) -> Edition:
    return submit(draft(cast), by=cast.clerk)


def in_clearance(cast: Cast) -> Edition:
    return approve(in_review(cast), by=cast.reviewer)


def scheduled(cast: Cast) -> Edition:
    later = clock.now() + timedelta(days=1)
    edition = drafted(cast.town, by=cast.clerk, go_live_at=later, **WORDS)
    through(edition, cast)
    return edition


def public_later(cast: Cast) -> Edition:
    edition = drafted(cast.town, by=cast.officer, **WORDS)
    publish_archived(edition, at=clock.now() + timedelta(hours=1), by=cast.officer)
    return edition


def taken_down(cast: Cast) -> Edition:
    disclosure = withdraw(through(draft(cast), cast), by=cast.officer, reason="有误")
    return disclosure.live


def over(cast: Cast) -> Edition:
    soon = clock.now() - timedelta(minutes=1)
    edition = drafted(cast.town, by=cast.officer, down_at=soon, **WORDS)
    publish_archived(edition, at=clock.now() - timedelta(days=9), by=cast.officer)
    return edition


def underway(cast: Cast) -> Edition:
    """A revision: its words are nobody's while the old ones stay public."""
    plain = through(drafted(cast.town, by=cast.clerk, title="旧名办事指南"), cast)
    edition = revise(plain, by=cast.clerk)
    edition.materials.update(name=f"{WORD}证")
    Edition.objects.filter(pk=edition.pk).update(title=WORDS["title"])
    return edition


def doors(edition: Edition) -> list[str]:
    services = reverse("disclosures:services")
    item = edition.disclosure.index_number
    own = [reverse(f"disclosures:{name}", args=[item]) for name in ("item", "print") if item]
    return [
        "/",
        services,
        f"{services}?event=birth",
        f"{services}?q=桂花钱",
        f"{services}?office={edition.issuer.slug}",
        f"{services}?format=csv",
        f"{services}?format=xlsx&event=birth",
        reverse("disclosures:category", args=["services"]),
        edition.entry.get_absolute_url(),
        reverse("disclosures:items"),
        reverse("site:feed-all"),
        *own,
    ]


@pytest.fixture
def visitor(cast: Cast, settings: object) -> Client:
    settings.ALLOWED_HOSTS = ["own.example", "other.example"]
    cast.town.host = "own.example"
    cast.town.save(update_fields=["host"])
    return Client(headers={"host": "own.example"})


@pytest.mark.parametrize(
    "made",
    [draft, in_review, in_clearance, scheduled, public_later, taken_down, over, underway],
)
def test_what_is_not_public_is_seen_through_no_door(
    made: Callable[[Cast], Edition], cast: Cast, visitor: Client
) -> None:
    edition = made(cast)
    seen = [door for door in doors(edition) if WORD in text_of(visitor.get(door))]
    assert seen == []


def test_what_is_public_is_seen_through_all_of_them(cast: Cast, visitor: Client) -> None:
    edition = drafted(
        cast.town, by=cast.clerk, entry=factories.entry(cast.town, category="services"), **WORDS
    )
    through(edition, cast)
    edition.disclosure.refresh_from_db()
    seen = {door: WORD in text_of(visitor.get(door)) for door in doors(edition) if door != "/"}
    assert seen == dict.fromkeys(seen, True)
    assert "?event=birth" in text_of(visitor.get("/"))


def test_another_townships_guides_are_nowhere(cast: Cast, visitor: Client) -> None:
    there = factories.township(host="other.example")
    office = factories.organisation(there, name=f"{WORD}便民服务中心", address=f"{WORD}路1号")
    theirs = published(there, by=factories.staff(office, Role.OFFICER), office=office, **WORDS)
    cast.town.address, cast.town.office_hours = "本镇路2号", "工作日"
    cast.town.save()
    own = published(cast.town, by=cast.officer, window="", address="", hours="", phone="")
    assert "本镇路2号" in text_of(visitor.get(own.get_absolute_url()))
    answers = [text_of(visitor.get(door)) for door in doors(theirs.live)]
    assert not any(WORD in text for text in answers)
    assert visitor.get(theirs.get_absolute_url()).status_code == 404
