"""Rises and falls: the percentage is of the earlier figure, and of nothing there is none."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from finance.sangong.changes import Change

amounts = st.decimals(min_value=0, max_value=10_000, places=2)


def test_the_percentage_is_of_the_earlier_figure() -> None:
    change = Change(Decimal("9.78"), Decimal("9.07"))
    assert change.percent == Decimal("-7.26")
    assert str(change) == "减少 0.71，下降 7.26%"


def test_from_nothing_it_is_said_in_words() -> None:
    change = Change(Decimal(0), Decimal(56))
    assert change.percent is None
    assert str(change) == "增加 56.00（原为 0，不计算百分比）"


def test_no_change_is_said_so() -> None:
    assert str(Change(Decimal(4), Decimal("4.00"))) == "持平"


@given(before=amounts, after=amounts)
def test_the_parts_always_agree(before: Decimal, after: Decimal) -> None:
    change = Change(before, after)
    assert before + change.amount == after
    if change.percent is not None:
        assert abs(change.percent - change.amount * 100 / before) <= Decimal("0.005")
