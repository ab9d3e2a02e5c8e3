"""The period for the answer against dates that were counted by hand."""

from datetime import date

import pytest

from tests.applications.calendars import published, with_2027
from tests.applications.procedure.histories import due, standing

RECEIVED = "2025-03-03 received"
LONG = (
    RECEIVED,
    "2025-03-10 third_party_asked",
    "2025-03-20 third_party_answered",
    "2025-03-24 extended days=20",
)


@pytest.mark.parametrize(
    ("received", "due_on"),
    [
        ("2026-12-03", "2026-12-31"),  # to the last day of the year
        ("2026-09-24", "2026-10-29"),  # 中秋, National Day, make-up Saturday 10-10
        ("2025-01-20", "2025-02-21"),  # Spring Festival, 01-26 and 02-08 worked
        ("2026-02-10", "2026-03-16"),  # Spring Festival, 02-14 and 02-28 worked
        ("2025-09-26", "2025-10-30"),  # 09-28 and 10-11 worked
        ("2025-03-03", "2025-03-31"),  # no holiday
        ("2025-03-08", "2025-04-07"),  # received on a Saturday; 清明 04-04
        ("2025-12-29", "2026-01-27"),  # New Year, 01-04 worked
    ],
)
def test_twenty_working_days_end_where_they_end_by_hand(received: str, due_on: str) -> None:
    found = standing(f"{received} received")
    assert (str(found.due), found.provisional, found.clock.counted) == (due_on, False, 20)


def test_the_day_of_receipt_is_not_counted() -> None:
    assert standing(RECEIVED).clock.steps[0].on == date(2025, 3, 4)


def test_a_year_without_notice_makes_the_day_provisional_and_says_so() -> None:
    found = standing("2026-12-04 received")
    assert (str(found.due), found.provisional) == ("2027-01-04", True)
    assert found.clock.missing_years == [2027]
    assert "2027年放假安排尚未录入" in found.clock.steps[-1].why


def test_next_years_notice_settles_the_day() -> None:
    found = standing("2026-12-15 received", calendar=with_2027())
    assert (str(found.due), found.provisional) == ("2027-01-12", False)
    before = standing("2026-12-15 received", calendar=published())
    assert (str(before.due), before.provisional) == ("2027-01-13", True)


def test_every_day_says_why() -> None:
    why = {str(step.on): step.why for step in standing(*LONG).clock.steps}
    assert why["2025-03-04"] == "第1日：周二"
    assert why["2025-03-08"] == "不计入：周六，休息"
    assert "征求第三方意见（3月10日发出" in why["2025-03-11"]
    assert why["2025-04-04"].startswith("不计入：清明")
    assert why["2025-04-11"] == "第20日：周五"
    assert why["2025-04-14"] == "第21日（延期第1日）：周一"


def test_a_third_party_stops_the_count_from_the_next_day_to_the_day_of_its_answer() -> None:
    # asked on the 5th day; 8 working days (03-11 to 03-20) are not counted
    assert due(*LONG[:3]) == "2025-04-11"


