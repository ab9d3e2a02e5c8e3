"""A text names in 【】 what is written in later, and nothing in it is ever run."""

from portal.documents.named import filled, names_in, unknown_names


def test_names_come_once_in_their_order() -> None:
    assert names_in("【乙】【甲】", "【乙】") == ["乙", "甲"]
    assert unknown_names({"甲"}, "【乙】【甲】") == ["乙"]


def test_values_are_written_in_and_the_unknown_stays() -> None:
    assert filled("【甲】和【乙】", {"甲": "一"}) == "一和【乙】"


def test_what_is_written_in_is_not_looked_at_again() -> None:
    assert filled("【甲】【乙】", {"甲": "【乙】", "乙": "二"}) == "【乙】二"


def test_other_languages_of_templates_are_words_like_any() -> None:
    text = "{{ settings.SECRET_KEY }}{% debug %}${x}%(x)s{0}【】"
    assert filled(text, {"甲": "一"}) == text
