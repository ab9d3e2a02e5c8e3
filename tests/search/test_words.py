"""Words, marks and suggestions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.core.township.models import Township
from portal.search.marks import excerpt, marked
from portal.search.suggest import corrected, related, suggestions
from portal.search.words import initials, meanings, synonym_groups, terms, tokens
from tests import factories
from tests.search.corpus import NOW, fill


@pytest.mark.parametrize("word", ["三公经费", "高标准农田", "一事一议", "低保", "村务监督委员会"])
def test_our_own_words_stay_whole(word: str) -> None:
    assert word in tokens(f"关于{word}的通知")


def test_there_are_enough_groups_of_words_that_mean_the_same() -> None:
    assert len(synonym_groups()) >= 60
    assert "最低生活保障" in meanings("低保")


def test_empty_words_are_left_out_unless_there_are_no_others() -> None:
    assert terms("怎么办低保") == ["低保"]
    assert terms("什么") == ["什么"]


@given(st.text(max_size=80))
def test_any_text_can_be_cut(text: str) -> None:
    assert all(word == word.strip() and word for word in [*tokens(text), *terms(text)])


def test_the_longest_word_is_marked() -> None:
    assert marked("三公经费和三公", ["三公", "三公经费"]) == (
        "<mark>三公经费</mark>和<mark>三公</mark>"
    )


def test_marks_escape_what_they_mark() -> None:
    told = marked("<script>低保</script>", ["低保", "script"])
    assert told == "&lt;<mark>script</mark>&gt;<mark>低保</mark>&lt;/<mark>script</mark>&gt;"


def test_an_excerpt_begins_near_the_word() -> None:
    told = excerpt("甲" * 200 + "低保标准" + "乙" * 200, ["低保"])
    assert told.startswith("…甲")
    assert "<mark>低保</mark>标准" in told
    assert told.endswith("…")


def test_initials_of_pinyin() -> None:
    assert initials("低保标准") == "dbbz"


@pytest.fixture
def town(db: None) -> Township:
    township = factories.township()
    factories.village(township, name="青禾村")
    fill(township)
    return township


def test_typing_is_gone_on_from(town: Township) -> None:
    assert "低保标准" in suggestions("低保", town, NOW)
    assert "低保标准" in suggestions("dbb", town, NOW)
    assert suggestions(" ", town, NOW) == []


def test_another_townships_titles_are_not_suggested(town: Township) -> None:
    other = factories.township()
    assert "低保标准" not in suggestions("低保标", other, NOW)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("低宝", "低保"),
        ("三公经废", "三公经费"),
        ("高标淮农田", "高标准农田"),
        ("宅地基", "宅基地"),
        ("医疗就助", "医疗救助"),
        ("dbbz", "低保标准"),
        ("dibao", "低保"),
        ("清禾村", "青禾村"),
        # what stands nowhere is left out where a word that we know is left
        ("低保标谁", "低保"),
        ("低保 茶叶节", "低保"),
        ("低保谁责", "低保"),
        ("茶叶节 通知", ""),
        ("茶叶节", ""),
    ],
)
def test_one_wrong_character_is_put_right(town: Township, typed: str, meant: str) -> None:
    assert corrected(typed, town, NOW) == meant


def test_near_words_are_offered(db: None) -> None:
    assert "医疗救助" in related("医疗费用")
