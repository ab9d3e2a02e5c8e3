"""A wrong entry is undone by a correcting one; nothing is erased."""

import pytest

from applications.procedure.events import Corrected, Event
from applications.procedure.lawful import why_not
from applications.procedure.record import Unlawful, in_effect, undone_by
from tests.applications.calendars import published
from tests.applications.procedure.histories import due, event, record, standing

RECEIVED = "2025-03-03 received"
EXTENDED = "2025-03-20 extended days=5"


def corrected(undoes: int, instead: Event | None = None, on: str = "2025-03-25") -> Event:
    found = event(f"{on} corrected", undoes=undoes, why="登记有误")
    assert isinstance(found, Corrected)
    return Corrected(on=found.on, undoes=undoes, why="登记有误", instead=instead)


def test_an_undone_entry_counts_no_more() -> None:
    assert due(RECEIVED, EXTENDED) == "2025-04-08"
    assert due(RECEIVED, EXTENDED, corrected(2)) == "2025-03-31"


def test_what_stands_in_its_place_counts_from_its_own_day() -> None:
    right = event("2025-03-20 extended days=10")
    assert due(RECEIVED, EXTENDED, corrected(2, right)) == due(RECEIVED, right)
    assert due(RECEIVED, corrected(1, event("2025-03-04 received"))) == "2025-04-01"


def test_the_record_keeps_both() -> None:
    kept = record(RECEIVED, EXTENDED, corrected(2))
    assert len(kept) == 3
    assert undone_by(kept) == {2: 3}
    assert [entry.number for entry in in_effect(kept)] == [1]


def test_a_correction_can_be_undone_in_its_turn() -> None:
    assert due(RECEIVED, EXTENDED, corrected(2), corrected(3)) == "2025-04-08"
    assert due(RECEIVED, EXTENDED, corrected(2), corrected(3), corrected(2)) == "2025-03-31"


def test_a_decision_entered_by_mistake_reopens_the_case() -> None:
    assert standing(RECEIVED, "2025-03-20 decided", corrected(2)).state == "in_hand"


def test_after_an_undone_extension_the_case_may_be_extended() -> None:
    assert standing(RECEIVED, EXTENDED, corrected(2), "2025-03-26 extended days=3")


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        ([RECEIVED, corrected(1)], "收到申请不能撤销"),
        ([RECEIVED, corrected(2)], "没有可以更正的第2项"),
        ([RECEIVED, corrected(3)], "没有可以更正的第3项"),
        ([RECEIVED, corrected(0)], "没有可以更正的第0项"),
        ([RECEIVED, EXTENDED, corrected(2), corrected(2)], "已由第3项更正"),
        ([RECEIVED, EXTENDED, corrected(2, corrected(1))], "另一个更正"),
        ([RECEIVED, EXTENDED, corrected(2, on="2025-03-19")], "早于被更正"),
        (
            [RECEIVED, EXTENDED, corrected(2), corrected(3, event(EXTENDED))],
            "不能同时代入",
        ),
    ],
)
def test_what_can_not_be_corrected(lines: list[str], reason: str) -> None:
    with pytest.raises(Unlawful, match=reason):
        standing(*lines)


def test_a_correction_may_not_take_the_ground_from_what_followed() -> None:
    lines = record(RECEIVED, "2025-03-10 third_party_asked", "2025-03-14 third_party_answered")
    told = why_not(lines, corrected(2), published())
    assert told == (
        "更正之后，第3项不再成立：没有尚待第三方答复的征求意见，请先登记征求（条例第三十二条）。"
    )


def test_a_correction_says_why() -> None:
    told = why_not(
        record(RECEIVED, EXTENDED), event("2025-03-25 corrected", undoes=2, why=" "), published()
    )
    assert told == "更正应写明原因。"
