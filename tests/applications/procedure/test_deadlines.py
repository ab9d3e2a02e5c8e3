"""Every open deadline, with whose it is and why."""

from datetime import date

import pytest

from applications.procedure.deadlines import at_rest, open_deadlines
from applications.procedure.due import DueKind, Whose
from applications.procedure.events import Event
from applications.procedure.limits import OwnLimits
from applications.procedure.remedy_periods import months_after
from portal.core.workdays.limits import Limit
from tests.applications.calendars import published
from tests.applications.procedure.histories import event, standing

RECEIVED = "2025-03-03 received"
REFUSED = event("2025-03-20 decided", outcomes=["process"])
GRANTED = event("2025-03-20 decided", outcomes=["granted"])
SERVED = "2025-03-21 served"


def told(*lines: str | Event, on: str = "2025-03-03") -> list[str]:
    facts = standing(*lines).facts
    found = open_deadlines(facts, published(), date.fromisoformat(on))
    return [f"{due.on} {due.kind}" for due in found]


@pytest.mark.parametrize(
    ("lines", "on", "expected"),
    [
        (
            [RECEIVED],
            "2025-03-03",
            [
                "2025-03-05 receipt_check",
                "2025-03-12 supplement_notice",
                "2025-03-26 draft",
                "2025-03-31 answer",
            ],
        ),
        (
            [RECEIVED, "2025-03-04 registered"],
            "2025-03-13",
            ["2025-03-26 draft", "2025-03-31 answer"],
        ),
        (
            [RECEIVED, "2025-03-06 supplement_requested until=2025-03-28"],
            "2025-03-07",
            ["2025-03-28 supplement"],
        ),
        (
            [
                RECEIVED,
                "2025-03-12 office_asked who=农业办",
                "2025-03-12 office_asked who=财政所 until=2025-03-14",
                "2025-03-13 third_party_asked who=甲公司",
            ],
            "2025-03-13",
            [
                "2025-03-14 office_answer",
                "2025-03-19 office_answer",
                "2025-04-03 third_party_answer",
                "2025-04-17 draft",
                "2025-04-22 answer",
            ],
        ),
        (
            [RECEIVED, "2025-03-20 reasons_asked until=2025-03-24"],
            "2025-03-20",
            ["2025-03-24 reasons", "2025-03-26 draft", "2025-03-31 answer"],
        ),
        ([RECEIVED, "2025-03-10 fee_notified"], "2025-03-10", ["2025-04-08 payment"]),
        ([RECEIVED, REFUSED], "2025-03-20", ["2025-03-31 service"]),
        ([RECEIVED, "2025-04-10 decided"], "2025-04-10", ["2025-04-10 service"]),
        # 60 days to 05-20; a refusal can't go straight to court
        ([RECEIVED, REFUSED, SERVED], "2025-03-21", ["2025-05-20 review"]),
        # 6 months end on a Sunday
        ([RECEIVED, GRANTED, SERVED], "2025-03-21", ["2025-05-20 review", "2025-09-22 lawsuit"]),
        ([RECEIVED, GRANTED, SERVED], "2025-05-21", ["2025-09-22 lawsuit"]),
        ([RECEIVED, GRANTED, SERVED], "2025-09-23", []),
        (
            [RECEIVED, REFUSED, SERVED, "2025-04-01 review_filed"],
            "2025-04-01",
            ["2025-06-03 review_decision"],
        ),
        (
            [
                RECEIVED,
                REFUSED,
                SERVED,
                "2025-04-01 review_filed",
                "2025-05-20 review_decided result=upheld",
            ],
            "2025-05-20",
            ["2025-06-04 lawsuit"],
        ),
        (
            [
                RECEIVED,
                GRANTED,
                SERVED,
                "2025-04-01 lawsuit_filed",
                "2025-08-01 lawsuit_decided result=upheld",
            ],
            "2025-08-01",
            ["2025-08-18 appeal"],
        ),
        ([RECEIVED, "2025-03-10 withdrawn"], "2025-03-10", []),
    ],
)
def test_what_is_open(lines: list[str | Event], on: str, expected: list[str]) -> None:
    assert told(*lines, on=on) == expected


def test_a_third_party_that_objected_is_told_of_the_disclosure() -> None:
    lines = [
        RECEIVED,
        "2025-03-10 third_party_asked who=甲公司",
        "2025-03-14 third_party_answered opinion=objects",
        GRANTED,
    ]
    assert "2025-03-20 third_party_notice" in told(*lines)
    assert "third_party_notice" not in str(told(*lines, "2025-03-20 third_party_told"))


def test_a_third_party_whose_part_was_kept_back_has_nothing_to_be_told() -> None:
    lines = [
        RECEIVED,
        "2025-03-06 third_party_asked who=甲公司",
        "2025-03-12 third_party_answered who=甲公司 opinion=objects",
        event("2025-03-20 decided", outcomes=["granted", "third_party"]),
    ]
    assert "third_party_notice" not in str(told(*lines))


def test_every_deadline_says_whose_it_is_and_why() -> None:
    facts = standing(RECEIVED, "2025-03-10 third_party_asked who=甲公司").facts
    found = {due.kind: due for due in open_deadlines(facts, published(), date(2025, 3, 10))}
    asked = found[DueKind.THIRD_PARTY_ANSWER]
    assert (asked.label, asked.kind.whose) == ("第三方答复：甲公司", Whose.OUTSIDE)
    assert "第三十二条" in asked.why
    assert "第三十三条" in found[DueKind.ANSWER].why


def test_the_township_sets_its_own_inner_limits() -> None:
    facts = standing(RECEIVED).facts
    own = OwnLimits(receipt_check=Limit(1), approval=Limit(5))
    found = {
        due.kind: str(due.on) for due in open_deadlines(facts, published(), facts.received.on, own)
    }
    assert found[DueKind.RECEIPT_CHECK] == "2025-03-04"
    assert found[DueKind.DRAFT] == "2025-03-24"


def test_a_deadline_in_a_year_without_notice_is_provisional() -> None:
    facts = standing("2026-12-04 received").facts
    found = {due.kind: due for due in open_deadlines(facts, published(), date(2026, 12, 4))}
    assert found[DueKind.ANSWER].provisional
    assert not found[DueKind.SUPPLEMENT_NOTICE].provisional


@pytest.mark.parametrize(
    ("lines", "on", "rest"),
    [
        ([RECEIVED], "2030-01-01", False),
        ([RECEIVED, REFUSED], "2030-01-01", False),  # never served
        ([RECEIVED, REFUSED, SERVED], "2025-05-20", False),
        ([RECEIVED, REFUSED, SERVED], "2025-05-21", True),
        ([RECEIVED, GRANTED, SERVED, "2025-04-01 lawsuit_filed"], "2030-01-01", False),
        ([RECEIVED, "2025-03-10 withdrawn"], "2025-03-10", True),
    ],
)
def test_a_case_is_at_rest_when_nobody_can_turn_anywhere(
    lines: list[str | Event], on: str, rest: bool
) -> None:
    assert at_rest(standing(*lines).facts, published(), date.fromisoformat(on)) is rest


@pytest.mark.parametrize(
    ("on", "later"),
    [("2025-03-21", "2025-09-21"), ("2025-08-31", "2026-02-28"), ("2025-12-01", "2026-06-01")],
)
def test_six_months_end_on_the_same_day_or_the_months_last(on: str, later: str) -> None:
    assert str(months_after(date.fromisoformat(on), 6)) == later
