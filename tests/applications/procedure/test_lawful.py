"""Which moves are lawful after which events, and what is said where they are not."""

from datetime import date

import pytest

from applications.procedure.events import EVENT_TYPES, Corrected, Received
from applications.procedure.lawful import lawful_moves, moves, why_not
from applications.procedure.record import Unlawful
from applications.procedure.standing import effect
from applications.procedure.states import State
from applications.procedure.table import LAWFUL
from tests.applications.calendars import published
from tests.applications.procedure.histories import day, event, record, standing

RECEIVED = "2025-03-03 received"
ASKED = "2025-03-06 supplement_requested until=2025-03-28"
THIRD = "2025-03-10 third_party_asked who=甲公司"
FEE = "2025-03-10 fee_notified"
DECIDED = "2025-03-20 decided"
SERVED = "2025-03-21 served"
REFUSED = event("2025-03-20 decided", outcomes=["process"])
GRANTED = event("2025-03-20 decided", outcomes=["granted"])

STATES = {
    State.IN_HAND: [RECEIVED],
    State.AWAITING_SUPPLEMENT: [RECEIVED, ASKED],
    State.CONSULTING: [RECEIVED, THIRD],
    State.AWAITING_REASONS: [RECEIVED, "2025-03-10 reasons_asked"],
    State.AWAITING_PAYMENT: [RECEIVED, FEE],
    State.ANSWERED: [RECEIVED, DECIDED],
    State.ABANDONED: [RECEIVED, ASKED, "2025-03-31 abandoned"],
    State.WITHDRAWN: [RECEIVED, "2025-03-10 withdrawn"],
    State.UNDER_REVIEW: [RECEIVED, REFUSED, SERVED, "2025-04-01 review_filed"],
    State.IN_COURT: [RECEIVED, DECIDED, SERVED, "2025-04-01 lawsuit_filed"],
    State.REDOING: [
        RECEIVED,
        REFUSED,
        SERVED,
        "2025-04-01 review_filed",
        "2025-05-20 review_decided result=corrected redo_until=2025-06-10",
    ],
    State.CLOSED: [RECEIVED, DECIDED, SERVED, "2025-04-01 closed"],
}
LATEST = {state: record(*lines)[-1].on for state, lines in STATES.items()}
KINDS = [kind for kind in EVENT_TYPES.values() if kind not in (Received, Corrected)]


@pytest.mark.parametrize("state", State)
def test_every_state_is_reached(state: State) -> None:
    assert standing(*STATES[state]).state is state


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.type)
def test_what_the_table_does_not_allow_is_refused_with_a_sentence(
    state: State, kind: type[Received]
) -> None:
    found = {
        move.kind: move.why_not
        for move in moves(record(*STATES[state]), published(), LATEST[state])
    }
    if kind not in LAWFUL[state]:
        assert found[kind]
        assert found[kind].endswith("。")


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (
            State.AWAITING_SUPPLEMENT,
            "registered supplement_received office_asked withdrawn",
        ),
        (State.AWAITING_PAYMENT, "registered office_asked fee_paid withdrawn"),
        (State.ANSWERED, "served review_filed lawsuit_filed"),
        (State.ABANDONED, "served review_filed lawsuit_filed closed"),
        (State.WITHDRAWN, "closed"),
        (State.UNDER_REVIEW, "review_decided"),
        (State.IN_COURT, "lawsuit_decided"),
        (State.CLOSED, "review_filed lawsuit_filed"),
        (
            State.IN_HAND,
            "registered supplement_requested third_party_asked organ_asked office_asked"
            " transferred extended reasons_asked fee_notified decided withdrawn",
        ),
        (
            State.REDOING,
            "registered third_party_asked organ_asked office_asked transferred decided withdrawn",
        ),
    ],
)
def test_what_is_offered_in_a_state(state: State, expected: str) -> None:
    offered = lawful_moves(record(*STATES[state]), published(), LATEST[state])
    assert [kind.type for kind in offered] == expected.split()


