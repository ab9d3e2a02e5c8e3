"""Posting entries to an open period, one account at a time, and taking them back in red letters."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import transaction

from disclosures.items.models import Disclosure
from finance.accounts.models import Account, Subject
from finance.ledger.counterparty import shown
from finance.ledger.models import Balance, LedgerEntry, Period
from finance.ledger.periods import KEEPERS, begin_balance
from finance.ledger.states import State
from finance.refusal import CannotPost
from portal.core.staff.models import Staff
from portal.core.trail.record import record


@dataclass(frozen=True)
class Posting:
    """One entry to be posted; `amount` is in yuan and positive, negative only with a `reason`."""

    on: date
    subject: Subject
    purpose: str
    amount: Decimal
    voucher: str = ""
    counterparty: str = ""
    handler: str = ""
    remark: str = ""
    resolution: Disclosure | None = None
    project: Disclosure | None = None
    levy: Disclosure | None = None
    reverses: LedgerEntry | None = None
    reason: str = ""


@transaction.atomic
def post(
    period: Period, account: Account, postings: Iterable[Posting], *, by: Staff
) -> list[LedgerEntry]:
    """Post all or none. The account's balance row is locked, so two accountants take turns."""
    by.require(KEEPERS, period.village)
    balance = locked_balance(period, account)
    wanted = list(postings)
    if findings := [told for one in wanted for told in faults_of(balance.period, one)]:
        raise CannotPost(*findings)
    entries = LedgerEntry.objects.bulk_create([entry_of(balance, one, by) for one in wanted])
    add_to(balance, entries)
    record(period, "记账", by=by, entries=len(entries), account=account.name)
    return entries


@transaction.atomic
def reverse(entry: LedgerEntry, *, on: date, reason: str, by: Staff, into: Period) -> LedgerEntry:
    """Take `entry` back by an entry of the opposite amount in the open period `into`; both stay."""
    if not reason.strip():
        raise CannotPost("请写明冲销的原因，群众会看到。")
    if LedgerEntry.objects.filter(reverses=entry).exists():
        raise CannotPost("这一笔已经冲销过了。")
    if entry.reverses_id is not None:
        raise CannotPost("红字冲销的分录不能再冲销，请重新记一笔。")
    posting = Posting(
        on=on,
        subject=entry.subject,
        purpose=f"冲销：{entry.purpose}"[:200],
        amount=-entry.amount,
        voucher="",
        counterparty=entry.counterparty,
        handler=entry.handler,
        resolution=entry.resolution,
        project=entry.project,
        levy=entry.levy,
        reverses=entry,
        reason=reason.strip(),
    )
    [red] = post(into, entry.account, [posting], by=by)
    return red


@transaction.atomic
def remove(entry: LedgerEntry, *, by: Staff) -> None:
    """Strike an entry of a period that is still open; what was submitted is reversed instead."""
    by.require(KEEPERS, entry.period.village)
    balance = locked_balance(entry.period, entry.account)
    stored = LedgerEntry.objects.get(pk=entry.pk)
    add_to(balance, [stored], sign=-1)
    record(entry.period, "删除未公开的一笔", by=by, remark=str(stored))
    stored.delete()


def locked_balance(period: Period, account: Account) -> Balance:
    """The account's row in the period, for whoever is posting to it alone."""
    balance = _held(period, account) or _taken_in(period, account)
    state = Period.objects.values_list("state", flat=True).get(pk=period.pk)
    if state != State.OPEN:
        raise CannotPost(f"{period.name}已经提交，不能再记账；更正请在下一期用红字冲销。")
    return balance


def _held(period: Period, account: Account) -> Balance | None:
    rows = Balance.objects.select_for_update(of=("self",)).select_related("period", "account")
    return rows.filter(period=period, account=account).first()


def _taken_in(period: Period, account: Account) -> Balance:
    """An account that was opened after the period was: one at a time takes it in."""
    if account.village_id != period.village_id:
        raise CannotPost(f"{account}不是{period.village.name}的账户。")
    if not account.active or account.opened_on > period.last:
        raise CannotPost(f"{account}在{period.name}没有启用，请先核对它的启用日期。")
    Period.objects.select_for_update(of=("self",), no_key=True).get(pk=period.pk)
    return _held(period, account) or begin_balance(period, account)


def faults_of(period: Period, posting: Posting) -> list[str]:
    found = []
    if not period.first <= posting.on <= period.last:
        found.append(f"{posting.on:%Y-%m-%d} 不在{period.name}内，请核对日期。")
    if not posting.purpose.strip():
        found.append("用途是空的，请写明这笔钱是做什么的。")
    if posting.amount == 0:
        found.append("金额不能是 0。")
    if posting.amount < 0 and not posting.reason.strip():
        found.append(f"“{posting.purpose}”是红字，请写明冲销的原因。")
    return found


def is_large(posting: Posting, period: Period) -> bool:
    """Whether the village's assembly must have agreed to it before."""
    spent = posting.subject.direction == Subject.Direction.EXPENSE
    return spent and posting.amount >= period.large_from


def entry_of(balance: Balance, posting: Posting, by: Staff) -> LedgerEntry:
    return LedgerEntry(
        township_id=balance.township_id,
        period_id=balance.period_id,
        account_id=balance.account_id,
        on=posting.on,
        voucher=posting.voucher,
        direction=posting.subject.direction,
        subject=posting.subject,
        purpose=posting.purpose.strip(),
        amount=posting.amount,
        counterparty=shown(posting.counterparty),
        handler=posting.handler,
        resolution=posting.resolution,
        project=posting.project,
        levy=posting.levy,
        remark=posting.remark,
        reverses=posting.reverses,
        reason=posting.reason,
        large=is_large(posting, balance.period),
        posted_by=by,
    )


def add_to(balance: Balance, entries: Iterable[LedgerEntry], sign: int = 1) -> None:
    """Write the entries into the kept totals, and carry the closing into the periods after."""
    before = balance.closing
    for entry in entries:
        if entry.direction == Subject.Direction.INCOME:
            balance.income += sign * entry.amount
        else:
            balance.expense += sign * entry.amount
        balance.entries += sign
    balance.closing = balance.opening + balance.income - balance.expense
    balance.save(update_fields=["income", "expense", "closing", "entries"])
    _carry(balance, balance.closing - before)


def _carry(balance: Balance, moved: Decimal) -> None:
    """Each period opens where the one before closed, those that were opened early too."""
    after = Balance.objects.select_for_update(of=("self",)).filter(
        account=balance.account_id, period__first__gt=balance.period.first
    )
    for later in after.order_by("period__first") if moved else ():
        later.opening += moved
        later.closing += moved
        later.save(update_fields=["opening", "closing"])
