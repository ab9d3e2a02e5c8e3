"""Words of a ledger for templates."""

from datetime import date
from decimal import Decimal

from django import template

from finance.ledger.entry_table import taken_back_by
from finance.ledger.models import LedgerEntry
from finance.ledger.punctuality import Due

register = template.Library()
register.filter("taken_back_by", taken_back_by)


@register.filter
def signed_amount(entry: LedgerEntry) -> str:
    """1,200.00; below nothing with a minus sign and the word for it."""
    if entry.amount < 0:
        return f"−{-entry.amount:,.2f}（冲减）"
    return f"{entry.amount:,.2f}"


@register.filter
def money(value: Decimal | None) -> str:
    """−1,234.50 with a true minus; what isn't known is a dash."""
    if value is None:
        return "—"
    return f"−{-value:,.2f}" if value < 0 else f"{value:,.2f}"


@register.filter
def minus(value: Decimal) -> str:
    """How much less: the amount without its sign."""
    return f"{-value:,.2f}"


@register.filter
def standing(due: Due, today: date) -> str:
    return due.standing(today)
