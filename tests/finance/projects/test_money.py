"""A project's money: what is left, and what does not fit."""

from decimal import Decimal
from typing import Any

import pytest

from finance.projects.money import Money

FITS = {
    "funds": Decimal("60000.00"),
    "budget": Decimal("58000.00"),
    "contract": Decimal("52000.00"),
    "paid": Decimal("50000.00"),
    "audited": Decimal("50000.00"),
    "price": Decimal("52000.00"),
}


def test_what_fits_has_no_flag() -> None:
    money = Money(**FITS)
    assert money.flags == []
    assert (money.left, money.owed) == (Decimal("10000.00"), Decimal("2000.00"))


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"contract": "49999.99"}, "已付款 50,000.00 元，超过合同价 49,999.99 元，多出 0.01 元。"),
        ({"funds": "45000.00"}, "已付款 50,000.00 元，超过资金来源合计 45,000.00 元"),
        ({"audited": "48000.00"}, "已付款 50,000.00 元，超过审定金额 48,000.00 元"),
        ({"budget": "51000.00"}, "合同价 52,000.00 元，超过预算 51,000.00 元"),
        ({"price": "51999.00"}, "合同价 52,000.00 元，超过中标价 51,999.00 元"),
    ],
)
def test_what_is_beyond_its_limit_is_flagged(changed: dict[str, Any], told: str) -> None:
    money = Money(**FITS | {name: Decimal(value) for name, value in changed.items()})
    assert any(told in line for line in money.flags), money.flags


def test_what_is_not_known_yet_is_no_limit() -> None:
    money = Money(funds=Decimal(9), budget=None, contract=None, paid=Decimal(0))
    assert money.flags == []
    assert money.owed is None
