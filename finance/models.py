"""Gathers the rooms' models for Django. Import a model from its room, not from here."""

from finance.accounts.models import Account, BookRules, Subject
from finance.ledger.models import Balance, LedgerEntry, Period

__all__ = ["Account", "Balance", "BookRules", "LedgerEntry", "Period", "Subject"]