@pytest.mark.parametrize(
    ("lines", "due_on"),
    [
        ([], "2025-03-31"),
        (["2025-03-10 third_party_asked", "2025-03-10 third_party_answered"], "2025-03-31"),
        (["2025-03-10 third_party_asked", "2025-03-11 third_party_answered"], "2025-04-01"),
        # over a weekend: asked on Friday, answered on Monday, one working day
        (["2025-03-14 third_party_asked", "2025-03-17 third_party_answered"], "2025-04-01"),
        # silent: 15 working days, 03-11 to 03-31
        (["2025-03-10 third_party_asked"], "2025-04-22"),
        # answered too late: the pause ended on 03-31 all the same
        (["2025-03-10 third_party_asked", "2025-04-10 third_party_answered"], "2025-04-22"),
        (["2025-03-10 organ_asked", "2025-03-12 organ_answered"], "2025-04-02"),
        # overlapping: 03-11 to 03-14 and 03-13 to 03-18 are 6 working days together
        (
            [
                "2025-03-10 third_party_asked",
                "2025-03-12 organ_asked",
                "2025-03-14 third_party_answered",
                "2025-03-18 organ_answered",
            ],
            "2025-04-09",
        ),
        # one within the other
        (
            [
                "2025-03-10 third_party_asked who=甲",
                "2025-03-11 third_party_asked who=乙",
                "2025-03-12 third_party_answered who=乙",
                "2025-03-14 third_party_answered who=甲",
            ],
            "2025-04-07",
        ),
        # asked on the last day: what was counted stays counted
        (["2025-03-31 third_party_asked"], "2025-03-31"),
        (["2025-03-20 extended days=1"], "2025-04-01"),
        (["2025-03-31 extended days=20"], "2025-04-28"),
        (["2025-03-10 supplement_requested", "2025-03-24 supplement_received"], "2025-04-22"),
        (["2025-03-10 fee_notified", "2025-03-24 fee_paid"], "2025-04-22"),
        # what was told of an extension holds for the new period too, so nothing gets shorter
        (
            [
                "2025-03-04 extended days=20",
                "2025-03-05 supplement_requested",
                "2025-03-06 supplement_received",
            ],
            "2025-05-06",
        ),
        (
            ["2025-03-20 extended days=10", "2025-03-21 fee_notified", "2025-03-24 fee_paid"],
            "2025-05-08",
        ),
        (["2025-03-10 office_asked who=农业办", "2025-03-20 office_answered"], "2025-03-31"),
    ],
)
def test_what_moves_the_day(lines: list[str], due_on: str) -> None:
    assert due(RECEIVED, *lines) == due_on


def test_an_answer_without_a_name_ends_the_question_without_a_name() -> None:
    """Not the oldest, which goes on waiting for whom it names until 03-25."""
    lines = ["2025-03-04 third_party_asked who=甲", "2025-03-06 third_party_asked"]
    found = standing(RECEIVED, *lines, "2025-03-11 third_party_answered")
    assert str(found.due) == str(standing(RECEIVED, lines[0]).due)
    both = standing(RECEIVED, *lines, "2025-03-11 third_party_answered", ANSWERED_BY_NAME)
    assert (both.state, str(both.due)) == ("in_hand", "2025-04-09")


ANSWERED_BY_NAME = "2025-03-12 third_party_answered who=甲"


def test_a_third_party_pause_reaches_over_an_extension() -> None:
    lines = ["2025-03-24 extended days=10", "2025-03-27 third_party_asked"]
    # 18 days are counted by 03-27; 15 working days' pause to 04-18, then 12 more (04-27 worked)
    assert due(RECEIVED, *lines) == "2025-05-08"


def test_nothing_is_due_while_the_applicant_must_supplement() -> None:
    found = standing(RECEIVED, "2025-03-10 supplement_requested until=2025-03-31")
    assert (found.due, found.provisional) == (None, False)
    assert not found.overdue(date(2030, 1, 1))
    assert [str(step.on) for step in found.clock.steps][-1] == "2025-03-10"


def test_a_postponed_answer_is_due_on_the_day_that_was_told_or_the_next_working_day() -> None:
    reasons = ["2025-03-05 reasons_asked", "2025-03-10 reasons_given"]
    assert due(RECEIVED, *reasons, "2025-03-11 postponed until=2025-05-01") == "2025-05-06"
    assert due(RECEIVED, *reasons, "2025-03-11 postponed until=2025-05-20") == "2025-05-20"


def test_an_order_to_answer_anew_sets_its_own_day() -> None:
    found = standing(
        RECEIVED,
        "2025-03-20 decided",
        "2025-03-21 served",
        "2025-04-01 review_filed",
        "2025-05-20 review_decided result=corrected redo_until=2025-06-10",
    )
    assert (found.state, str(found.due)) == ("redoing", "2025-06-10")
    assert not found.overdue(date(2025, 6, 10))
    assert found.overdue(date(2025, 6, 11))
