"""From 元 to 万元 and back. Nothing is rounded: a cent is 0.000001 万元."""

import unicodedata
from decimal import Decimal, InvalidOperation

WAN = Decimal(10_000)
CENT = Decimal("0.01")


def in_wan(yuan: Decimal) -> Decimal:
    return yuan / WAN


def wan_words(yuan: Decimal) -> str:
    """15.62, with two places at least and more only where the amount has them."""
    amount = in_wan(yuan)
    rounded = amount.quantize(CENT)
    return f"{rounded:,.2f}" if rounded == amount else f"{amount.normalize():,f}"


def yuan_of(text: str) -> Decimal | None:
    """Yuan for an amount typed in 万元, commas and full-width digits allowed; None where it is no
    number."""
    plain = unicodedata.normalize("NFKC", text).replace(",", "").strip().removesuffix("万元")
    try:
        amount = Decimal(plain.strip())
    except InvalidOperation:
        return None
    return amount * WAN if amount.is_finite() else None
