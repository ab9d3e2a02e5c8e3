"""One corpus, one answer: the suite runs this on SQLite and on PostgreSQL."""

from datetime import timedelta

import pytest

from portal.core.township.models import Township
from portal.search.index import Document, clear, put, remove, stale
from portal.search.models import SearchDocument
from portal.search.query import Chosen, search
from tests import factories
from tests.search.corpus import NOW, START, fill


@pytest.fixture
def town(db: None) -> Township:
    township = factories.township()
    fill(township)
    return township


def _keys(question: str, town: Township, **more: object) -> list[str]:
    return [one.key for one in search(question, town, NOW, **more).documents]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("question", "keys"),
    [
        # the very words in the title, then all words in the title, then anywhere; newest first
        ("低保标准", ["phrase", "old-title", "new-text"]),
        ("低保", ["phrase", "old-title", "synonym", "new-text"]),
        ("最低生活保障", ["synonym", "phrase", "old-title", "new-text"]),
        ("三公", ["sangong"]),
        ("三公经费", ["sangong"]),
        ("公务接待", ["sangong"]),
        ("高标准农田", ["field"]),
        ("一事一议", ["levy"]),
        ("筹资筹劳", ["levy"]),
        ("wifi", ["letters"]),
        ("ＷＩＦＩ", ["letters"]),
        ("abc", ["letters"]),
        # a document number first where it is the item's own, then where it is mentioned
        ("青政〔2026〕3号", ["number", "mentions"]),
        ("青政[2026]3号", ["number", "mentions"]),
        ("1134170000000001XX/202605-00012", ["number"]),
        ("防汛 责任", ["number"]),
        ("怎么办理最低生活保障", ["synonym"]),
        ("火星", []),
        ("", []),
        ("'\" OR NEAR( * ) : - ^", []),
    ],
)
def test_a_question_has_its_answer(town: Township, question: str, keys: list[str]) -> None:
    assert _keys(question, town) == keys


def test_what_tells_how_to_get_it_comes_before_lists(town: Township) -> None:
    for kind, day in (("list", 9), ("item", 8), ("programme", 1)):
        at = START + timedelta(days=day)
        put(town, Document(kind, "k", "茶苗补助", f"/{kind}/", at))
    found = search("茶苗补助", town, NOW).documents
    assert [one.kind for one in found] == ["programme", "item", "list"]


def test_the_newest_come_first_where_asked(town: Township) -> None:
    assert _keys("低保", town, by_date=True) == ["new-text", "synonym", "phrase", "old-title"]


def test_what_is_over_is_not_found_though_no_job_has_run(town: Township) -> None:
    put(
        town,
        Document(
            "item",
            "notice",
            "低保公示",
            "/x/",
            START,
            visible_until=NOW - timedelta(seconds=1),
        ),
    )
    assert "notice" not in _keys("低保公示", town)


def test_what_is_to_come_is_not_found_yet(town: Township) -> None:
    put(town, Document("item", "later", "低保新规", "/x/", NOW + timedelta(seconds=1)))
    assert "later" not in _keys("低保新规", town)


def test_what_was_removed_is_not_found(town: Township) -> None:
    remove(town, "item", ["phrase"])
    assert _keys("低保标准", town) == ["old-title", "new-text"]


def test_new_words_take_the_place_of_the_old(town: Township) -> None:
    put(town, Document("item", "phrase", "茶园", "/phrase/", START))
    assert "phrase" not in _keys("低保标准", town)
    assert _keys("茶园", town) == ["phrase"]


def test_another_townships_documents_are_never_found(town: Township) -> None:
    other = factories.township()
    fill(other)
    clear(town)
    assert _keys("低保", town) == []
    assert len(_keys("低保", other)) == 4


def test_facets_say_how_many_each_leads_to(town: Township) -> None:
    office = factories.organisation(town)
    put(
        town,
        Document(
            "service",
            "guide",
            "低保办理",
            "/g/",
            START,
            organisation_id=office.pk,
            category="social-assistance",
            year=2025,
        ),
    )
    answer = search("低保", town, NOW)
    for field, values in answer.facets.items():
        for value, count in values.items():
            narrowed = search("低保", town, NOW, chosen=Chosen(**{field: value}))
            assert narrowed.count == count
    assert answer.facets["kind"] == {"item": 4, "service": 1}


def test_a_count_that_is_very_large_says_so(town: Township, monkeypatch: object) -> None:
    monkeypatch.setattr("portal.search.query.LOOKED_AT", 2)  # type: ignore[attr-defined]
    answer = search("低保", town, NOW)
    assert answer.capped


def test_pages_go_on_where_the_one_before_ended(town: Township, monkeypatch: object) -> None:
    monkeypatch.setattr("portal.search.query.PAGE", 3)  # type: ignore[attr-defined]
    assert _keys("低保", town, page=2) == ["new-text"]
    assert _keys("低保", town, page=99) == ["phrase", "old-title", "synonym"]


def test_personal_numbers_are_masked_in_what_is_kept(town: Township) -> None:
    put(town, Document("item", "phone", "通知", "/p/", START, text="打 13900000001"))
    assert "13900000001" not in SearchDocument.objects.get(key="phone").text


def test_an_index_made_with_other_words_is_known(town: Township) -> None:
    assert stale() == 0
    SearchDocument.objects.filter(key="phrase").update(words_digest="old")
    assert stale() == 1
