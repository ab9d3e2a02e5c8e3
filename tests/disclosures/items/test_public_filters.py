"""Narrowing the list of items: one item per question, all others left out."""

from datetime import date

import pytest
from django.test import Client

from disclosures.flow.repeal import repeal
from disclosures.items.models import Disclosure
from tests import factories
from tests.cast import Cast


def titles(client: Client, query: str) -> list[str]:
    return [
        i.live.title for i in client.get(f"/disclosures/?{query}").context["listing"].page.items
    ]


@pytest.fixture
def wanted(cast: Cast) -> Disclosure:
    """One item that every question below finds, and one that none does."""
    entry = factories.entry(
        cast.town, code="N02-03", column="decisions", category="farm-subsidies", kind="policy"
    )
    factories.published(cast.town, by=cast.officer, title="别的事", body="<p>无关。</p>")
    return factories.published(
        cast.town,
        by=cast.officer,
        issuer=cast.village,
        entry=entry,
        title="耕地地力保护补贴发放",
        summary="每亩七十八元六角",
        keywords="种粮、一卡通",
        document_number="阳政〔2025〕8号",
        at=factories.moment("2025-06-10 09:00"),
    )


@pytest.mark.parametrize(
    "query",
    [
        "q=地力",
        "q=地力+发放",
        "q=每亩",
        "q=一卡通",
        "q=阳政〔2025〕8号",
        "category=farm-subsidies",
        "column=decisions",
        "entry=N02-03",
        "village=qinghe",
        "year=2025",
        "month=2025-06",
        "kind=policy",
        "village=qinghe&year=2025&q=补贴",
    ],
)
def test_each_filter_finds_its_item(client: Client, wanted: Disclosure, query: str) -> None:
    assert titles(client, query) == ["耕地地力保护补贴发放"]


def test_the_index_number_finds_its_item(client: Client, wanted: Disclosure) -> None:
    assert titles(client, f"q={wanted.index_number}") == ["耕地地力保护补贴发放"]


def test_all_words_must_be_there(client: Client, wanted: Disclosure) -> None:
    assert titles(client, "q=地力+不存在的词") == []


def test_an_entry_includes_those_below_it(client: Client, cast: Cast) -> None:
    parent = factories.entry(cast.town, code="P01")
    child = factories.entry(cast.town, code="P01-01", parent=parent)
    factories.published(cast.town, by=cast.officer, entry=child, title="下级的事")
    assert titles(client, "entry=P01") == ["下级的事"]


def test_validity_is_computed(client: Client, cast: Cast) -> None:
    old = factories.published(cast.town, by=cast.officer, title="废止的")
    repeal(old, by=cast.officer, on=date(2026, 4, 1), reason="过时。")
    factories.published(cast.town, by=cast.officer, title="失效的", expires_on=date(2026, 4, 1))
    factories.published(cast.town, by=cast.officer, title="有效的")
    assert titles(client, "validity=repealed") == ["废止的"]
    assert titles(client, "validity=expired") == ["失效的"]
    assert titles(client, "validity=valid") == ["有效的"]


def test_what_was_chosen_can_be_dropped_one_by_one(client: Client, wanted: Disclosure) -> None:
    chosen = client.get("/disclosures/?q=补贴&year=2025").context["listing"].filter.chosen()
    assert [(each["label"], each["value"]) for each in chosen] == [
        ("关键词", "补贴"),
        ("年份", "2025年"),
    ]
    assert chosen[0]["without"] == "year=2025"


@pytest.mark.parametrize(
    "query", ["year=abc", "month=2025-13", "issuer=nowhere", "validity=%00", "entry=X"]
)
def test_what_is_not_understood_is_said_and_passed_over(
    client: Client, wanted: Disclosure, query: str
) -> None:
    answer = client.get(f"/disclosures/?{query}")
    assert "没有看懂" in answer.content.decode()
    assert answer.context["listing"].count == 2


def test_choices_are_only_this_township_s(client: Client, cast: Cast) -> None:
    cast.town.host = "testserver"
    cast.town.save()
    other = factories.township(host="other.example")
    factories.organisation(other, name="邻镇财政所")
    assert "邻镇财政所" not in client.get("/disclosures/").content.decode()


def test_what_residents_type_is_shown_as_text(client: Client, cast: Cast) -> None:
    html = client.get("/disclosures/?q=<script>alert(1)</script>").content.decode()
    assert "<script>" not in html
    assert "&lt;script&gt;" in html
