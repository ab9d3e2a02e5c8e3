"""Putting an entry of an open period right before anybody was told it."""

from django.db import transaction

from finance.ledger.models import LedgerEntry
from finance.ledger.periods import KEEPERS
from finance.ledger.post import Posting, add_to, entry_of, faults_of, locked_balance
from finance.refusal import CannotPost
from portal.core.staff.models import Staff
from portal.core.trail.record import record

FIELDS = (
    "on",
    "voucher",
    "direction",
    "subject",
    "purpose",
    "amount",
    "counterparty",
    "handler",
    "remark",
    "resolution",
    "project",
    "levy",
    "large",
)


@transaction.atomic
def amend(entry: LedgerEntry, posting: Posting, *, by: Staff) -> LedgerEntry:
    """Rewrite `entry` while its period is open; afterwards it can only be reversed."""
    by.require(KEEPERS, entry.period.village)
    balance = locked_balance(entry.period, entry.account)
    stored = LedgerEntry.objects.filter(pk=entry.pk).first()
    if stored is None:
        raise CannotPost("这一笔已经被删去了，请刷新页面。")
    if stored.reverses_id is not None:
        raise CannotPost("红字冲销的分录不能改，可以删去重新冲销。")
    if findings := faults_of(balance.period, posting):
        raise CannotPost(*findings)
    before = str(stored)
    add_to(balance, [stored], sign=-1)
    fresh = entry_of(balance, posting, by)
    for name in FIELDS:
        setattr(stored, name, getattr(fresh, name))
    stored.save(update_fields=FIELDS)
    add_to(balance, [stored])
    record(entry.period, "修改未公开的一笔", by=by, before=before, after=str(stored))
    return stored
