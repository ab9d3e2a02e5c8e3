"""Persons × doors × states: what is not public is seen by nobody on the public pages, whoever
they are; what is public is seen by all."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from disclosures.items.models import Edition
from portal.core.staff.models import Staff
from portal.core.staff.roles import Role
from tests import factories
from tests.cast import Cast
from tests.doors.routes import text_of
from tests.doors.stages import KEYWORD, OLD_WORD, STAGES, Seen, superseded

LOGIN = "django.contrib.auth.backends.ModelBackend"
CODES = {Seen.NOWHERE: 404, Seen.PUBLIC: 200, Seen.GONE: 410}
OWN_HOST = "own.example"


def _outsider(cast: Cast) -> Staff:
    """王局外: an officer of another township."""
    other = factories.township(host="other.example")
    return factories.staff(factories.organisation(other), Role.OFFICER, name="王局外")


PERSONS: dict[str, Callable[[Cast], Staff | None]] = {
    "resident": lambda cast: None,
    "writer": lambda cast: cast.clerk,
    "officer": lambda cast: cast.officer,
    "outsider": _outsider,
}


@pytest.fixture
def door_client(cast: Cast, settings: object) -> Callable[[str], Client]:
    settings.ALLOWED_HOSTS = [OWN_HOST]
    cast.town.host = OWN_HOST
    cast.town.save(update_fields=["host"])

    def enter(person: str) -> Client:
        client = Client(headers={"host": OWN_HOST})
        staff = PERSONS[person](cast)
        if staff:
            client.force_login(staff, backend=LOGIN)
        return client

    return enter


def _lists(edition: Edition) -> dict[str, str]:
    """Every door through which an item comes among others."""
    items, category = reverse("disclosures:items"), edition.entry.category
    return {
        "home": "/",
        "list": items,
        "search": f"{items}?q={KEYWORD}",
        "csv": f"{items}?format=csv",
        "xlsx": f"{items}?format=xlsx",
        "category": reverse("disclosures:category", args=[category]),
        "entry": edition.entry.get_absolute_url(),
        "issuer": edition.issuer.get_absolute_url(),
        "feed": reverse("site:feed-all"),
        "category feed": reverse("site:feed-category", args=[category]),
    }


@pytest.mark.parametrize("person", PERSONS)
@pytest.mark.parametrize("state", STAGES)
def test_lists_show_what_is_public_and_nothing_else(
    state: str, person: str, cast: Cast, door_client: Callable[[str], Client]
) -> None:
    stage, client = STAGES[state](cast), door_client(person)
    seen = {
        door: stage.word in text_of(client.get(address))
        for door, address in _lists(stage.edition).items()
    }
    assert seen == dict.fromkeys(seen, stage.seen is Seen.PUBLIC)


@pytest.mark.parametrize("person", PERSONS)
@pytest.mark.parametrize("state", STAGES)
def test_the_items_own_pages_answer_as_its_state_demands(
    state: str, person: str, cast: Cast, door_client: Callable[[str], Client]
) -> None:
    stage, client = STAGES[state](cast), door_client(person)
    number = stage.edition.disclosure.index_number
    if number is None or state == "revision_underway":
        return
    for page in ("item", "print"):
        answer = client.get(reverse(f"disclosures:{page}", args=[number]))
        assert answer.status_code == CODES[stage.seen]
        assert (stage.word in text_of(answer)) == (stage.seen is Seen.PUBLIC)


@pytest.mark.parametrize("state", STAGES)
def test_the_site_map_names_what_is_public(
    state: str, cast: Cast, door_client: Callable[[str], Client]
) -> None:
    stage = STAGES[state](cast)
    number = stage.edition.disclosure.index_number
    if number is not None and state != "revision_underway":
        text = text_of(door_client("resident").get(reverse("site:sitemap")))
        assert (number in text) == (stage.seen is Seen.PUBLIC)


@pytest.mark.parametrize("person", PERSONS)
@pytest.mark.parametrize("state", STAGES)
def test_files_follow_their_item_and_are_for_own_staff_before_and_after(
    state: str, person: str, cast: Cast, door_client: Callable[[str], Client]
) -> None:
    stage, client = STAGES[state](cast), door_client(person)
    answer = client.get(stage.edition.attachments.get().get_absolute_url())
    own_staff = person in ("writer", "officer")
    assert answer.status_code == (200 if stage.seen is Seen.PUBLIC or own_staff else 404)


def test_an_earlier_edition_is_read_on_its_own_page(
    cast: Cast, door_client: Callable[[str], Client]
) -> None:
    number = superseded(cast).edition.disclosure.index_number
    answer = door_client("resident").get(reverse("disclosures:version", args=[number, 1]))
    assert f"{OLD_WORD}正文" in text_of(answer)


def test_earlier_editions_go_with_the_item(
    cast: Cast, door_client: Callable[[str], Client]
) -> None:
    stage = STAGES["withdrawn"](cast)
    address = reverse("disclosures:version", args=[stage.edition.disclosure.index_number, 1])
    answer = door_client("resident").get(address)
    assert answer.status_code == 410
    assert stage.word not in text_of(answer)


@pytest.mark.parametrize("state", STAGES)
def test_answers_for_residents_carry_no_cookie(
    state: str, cast: Cast, door_client: Callable[[str], Client]
) -> None:
    stage = STAGES[state](cast)
    client = door_client("resident")
    for address in _lists(stage.edition).values():
        answer = client.get(address)
        assert not answer.cookies
        assert "Cookie" not in answer.headers.get("Vary", "")
