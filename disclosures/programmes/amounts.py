"""Amounts of standards in words."""

from decimal import ROUND_HALF_UP, Decimal

PERCENT = "%"
CENT = Decimal("0.01")


def plain(amount: Decimal) -> str:
    """815, 93.50, 12,000: no cents where there are none."""
    whole = amount == amount.to_integral_value()
    return f"{amount:,.0f}" if whole else f"{amount:,.2f}"


def with_unit(amount: Decimal, unit: str) -> str:
    """815 元/人·月, 75%"""
    return f"{plain(amount)}%" if unit == PERCENT else f"{plain(amount)} {unit}"


def share(part: Decimal, whole: Decimal) -> Decimal | None:
    """`part` of `whole` in percent, to two places; None of nothing."""
    if not whole:
        return None
    return (part / whole * 100).quantize(CENT, ROUND_HALF_UP)
