"""Amounts in 万元 for templates."""

from decimal import Decimal

from django import template

from finance.wan.amounts import wan_words

register = template.Library()


@register.filter
def wan(yuan: Decimal | None) -> str:
    """156200.00 → 15.62; what isn't known is a dash."""
    return "—" if yuan is None else wan_words(yuan)
