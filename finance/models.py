"""Gathers the rooms' models for Django. Import a model from its room, not from here."""

from finance.accounts.models import Account, BookRules, Subject
from finance.grants.models import FundGrant, GrantLine
from finance.holdings.models import Holding, Holdings
from finance.ledger.models import Balance, LedgerEntry, Period
from finance.resolutions.models import Resolution, ResolutionStep
from finance.vouchers.models import Voucher

__all__ = [
    "Account",
    "Balance",
    "BookRules",
    "FundGrant",
    "GrantLine",
    "Holding",
    "Holdings",
    "LedgerEntry",
    "Period",
    "Resolution",
    "ResolutionStep",
    "Subject",
    "Voucher",
]