@pytest.mark.parametrize(
    ("lines", "following", "reason"),
    [
        ([], DECIDED, "第一项应当是“收到申请”"),
        ([RECEIVED], "2025-03-04 received", "只收到一次"),
        ([RECEIVED], "2025-03-02 decided", "早于收到申请"),
        ([RECEIVED, THIRD], "2025-03-07 third_party_answered", "早于上一项"),
        ([RECEIVED], "2025-03-13 supplement_requested", "最晚2025年3月12日"),
        ([RECEIVED, ASKED], "2025-03-07 supplement_requested", "一次性告知"),
        (
            [RECEIVED, ASKED, "2025-03-07 supplement_received"],
            "2025-03-10 supplement_requested",
            "已于2025年3月6日告知过补正",
        ),
        ([RECEIVED], "2025-03-06 supplement_requested until=2025-03-06", "应晚于"),
        ([RECEIVED], "2025-03-06 supplement_received", "不能登记“收到补正”"),
        ([RECEIVED, ASKED], "2025-03-29 supplement_received", "补正期限已于2025年3月28日届满"),
        ([RECEIVED, ASKED], "2025-03-28 abandoned", "还不能视为放弃"),
        ([RECEIVED, "2025-03-06 supplement_requested"], "2026-03-28 abandoned", "没有写明补正期限"),
        ([RECEIVED, ASKED], DECIDED, "申请内容尚待补正"),
        ([RECEIVED, ASKED], "2025-03-20 extended days=5", "不需要延期"),
        ([RECEIVED], "2025-03-10 third_party_answered", "请先登记征求"),
        ([RECEIVED, THIRD], "2025-03-11 third_party_answered who=乙公司", "乙公司"),
        ([RECEIVED, THIRD], "2025-03-11 third_party_asked who=甲公司", "不能重复征求"),
        ([RECEIVED, THIRD], "2025-03-11 organ_answered", "请先登记征求"),
        ([RECEIVED, THIRD], "2025-03-31 decided", "甲公司尚未答复，2025年3月31日期满后"),
        ([RECEIVED, THIRD], GRANTED, "尚未答复"),
        ([RECEIVED], "2025-03-10 organ_answered", "第三十四条"),
        ([RECEIVED], "2025-03-10 office_answered", "请先登记交办"),
        ([RECEIVED], "2025-03-10 third_party_told", "没有征求过"),
        ([RECEIVED], "2025-03-10 extended days=21", "应为1至20个"),
        ([RECEIVED], "2025-03-10 extended days=0", "应为1至20个"),
        ([RECEIVED], event("2025-03-10 extended", days=-3), "应为1至20个"),
        ([RECEIVED], "2025-04-01 extended days=5", "已于2025年3月31日届满"),
        (
            [RECEIVED, "2025-03-10 extended days=5"],
            "2025-03-11 extended days=5",
            "只能延期一次",
        ),
        (
            [RECEIVED, "2025-03-05 extended days=5", ASKED, "2025-03-20 supplement_received"],
            "2025-03-21 extended days=5",
            "只能延期一次",
        ),
        ([RECEIVED], "2025-03-10 postponed until=2025-06-10", "理由合理"),
        ([RECEIVED], "2025-03-10 reasons_given", "没有要求过"),
        ([RECEIVED], "2025-04-01 fee_notified", "答复期限已于2025年3月31日届满"),
        ([RECEIVED], event("2025-03-10 fee_notified", amount="0"), "不需要发收费通知"),
        ([RECEIVED], "2025-03-10 fee_paid", "不能登记“收到缴费”"),
        ([RECEIVED, FEE], "2025-04-09 fee_paid", "最晚2025年4月8日"),
        ([RECEIVED, FEE], "2025-04-08 abandoned", "缴费期限到2025年4月8日才届满"),
        ([RECEIVED, FEE], DECIDED, "收到缴费后才能作出答复"),
        ([RECEIVED, FEE, "2025-03-12 fee_paid"], "2025-03-13 fee_notified", "只通知一次"),
        ([RECEIVED], "2025-03-10 abandoned", "不能登记“视为放弃"),
        ([RECEIVED, DECIDED], "2025-03-21 decided", "已经作出答复"),
        ([RECEIVED, DECIDED], "2025-03-21 extended days=5", "已经答复"),
        ([RECEIVED, DECIDED], "2025-03-21 third_party_asked", "已答复"),
        ([RECEIVED, DECIDED], "2025-03-21 withdrawn", "已答复"),
        ([RECEIVED, DECIDED], "2025-03-21 closed", "尚未送达"),
        ([RECEIVED, DECIDED, SERVED], "2025-03-22 served", "已经登记过送达"),
        ([RECEIVED, "2025-03-04 withdrawn"], DECIDED, "申请人已撤回"),
        ([RECEIVED], "2025-03-31 review_filed", "还没有可以申请复议或者起诉的行为"),
        ([RECEIVED], "2025-04-01 lawsuit_filed", "应当先申请行政复议"),
        ([RECEIVED, REFUSED], "2025-03-25 lawsuit_filed", "应当先申请行政复议"),
        (STATES[State.UNDER_REVIEW], "2025-05-30 lawsuit_filed", "行政复议尚未结束"),
        (STATES[State.UNDER_REVIEW], "2025-04-02 review_filed", "行政复议中"),
        ([RECEIVED, DECIDED], "2025-03-21 review_decided", "已答复"),
        (STATES[State.IN_COURT], "2025-04-02 lawsuit_filed", "行政诉讼中"),
        (STATES[State.REDOING], "2025-05-21 extended days=3", "不能自行延期"),
        (STATES[State.UNDER_REVIEW], "2025-05-20 review_decided redo_until=2025-05-20", "应晚于"),
    ],
)
def test_what_is_refused_and_why(lines: list[str], following: str, reason: str) -> None:
    told = why_not(record(*lines), record(following)[0], published())
    assert told is not None
    assert reason in told
    assert told.endswith("。")


