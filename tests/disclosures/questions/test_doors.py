"""States × doors: what is not public is seen through none of them, by nobody."""

from collections.abc import Callable
from xml.etree import ElementTree

import pytest
from django.test import Client

from disclosures.questions.models import Question
from portal.core.staff.models import Staff
from portal.core.staff.roles import Role
from tests import factories
from tests.cast import Cast
from tests.disclosures.questions.life import CONTACT, ORIGINAL, PAGE, STATES, WORD
from tests.doors.routes import text_of

ATOM = "{http://www.w3.org/2005/Atom}"
CODES = {"published": 200, "withdrawn": 410}
PERSONS: dict[str, Callable[[Cast], Staff | None]] = {
    "resident": lambda cast: None,
    "clerk": lambda cast: cast.clerk,
    "officer": lambda cast: cast.officer,
    "outsider": lambda cast: factories.staff(
        factories.organisation(factories.township(host="other.example")), Role.OFFICER
    ),
}


def doors(question: Question) -> dict[str, str]:
    return {
        "list": "/questions/",
        "search": "/questions/?q=发放",
        "csv": "/questions/?format=csv",
        "xlsx": "/questions/?format=xlsx",
        "feed": "/feeds/questions/",
        "home": "/",
        "category": "/categories/services/",
        "items": "/disclosures/?q=发放",
    }


def enter(cast: Cast, person: str, settings: object) -> Client:
    settings.ALLOWED_HOSTS = ["own.example"]
    cast.town.host = "own.example"
    cast.town.save(update_fields=["host"])
    client = Client(headers={"host": "own.example"})
    if staff := PERSONS[person](cast):
        client.force_login(staff, backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.mark.parametrize("person", PERSONS)
@pytest.mark.parametrize("state", STATES)
def test_lists_show_what_is_published_and_nothing_else(
    cast: Cast, settings: object, state: str, person: str
) -> None:
    question, client = STATES[state](cast), enter(cast, person, settings)
    for door, address in doors(question).items():
        text = text_of(client.get(address))
        public = state == "published" and door != "items"
        assert (WORD in text) == public, door
        assert ORIGINAL not in text, door
        assert CONTACT not in text, door


@pytest.mark.parametrize("person", PERSONS)
@pytest.mark.parametrize("state", STATES)
def test_the_own_page_answers_as_its_state_demands(
    cast: Cast, settings: object, state: str, person: str
) -> None:
    question, client = STATES[state](cast), enter(cast, person, settings)
    answer = client.get(question.get_absolute_url())
    text = text_of(answer)
    assert answer.status_code == CODES.get(state, 404)
    assert (WORD in text) == (state == "published")
    assert ORIGINAL not in text
    assert CONTACT not in text


@pytest.mark.parametrize("state", STATES)
def test_the_site_map_names_what_is_published(cast: Cast, client: Client, state: str) -> None:
    question = STATES[state](cast)
    for address in ("/sitemap.xml", "/sitemap-questions.xml"):
        named = question.get_absolute_url() in text_of(client.get(address))
        assert named == (state == "published"), address


@pytest.mark.parametrize("state", STATES)
def test_the_page_it_was_asked_on_shows_it_once_published(
    cast: Cast, client: Client, state: str
) -> None:
    item = factories.published(cast.town, by=cast.officer)
    STATES[state](cast, page=item.get_absolute_url())
    text = text_of(client.get(item.get_absolute_url()))
    assert (WORD in text) == (state == "published")
    assert ORIGINAL not in text


def test_the_feed_names_each_by_its_number(cast: Cast, client: Client) -> None:
    question = STATES["published"](cast)
    root = ElementTree.fromstring(client.get("/feeds/questions/").content)
    entry = root.find(f"{ATOM}entry")
    assert root.findtext(f"{ATOM}title") == "阳光镇大家在问"
    assert entry.findtext(f"{ATOM}id") == f"tag:question,{question.received_on}:{question.pk}"
    assert entry.findtext(f"{ATOM}author/{ATOM}name") == cast.office.name
    assert entry.find(f"{ATOM}link").get("href").endswith(question.get_absolute_url())


def test_a_published_one_is_not_there_before_its_moment(cast: Cast, client: Client) -> None:
    question = STATES["published"](cast)
    Question.objects.update(published_at=factories.moment("2099-01-01 08:00"))
    assert client.get(question.get_absolute_url()).status_code == 404
    assert WORD not in text_of(client.get("/questions/"))


def test_another_township_does_not_know_it(cast: Cast, settings: object) -> None:
    question = STATES["published"](cast, page=PAGE)
    settings.ALLOWED_HOSTS = ["other.example"]
    factories.township(host="other.example")
    visitor = Client(headers={"host": "other.example"})
    assert visitor.get(question.get_absolute_url()).status_code == 404
    for address in doors(question).values():
        assert WORD not in text_of(visitor.get(address))
