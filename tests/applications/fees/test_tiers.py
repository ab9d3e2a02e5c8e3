"""信息处理费 by the official tiers."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from applications.fees.month import Counted, fees_of_month
from applications.fees.tiers import MOST_UNITS, TIERS, Basis, Tier, fee

NUMBERS = st.integers(0, 400)


@pytest.mark.parametrize(
    ("pages", "yuan"),
    [
        (0, 0),
        (30, 0),
        (31, 10),
        (100, 700),
        (101, 720),
        (200, 2700),
        (201, 2740),
        (250, 4700),
    ],
)
def test_pages(pages: int, yuan: int) -> None:
    assert fee(Basis.PAGE, pages).amount == yuan


@pytest.mark.parametrize(
    ("pieces", "yuan"),
    [
        (1, 0),
        (10, 0),
        (11, 100),
        (30, 2000),
        (31, 2200),
        (40, 4000),
        (41, 4300),
        (50, 7000),
        (51, 7400),
    ],
)
def test_pieces(pieces: int, yuan: int) -> None:
    assert fee(Basis.PIECE, pieces).amount == yuan


def test_what_came_before_in_the_month_decides_the_tier() -> None:
    found = fee(Basis.PAGE, 80, before=20)
    assert found.amount == 700
    assert [str(line) for line in found.lines] == [
        "第21至30页：免费",
        "第31至100页：70页 × 10元 = 700元",
    ]


def test_the_fee_explains_itself_line_by_line() -> None:
    assert fee(Basis.PIECE, 3, before=29).explanation == [
        "按件计收；申请人本月此前已累计29件。",
        "第30件：1件 × 100元 = 100元。",
        "第31至32件：2件 × 200元 = 400元。",
        "合计500元。",
    ]


def test_free_is_said_too() -> None:
    assert fee(Basis.PAGE, 12).explanation[1:] == ["第1至12页：免费。", "合计0元。"]


@given(st.sampled_from(Basis), NUMBERS, NUMBERS)
def test_the_parts_of_a_month_add_up_to_the_whole(basis: Basis, first: int, second: int) -> None:
    parts = fee(basis, first).amount + fee(basis, second, before=first).amount
    assert parts == fee(basis, first + second).amount


@given(st.sampled_from(Basis), NUMBERS)
def test_the_price_of_one_more_never_falls(basis: Basis, number: int) -> None:
    one, next_one = (fee(basis, 1, before=n).amount for n in (number, number + 1))
    assert 0 <= one <= next_one


@given(st.sampled_from(Basis), NUMBERS, NUMBERS)
def test_every_unit_stands_in_one_line(basis: Basis, count: int, before: int) -> None:
    lines = fee(basis, count, before).lines
    units = [n for line in lines for n in range(line.first, line.last + 1)]
    assert units == list(range(before + 1, before + count + 1))


@pytest.mark.parametrize(("count", "before"), [(-1, 0), (1, -1), (MOST_UNITS + 1, 0)])
def test_numbers_that_can_not_be_are_refused(count: int, before: int) -> None:
    with pytest.raises(ValueError, match="请核对"):
        fee(Basis.PAGE, count, before)


def test_staff_can_put_other_tiers_in_place() -> None:
    mine = [Tier(1, 50, Decimal(0)), Tier(51, None, Decimal("5.5"))]
    assert fee(Basis.PAGE, 52, tiers=mine).amount == Decimal("11.0")


@pytest.mark.parametrize("basis", Basis)
def test_the_tiers_leave_no_gap(basis: Basis) -> None:
    tiers = TIERS[basis]
    assert tiers[0].first == 1
    assert tiers[-1].last is None
    for one, following in zip(tiers, tiers[1:], strict=False):
        assert one.last is not None
        assert following.first == one.last + 1


def test_a_month_runs_on_and_the_next_begins_anew() -> None:
    found = fees_of_month(
        [
            Counted("三", date(2026, 4, 1), Basis.PAGE, 30),
            Counted("一", date(2026, 3, 2), Basis.PAGE, 30),
            Counted("二", date(2026, 3, 9), Basis.PAGE, 10),
            Counted("四", date(2026, 3, 9), Basis.PIECE, 1),
        ]
    )
    assert {name: int(one.amount) for name, one in found.items()} == {
        "一": 0,
        "二": 100,
        "三": 0,
        "四": 0,
    }


def test_no_application_is_charged_both_ways() -> None:
    both = [Counted("一", date(2026, 3, 2), basis, 1) for basis in Basis]
    with pytest.raises(ValueError, match="只能按件或者按量"):
        fees_of_month(both)
