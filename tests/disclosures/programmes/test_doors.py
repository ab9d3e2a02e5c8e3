"""Programmes that are not public, or another township's, are behind no door."""

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
from tests.disclosures.programmes.programmes import drafted, published, through
from tests.doors.routes import text_of

WORD = "木樨"
WORDS = {
    "title": f"{WORD}津贴",
    "what": f"{WORD}每月一份",
    "also_called": "桂花钱",
    "standards": {f"{WORD}一类": (("50", "2025-01-01", None),)},
    "questions": {
        1: (f"{WORD}满80岁？", (("是", "fits", None, ""), ("否", "unlikely", None, f"{WORD}不到"))),
    },
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
    return withdraw(through(draft(cast), cast), by=cast.officer, reason="有误").live


def over(cast: Cast) -> Edition:
    ended = clock.now() - timedelta(minutes=1)
    edition = drafted(cast.town, by=cast.officer, down_at=ended, **WORDS)
    publish_archived(edition, at=ended - timedelta(days=1), by=cast.officer)
    return edition


HIDDEN: tuple[Callable[[Cast], Edition], ...] = (
    draft,
    in_review,
    in_clearance,
    scheduled,
    public_later,
    taken_down,
    over,
)
CHECK = {"who": ["very-old"], "circumstances": ["poor"]}


def doors(client: Client) -> dict[str, str]:
    """What each door says."""
    benefits, table = reverse("disclosures:benefits"), reverse("disclosures:benefit-standards")
    asked = {
        "list": benefits,
        "found": f"{benefits}?q=桂花钱",
        "area": f"{benefits}?area=social-assistance",
        "csv": f"{benefits}?format=csv",
        "xlsx": f"{benefits}?format=xlsx",
        "standards": table,
        "standards csv": f"{table}?format=csv",
        "standards xlsx": f"{table}?format=xlsx",
        "short address": reverse("disclosures:programme", args=["gaoling"]),
        "check": reverse("disclosures:programme-check", args=["gaoling"]),
        "category": reverse("disclosures:category", args=["social-assistance"]),
        "home": "/",
        "feed": reverse("site:feed-all"),
    }
    told = {door: text_of(client.get(address, follow=True)) for door, address in asked.items()}
    told["check answered"] = text_of(client.post(asked["check"], {"q1": 2}))
    told["general check"] = text_of(client.post(reverse("disclosures:benefit-check"), CHECK))
    return told


def test_a_public_one_is_behind_every_door(cast: Cast, client: Client) -> None:
    through(draft(cast), cast)
    assert [door for door, text in doors(client).items() if WORD not in text] == []


@pytest.mark.parametrize("state", HIDDEN, ids=lambda state: state.__name__)
def test_one_that_is_not_public_is_behind_none(
    state: Callable[[Cast], Edition], cast: Cast, client: Client
) -> None:
    state(cast)
    assert [door for door, text in doors(client).items() if WORD in text] == []


@pytest.mark.parametrize("state", HIDDEN, ids=lambda state: state.__name__)
def test_neither_has_it_a_short_address_or_a_check(
    state: Callable[[Cast], Edition], cast: Cast, client: Client
) -> None:
    state(cast)
    assert client.get("/benefits/gaoling/").status_code == 404
    assert client.get("/benefits/gaoling/check/").status_code == 404
    assert client.post("/benefits/gaoling/check/", {"q1": 1}).status_code == 404


def test_the_words_of_a_revision_are_nobodys_until_it_is_public(cast: Cast, client: Client) -> None:
    item = published(cast.town, by=cast.officer)
    edition = revise(item, by=cast.clerk)
    edition.standards.update(grade=f"{WORD}档")
    edition.check_questions.update(text=f"{WORD}满80岁？")
    told = doors(client)
    assert [door for door, text in told.items() if WORD in text] == []
    assert "80—89周岁" in told["list"]


def test_another_townships_is_behind_none(cast: Cast, client: Client, settings: object) -> None:
    settings.ALLOWED_HOSTS = ["testserver", "other.example"]
    cast.town.host = "testserver"
    cast.town.save()
    town = factories.township(host="other.example")
    officer = factories.staff(factories.organisation(town), Role.OFFICER)
    published(town, by=officer, **WORDS)
    assert [door for door, text in doors(client).items() if WORD in text] == []
    there = doors(Client(headers={"host": "other.example"}))
    assert [door for door, text in there.items() if WORD not in text] == []


def test_the_same_key_in_two_townships_leads_each_to_its_own(
    cast: Cast, client: Client, settings: object
) -> None:
    settings.ALLOWED_HOSTS = ["testserver", "other.example"]
    cast.town.host = "testserver"
    cast.town.save()
    own = published(cast.town, by=cast.officer)
    town = factories.township(host="other.example")
    officer = factories.staff(factories.organisation(town), Role.OFFICER)
    theirs = published(town, by=officer)
    assert client.get("/benefits/gaoling/").headers["Location"] == own.get_absolute_url()
    answer = client.get("/benefits/gaoling/", headers={"host": "other.example"})
    assert answer.headers["Location"] == theirs.get_absolute_url()
