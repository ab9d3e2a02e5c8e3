"""From 元 to 万元 and back. Nothing is rounded: a cent is 0.000001 万元."""

import re
import unicodedata
from decimal import Decimal, InvalidOperation

from portal.spreadsheets.cells import BadCell, as_amount

WAN = Decimal(10_000)
CENT = Decimal("0.01")
IN_YUAN = re.compile(r"(?<!万)[元圆]整?\s*\)?$")


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


def yuan_in(cell: object, unit: str) -> Decimal:
    """Yuan for a cell of a sheet in `unit`, 元 or 万元. Raises BadCell, also for 500元 in a sheet
    that is in 万元: which of the two is meant only its writer knows."""
    if unit != "万元":
        return as_amount(cell)
    if isinstance(cell, str) and IN_YUAN.search(unicodedata.normalize("NFKC", cell).strip()):
        raise BadCell(f"“{cell.strip()}”写的是元，这张表的单位是万元。请换算成万元，只写数字。")
    return (as_amount(cell, places=6) * WAN).quantize(CENT)
