"""Amounts in 万元 for templates."""

from decimal import Decimal

from django import template

from finance.sangong.changes import Change
from finance.wan.amounts import WAN, wan_words

register = template.Library()


@register.filter
def wan(yuan: Decimal | None) -> str:
    """156200.00 → 15.62; what isn't known is a dash."""
    return "—" if yuan is None else wan_words(yuan)


@register.filter
def figure(amount: Decimal | None) -> str:
    """An amount that is in 万元 already, with a true minus; what isn't known is a dash."""
    if amount is None:
        return "—"
    return f"−{wan_words(-amount * WAN)}" if amount < 0 else wan_words(amount * WAN)


@register.filter
def rate(change: Change) -> str:
    """−7.30%; a base of zero in words."""
    if change.percent is None:
        return "原为 0" if change.after else "都是 0"
    return f"−{-change.percent}%" if change.percent < 0 else f"{change.percent}%"


@register.filter
def compared_with(change: Change, base: str) -> str:
    """比上年减少 1.23 万元，下降 7.30%; 与上年持平."""
    return f"比{base}{change.words(' 万元')}" if change.amount else f"与{base}持平"
