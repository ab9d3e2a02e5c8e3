"""The check of a programme: where answers lead, and which checks can't be put to residents."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosures.programmes.eligibility import Ask, Choice, Then, flaws, walk

ON, FITS, UNLIKELY = Then.ON, Then.FITS, Then.UNLIKELY


def ask(number: int, *choices: tuple[Any, ...]) -> Ask:
    """`choices` are (then, to, remark), the later ones left out at will."""
    built = [
        Choice(place, f"答案{place}", one[0], *one[1:])
        for place, one in enumerate(choices, start=1)
    ]
    return Ask(number, f"第{number}问", "", tuple(built))


TREE = [
    ask(1, (ON,), (ON, 3), (UNLIKELY, None, "年龄不到")),
    ask(2, (FITS, None, "带上残疾证"), (UNLIKELY, None, "等级不够")),
    ask(3, (FITS,), (UNLIKELY, None, "不是本地户口")),
]


@pytest.mark.parametrize(
    ("chosen", "asked", "verdict"),
    [
        ({}, 1, None),
        ({1: 1}, 2, None),
        ({1: 2}, 3, None),
        ({1: 3}, None, UNLIKELY),
        ({1: 1, 2: 1}, None, FITS),
        ({1: 1, 2: 2}, None, UNLIKELY),
        ({1: 2, 3: 1}, None, FITS),
        ({1: 2, 2: 1}, 3, None),
        ({1: 9}, 1, None),
        ({7: 1}, 1, None),
    ],
)
def test_answers_lead_on_or_to_an_end(
    chosen: dict[int, int], asked: int | None, verdict: Then | None
) -> None:
    standing = walk(TREE, chosen)
    assert (standing.ask.number if standing.ask else None) == asked
    assert standing.verdict is verdict


def test_the_reasons_on_the_way_are_told() -> None:
    assert walk(TREE, {1: 1, 2: 2}).remarks == ["等级不够"]


def test_only_answers_on_the_way_count_as_given() -> None:
    standing = walk(TREE, {1: 2, 2: 1, 3: 1})
    assert [one.ask.number for one in standing.given] == [1, 3]


def test_without_questions_there_is_nothing_to_ask_and_nothing_to_say() -> None:
    standing = walk([], {1: 1})
    assert (standing.ask, standing.verdict, standing.given) == (None, None, ())


def test_a_good_check_has_no_flaw() -> None:
    assert list(flaws(TREE)) == []


def test_no_check_is_no_flaw() -> None:
    assert list(flaws([])) == []


def test_an_unreachable_question_is_found() -> None:
    tree = [ask(1, (ON, 3), (UNLIKELY, None, "不符合")), ask(2, (FITS,), (FITS,)), TREE[2]]
    assert list(flaws(tree)) == ["第 2 题哪个答案都走不到，请让前面的答案指向它，或者删去。"]


def test_what_only_an_unreachable_question_leads_to_is_unreachable_too() -> None:
    tree = [ask(1, (FITS,), (FITS,)), ask(2, (ON,), (FITS,)), ask(3, (FITS,), (FITS,))]
    assert [sentence[:5] for sentence in flaws(tree)] == ["第 2 题", "第 3 题"]


@pytest.mark.parametrize(
    ("tree", "sentence"),
    [
        ([ask(1, (FITS,))], "第 1 题应有 2 至 6 个答案供选择。"),
        (
            [ask(1, (FITS,), (UNLIKELY,))],
            "第 1 题的答案“答案2”指向“可能不符合”，请在说明里写明为什么。",
        ),
        (
            [ask(1, (FITS,), (ON, 5))],
            "第 1 题的答案“答案2”指向第 5 题，可没有这一题。",
        ),
        (
            [ask(1, (ON,), (ON,)), ask(2, (FITS,), (ON, 1))],
            "第 2 题的答案“答案2”指向第 1 题，会绕回去；只能指向后面的题。",
        ),
        (
            [ask(1, (FITS,), (ON,))],
            "第 1 题的答案“答案2”指向下一题，可后面没有题了，请改成“可能符合”或“可能不符合”。",
        ),
        (
            [ask(1, (UNLIKELY, None, "不行"), (UNLIKELY, None, "也不行"))],
            "没有一条路能走到“可能符合”，请核对各个答案的去向。",
        ),
        (
            [ask(1, (FITS,), (FITS,)), ask(1, (FITS,), (FITS,))],
            "第 1 题写了不止一遍，请改成不同的题号。",
        ),
    ],
)
def test_each_flaw_is_named_with_its_cure(tree: list[Ask], sentence: str) -> None:
    assert sentence in list(flaws(tree))


def test_too_many_questions_are_too_many() -> None:
    tree = [ask(n, (ON,), (FITS,)) for n in range(1, 9)] + [ask(9, (FITS,), (FITS,))]
    assert list(flaws(tree)) == ["自测题有 9 道，请减到 8 道以内，群众才答得完。"]


CHOICES = st.tuples(st.sampled_from(Then), st.none() | st.integers(0, 7), st.just("话"))
TREES = st.lists(st.lists(CHOICES, min_size=1, max_size=4), max_size=6).map(
    lambda tree: [ask(number, *choices) for number, choices in enumerate(tree, start=1)]
)
ANSWERS = st.dictionaries(st.integers(0, 8), st.integers(0, 5))


@given(TREES, ANSWERS)
def test_any_check_with_any_answers_comes_to_an_end(
    tree: list[Ask], answers: dict[int, int]
) -> None:
    standing = walk(tree, answers)
    numbers = [one.ask.number for one in standing.given]
    assert numbers == sorted(set(numbers))


@given(TREES, ANSWERS)
def test_a_check_without_flaw_always_asks_or_says(tree: list[Ask], answers: dict[int, int]) -> None:
    if tree and not list(flaws(tree)):
        standing = walk(tree, answers)
        assert (standing.ask is None) != (standing.verdict is None)


@given(TREES)
def test_every_reached_question_can_be_reached_by_answering(tree: list[Ask]) -> None:
    found = [sentence for sentence in flaws(tree) if "都走不到" in sentence]
    reached = _walked(tree)
    for one in tree:
        complained = (
            f"第 {one.number} 题哪个答案都走不到，请让前面的答案指向它，或者删去。" in found
        )
        assert complained == (one.number not in reached)


def _walked(tree: list[Ask]) -> set[int]:
    """The numbers of questions that come up when everything is answered in every way."""
    seen: set[int] = set()
    ways: list[dict[int, int]] = [{}]
    while ways:
        chosen = ways.pop()
        standing = walk(tree, chosen)
        if standing.ask is not None:
            seen.add(standing.ask.number)
            places = [one.place for one in standing.ask.choices]
            ways += [{**chosen, standing.ask.number: place} for place in places]
    return seen
