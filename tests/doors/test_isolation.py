"""No word of one township is ever seen under another one's host name."""

from collections.abc import Iterator

import pytest
from django.test import Client

from tests.doors import routes
from tests.doors.conftest import Pair
from tests.doors.neighbours import (
    OTHER_WORD,
    OWN_HOST,
    OWN_WORD,
    Neighbour,
    kinds_without_record,
)

PATTERNS = dict(routes.patterns())
PLAIN = [name for name, parameters in PATTERNS.items() if not parameters]
FILLED = [name for name, parameters in PATTERNS.items() if parameters]
BELONGING = [name for name in FILLED if name.rpartition(":")[2] not in routes.SHARED]
# whatever a list can be asked for: as a file, narrowed, paged
QUESTIONS = ("?format=csv", "?format=xlsx", "?format=json", "?q=低保", "?year=2026")


@pytest.fixture
def visitor() -> Client:
    return Client(headers={"host": OWN_HOST})


def _answers(visitor: Client, names: list[str], of: Neighbour) -> Iterator[tuple[str, int, str]]:
    for name in names:
        for address in routes.addresses(name, of):
            for asked, answer in routes.answers(visitor, address, QUESTIONS):
                yield asked, answer.status_code, routes.text_of(answer)


def test_every_kind_of_record_is_planted(pair: Pair) -> None:
    assert list(kinds_without_record(pair[1])) == []


def test_every_route_with_parameters_is_known_to_this_test(pair: Pair) -> None:
    own, _ = pair
    unknown = [name for name in FILLED if {} in list(routes._fillings(name.split(":")[-1], own))]
    assert unknown == []


def test_plain_pages_speak_of_their_own_township_alone(pair: Pair, visitor: Client) -> None:
    leaks = [
        address for address, _, text in _answers(visitor, PLAIN, pair[0]) if OTHER_WORD in text
    ]
    assert leaks == []


def test_own_records_are_read_and_do_not_name_the_other(pair: Pair, visitor: Client) -> None:
    own, _ = pair
    seen = list(_answers(visitor, FILLED, own))
    assert [address for address, _, text in seen if OTHER_WORD in text] == []
    assert [address for address, status, _ in seen if status >= 500] == []
    opened = [text for _, status, text in seen if status == 200]
    assert sum(OWN_WORD in text for text in opened) > len(opened) // 2


@pytest.mark.parametrize("name", BELONGING)
def test_the_other_townships_addresses_lead_nowhere(name: str, pair: Pair, visitor: Client) -> None:
    _, other = pair
    for address in routes.addresses(name, other):
        answer = visitor.get(address)
        assert answer.status_code == 404, address
        assert OTHER_WORD not in routes.text_of(answer)


def test_filters_naming_the_others_records_find_nothing_of_theirs(
    pair: Pair, visitor: Client
) -> None:
    own, other = pair
    questions = [
        f"issuer={other.office.slug}",
        f"village={other.village.slug}",
        f"entry={other.entry.code}",
        f"before={other.item.pk}",
        f"after={other.item.pk}",
        f"show=interpretations&before={other.item.pk}",
    ]
    pages = [routes.addresses(name, own) for name in PLAIN]
    seen = [
        f"{address}?{question}"
        for found in pages
        for address in found
        for question in questions
        if OTHER_WORD in routes.text_of(visitor.get(f"{address}?{question}"))
    ]
    assert seen == []


def test_a_host_that_names_no_township_shows_neither(pair: Pair, settings: object) -> None:
    settings.ALLOWED_HOSTS = ["stranger.example"]
    text = routes.text_of(Client(headers={"host": "stranger.example"}).get("/"))
    assert OWN_WORD not in text
    assert OTHER_WORD not in text