@pytest.mark.parametrize(
    "lines",
    [
        [RECEIVED, ASKED, event("2025-03-29 supplement_received", excuse="住院")],
        [RECEIVED, THIRD, "2025-03-12 third_party_answered who=甲公司 opinion=objects", GRANTED],
        [RECEIVED, THIRD, "2025-04-01 decided"],  # silence for 15 working days
        [RECEIVED, THIRD, REFUSED],  # nothing is released
        [RECEIVED, "2025-03-10 organ_asked", DECIDED],
        [RECEIVED, "2025-03-31 extended days=20"],  # on the last day
        [RECEIVED, "2025-04-10 decided"],  # late, but a fact
        [RECEIVED, "2025-04-01 review_filed"],  # no answer in time
        [RECEIVED, "2025-04-01 review_filed", "2025-04-02 decided"],
        [RECEIVED, REFUSED, SERVED, "2025-04-01 review_filed", "2025-06-10 lawsuit_filed"],
        [RECEIVED, GRANTED, SERVED, "2025-04-01 lawsuit_filed"],
        [RECEIVED, FEE, "2025-04-08 fee_paid"],
        [RECEIVED, FEE, "2025-04-09 abandoned"],
        [*STATES[State.REDOING], "2025-06-01 decided", "2025-06-02 review_filed"],
        [
            *STATES[State.IN_COURT],
            "2025-08-01 lawsuit_decided result=upheld",
            "2025-08-10 lawsuit_filed",
            "2025-12-01 lawsuit_decided result=upheld",
        ],
    ],
)
def test_what_is_lawful(lines: list[str]) -> None:
    assert standing(*lines)


def test_before_2024_a_refusal_could_go_straight_to_court() -> None:
    refused = event("2023-03-20 decided", outcomes=["process"])
    assert standing("2023-03-03 received", refused, "2023-03-25 lawsuit_filed")


def test_a_refused_record_names_the_entry() -> None:
    with pytest.raises(Unlawful, match="第3项") as refusal:
        standing(RECEIVED, DECIDED, DECIDED, SERVED)
    assert refusal.value.number == 3


def test_what_has_not_happened_yet_is_not_recorded() -> None:
    told = why_not(record(RECEIVED), event(DECIDED), published(), today=day("2025-03-19"))
    assert told is not None
    assert "还没有到" in told
    assert not why_not(record(RECEIVED), event(DECIDED), published(), today=day("2025-03-20"))


@pytest.mark.parametrize(
    ("lines", "following", "words"),
    [
        ([RECEIVED], "2025-03-10 extended days=5", "由2025年3月31日变为2025年4月8日"),
        ([RECEIVED], "2025-03-10 office_asked", "答复期限不变，仍为2025年3月31日"),
        ([RECEIVED], ASKED, "停止计算，等待申请人"),
        ([RECEIVED, ASKED], "2025-03-20 supplement_received", "变为2025年4月18日"),
        ([RECEIVED], DECIDED, "不再计算"),
        ([RECEIVED, DECIDED], SERVED, "不影响"),
        (["2026-12-03 received"], "2026-12-04 extended days=1", "暂定"),
    ],
)
def test_a_move_says_what_it_does_to_the_clock(
    lines: list[str], following: str, words: str
) -> None:
    assert words in effect(record(*lines), event(following), published())


def test_moves_ask_for_a_lawful_record() -> None:
    with pytest.raises(Unlawful):
        moves(record(RECEIVED, SERVED), published(), date(2025, 3, 4))
