"""What the page and its answer for programs say of what was found."""

from typing import Any

import pytest
from django.test import Client

from portal.search.index import Document, put
from tests.cast import Cast
from tests.search.corpus import START


@pytest.fixture
def ask(cast: Cast, client: Client) -> Any:
    for key, body in (("office", cast.office), ("village", cast.village)):
        text = "甲" * 200 + "茶苗补助标准" + "乙" * 200
        document = Document("item", key, f"{body.name}茶苗补助", f"/{key}/", START, text=text)
        put(cast.town, Document(**{**vars(document), "organisation_id": body.pk, "year": 2026}))

    def answer(question: str, **query: str) -> dict[str, Any]:
        return client.get("/search/", {"q": question, "format": "json", **query}).json()  # type: ignore[no-any-return]

    return answer


def test_offices_and_villages_are_counted_apart(ask: Any, cast: Cast, client: Client) -> None:
    facets = ask("茶苗")["facets"]
    assert facets["body"] == {cast.office.name: 1}
    assert facets["village"] == {cast.village.name: 1}
    assert ask("茶苗", body=cast.village.slug)["count"] == 1
    page = client.get("/search/", {"q": "茶苗"}).content.decode()
    assert ">机构<" in page
    assert ">村（社区）<" in page


def test_highlights_stand_around_the_word(ask: Any) -> None:
    told = ask("茶苗补助")["results"][0]["highlights"]
    assert "<mark>茶苗</mark>" in told["title"]
    assert "<mark>茶苗</mark>" in told["text"]
    assert told["text"].startswith("…甲")


def test_nothing_found_names_related_words(ask: Any) -> None:
    told = ask("医疗费用")
    assert told["count"] == 0
    assert "医疗救助" in told["related"]
    assert ask("茶苗")["related"] == []
