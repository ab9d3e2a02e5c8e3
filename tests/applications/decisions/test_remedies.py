"""救济告知: the closing sentence is right for the decision and its day."""

from datetime import date

import pytest

from applications.decisions.outcomes import Outcome
from applications.decisions.remedies import (
    CLAUSES,
    LAWSUIT_PERIOD,
    REVIEW_PERIOD,
    Bodies,
    Route,
    clause_problems,
    remedy_clause,
    route,
)
from applications.decisions.rows import Section
from applications.procedure.limits import LAWSUIT_AFTER_REVIEW, LAWSUIT_MONTHS, REVIEW

BODIES = Bodies("青河县人民政府", "青河县人民法院")
TODAY = date(2026, 3, 2)
REFUSALS = [one for one in Outcome if one.section in (Section.REFUSED, Section.PARTIAL)]
OTHERS = [one for one in Outcome if one not in REFUSALS]


@pytest.mark.parametrize("outcome", REFUSALS)
def test_who_was_refused_asks_for_review_first(outcome: Outcome) -> None:
    words = remedy_clause([outcome], TODAY, BODIES)
    assert "60日内先向青河县人民政府申请行政复议" in words
    assert "15日内向青河县人民法院提起行政诉讼" in words
    assert "6个月" not in words


@pytest.mark.parametrize("outcome", OTHERS)
def test_others_choose(outcome: Outcome) -> None:
    words = remedy_clause([outcome], TODAY, BODIES)
    assert "60日内向青河县人民政府申请行政复议，或者" in words
    assert "6个月内向青河县人民法院提起行政诉讼" in words


@pytest.mark.parametrize(
    ("outcomes", "on", "expected"),
    [
        ([Outcome.PROCESS], date(2023, 12, 31), Route.EITHER),
        ([Outcome.PROCESS], date(2024, 1, 1), Route.REVIEW_FIRST),
        ([Outcome.GRANTED, Outcome.PROCESS], TODAY, Route.REVIEW_FIRST),
        ([Outcome.GRANTED, Outcome.NOT_FOUND], TODAY, Route.EITHER),
        ([], TODAY, Route.EITHER),
    ],
)
def test_the_route_follows_the_decision_and_the_law_of_its_day(
    outcomes: list[Outcome], on: date, expected: Route
) -> None:
    assert route(outcomes, on) is expected


def test_the_county_may_read_refusal_more_widely() -> None:
    wide = {Section.REFUSED, Section.PARTIAL, Section.UNABLE}
    assert route([Outcome.NOT_FOUND], TODAY, wide) is Route.REVIEW_FIRST
    words = remedy_clause([Outcome.NOT_FOUND], TODAY, BODIES, review_first=wide)
    assert "先向" in words


def test_staff_word_the_clause_themselves() -> None:
    either = "可在【复议期限】内向【复议机关】复议，或【起诉期限】内向【法院】起诉{x}。"
    words = remedy_clause(
        [Outcome.GRANTED], TODAY, BODIES, clauses={**CLAUSES, Route.EITHER: either}
    )
    assert words == "可在60日内向青河县人民政府复议，或6个月内向青河县人民法院起诉{x}。"


def test_the_periods_told_are_those_that_are_counted() -> None:
    assert f"{REVIEW.amount}日" == REVIEW_PERIOD
    assert {
        Route.REVIEW_FIRST: f"{LAWSUIT_AFTER_REVIEW.amount}日",
        Route.EITHER: f"{LAWSUIT_MONTHS}个月",
    } == LAWSUIT_PERIOD


@pytest.mark.parametrize("way", Route)
def test_our_own_wording_says_all_that_is_needed(way: Route) -> None:
    assert clause_problems(way, CLAUSES[way]) == []
    assert way.articles.startswith("《中华人民共和国行政复议法》")


@pytest.mark.parametrize(
    ("way", "words", "problem"),
    [
        (Route.EITHER, CLAUSES[Route.EITHER].replace("【法院】", "法院"), "缺少【法院】"),
        (Route.EITHER, CLAUSES[Route.EITHER] + "【窗口】", "没有叫【窗口】"),
        (Route.EITHER, CLAUSES[Route.EITHER] + "或者90日内申诉。", "“90日”"),
        (Route.EITHER, CLAUSES[Route.EITHER] + "或者三个月内申诉。", "“三个月”"),
        (Route.REVIEW_FIRST, CLAUSES[Route.REVIEW_FIRST].replace("先向", "向"), "“先”"),
        (Route.REVIEW_FIRST, "【复议机关】【法院】【复议期限】【起诉期限】先", "行政复议"),
    ],
)
def test_wording_that_the_law_would_not_bear_is_refused(
    way: Route, words: str, problem: str
) -> None:
    [found] = clause_problems(way, words)
    assert problem in found
