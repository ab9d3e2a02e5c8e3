"""Table four: each dispute once, by its result or as pending."""

import pytest

from applications.figures.remedies import disputes, remedies_of
from tests.applications.figures.stories import Desk
from tests.applications.procedure.histories import record
from tests.cast import Cast


def found(*lines: str) -> list[tuple[str, str]]:
    return [(one.way, one.result) for one in disputes(record(*lines))]


def test_a_review_ends_in_its_result() -> None:
    assert found("2026-01-05 review_filed") == [("review", "pending")]
    upheld = ("2026-01-05 review_filed", "2026-02-05 review_decided result=upheld")
    assert found(*upheld) == [("review", "upheld")]


def test_a_lawsuit_is_direct_or_after_a_review() -> None:
    direct = ("2026-01-05 lawsuit_filed", "2026-05-05 lawsuit_decided result=corrected")
    assert found(*direct) == [("direct", "corrected")]
    after = (
        "2026-01-05 review_filed",
        "2026-02-05 review_decided result=upheld",
        "2026-02-10 lawsuit_filed",
    )
    assert found(*after) == [("review", "upheld"), ("after_review", "pending")]


def test_a_second_instance_is_the_same_lawsuit() -> None:
    appealed = (
        "2026-01-05 lawsuit_filed",
        "2026-05-05 lawsuit_decided result=upheld",
        "2026-05-15 lawsuit_filed",
    )
    assert found(*appealed) == [("direct", "pending")]
    ended = (*appealed, "2026-08-05 lawsuit_decided result=corrected")
    assert found(*ended) == [("direct", "corrected")]


def test_a_review_without_decision_ends_where_the_lawsuit_begins() -> None:
    silent = ("2026-01-05 review_filed", "2026-04-05 lawsuit_filed")
    assert found(*silent) == [("review", "other"), ("after_review", "pending")]


def test_a_new_answer_may_be_disputed_anew() -> None:
    again = (
        "2026-01-05 lawsuit_filed",
        "2026-03-05 lawsuit_decided result=corrected redo_until=2026-04-05",
        "2026-03-25 decided",
        "2026-04-25 lawsuit_filed",
    )
    assert found(*again) == [("direct", "corrected"), ("direct", "pending")]


@pytest.mark.django_db
def test_a_year_counts_what_was_open_in_it(cast: Cast) -> None:
    desk = Desk(cast)
    desk.story(
        "2025-11-03",
        "2025-11-10 decided outcomes=not_found",
        "2025-11-11 served",
        "2025-12-01 review_filed",
        "2026-01-20 review_decided result=upheld",
    )
    desk.story("2026-03-02", "2026-03-04 decided outcomes=granted")
    town = cast.town
    assert remedies_of(town, 2025) == {("review", "pending"): 1}
    assert remedies_of(town, 2026) == {("review", "upheld"): 1}
    assert not remedies_of(town, 2027)
