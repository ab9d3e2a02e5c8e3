"""Bringing an accountant's sheet into the books: all of it or nothing, and nothing twice."""

import difflib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from django.db import transaction

from finance.accounts.models import Account, Subject, rules_for
from finance.accounts.standard_subjects import subject_named, subjects_of
from finance.ledger import columns as named
from finance.ledger.cited import Cited, cited
from finance.ledger.models import LedgerEntry, Period
from finance.ledger.periods import open_period, span_of
from finance.ledger.post import Posting, post
from finance.ledger.sheet import Entry, LedgerSheet
from finance.ledger.so_far import prove_so_far
from finance.ledger.taken_back import original_of
from finance.refusal import CannotPost
from portal.core.staff.models import Staff
from portal.spreadsheets.rows import Problem

# columns of free words and where the books keep them
ROOM = {
    named.PURPOSE: "purpose",
    named.VOUCHER: "voucher",
    named.COUNTERPARTY: "counterparty",
    named.HANDLER: "handler",
    named.REMARK: "remark",
}
MOST = Decimal(10) ** 10
FALLBACK = {"income": "其他收入", "expense": "其他支出"}


@dataclass(frozen=True)
class Imported:
    """What an import did: entries posted, and those of the sheet that stood there already."""

    posted: int
    known: int


def match(sheet: LedgerSheet, account: Account) -> LedgerSheet:
    """`sheet` with a problem for each subject, resolution or project that the township doesn't
    have, for what is longer than the books have room for, and for each sum that reaches back
    further than the sheet and isn't what the books hold."""
    sheet = prove_so_far(sheet, account)
    subjects = subjects_of(account.township)
    named_items = cited(sheet.entries, account.village)
    found = [
        replace(problem, message=f"{entry.place}{problem.message}")
        for entry in sheet.entries
        for problem in (
            *_too_long(entry),
            _subject_problem(entry, subjects),
            *named_items.problems(entry),
        )
        if problem is not None
    ]
    return replace(sheet, problems=(*sheet.problems, *found))


def _too_long(entry: Entry) -> Iterator[Problem]:
    for column, field in ROOM.items():
        room = getattr(LedgerEntry._meta.get_field(field), "max_length", None) or 0
        given = getattr(entry, field)
        if len(given) > room:
            told = f"有 {len(given)} 个字，最多 {room} 个，请写短一些。"
            yield Problem(entry.row, column, told)
    if abs(entry.amount) >= MOST:
        told = f"{entry.amount:,.2f} 元太大，请核对金额和单位（元、万元）。"
        yield Problem(entry.row, named.AMOUNT, told)


def _subject_problem(entry: Entry, subjects: dict[str, Subject]) -> Problem | None:
    if not entry.subject:
        return None
    subject = subject_named(subjects, entry.subject)
    if subject is None:
        near = difflib.get_close_matches(entry.subject, subjects, n=1, cutoff=0.4)
        guess = f"，最接近的是“{near[0]}”" if near else ""
        told = f"科目表里没有“{entry.subject}”{guess}。请改用已有科目，或请管理员添加。"
        return Problem(entry.row, named.SUBJECT, told)
    if subject.direction != entry.direction:
        told = f"“{entry.subject}”是{subject.get_direction_display()}科目，这一笔却是"
        return Problem(entry.row, named.SUBJECT, f"{told}{entry.direction.label}。")
    return None


@transaction.atomic
def import_entries(sheet: LedgerSheet, account: Account, *, by: Staff) -> Imported:
    """Post the entries of a checked sheet to `account`, opening the periods that they fall in."""
    if sheet.problems:
        raise CannotPost("表格还有错误，一笔也没有导入；请按提示改好后重新导入。")
    account = (
        Account.objects.select_for_update(of=("self",))
        .select_related("village__township")
        .get(pk=account.pk)
    )
    fresh = _unknown(sheet, account)
    if not fresh:
        return Imported(0, len(sheet.entries))
    if len(fresh) < len(sheet.entries):
        known = len(sheet.entries) - len(fresh)
        raise CannotPost(
            f"表里有 {known} 笔已经在账上，另有 {len(fresh)} 笔是新的。"
            "请只留下新的，或先删去这一期还没有提交的明细再导入。"
        )
    _require_opening(sheet, account)
    subjects = subjects_of(account.township)
    named_items = cited(fresh, account.village)
    for period, entries in _by_period(fresh, account, by):
        plain = [one for one in entries if one.amount > 0]
        post(period, account, [_posting(one, subjects, named_items) for one in plain], by=by)
        for red in entries:
            if red.amount < 0:  # after what it may take back, one by one
                taken = replace(
                    _posting(red, subjects, named_items), reverses=original_of(red, account)
                )
                post(period, account, [taken], by=by)
    return Imported(len(fresh), 0)


def _unknown(sheet: LedgerSheet, account: Account) -> list[Entry]:
    """The entries that are not on the books yet; the same file twice has none."""
    if not sheet.entries:
        return []
    days = [entry.on for entry in sheet.entries]
    stored = LedgerEntry.objects.filter(account=account, on__range=(min(days), max(days)))
    fields = ("on", "voucher", "direction", "amount", "purpose")
    have = Counter(stored.values_list(*fields))
    fresh = []
    for entry in sheet.entries:
        key = (entry.on, entry.voucher, entry.direction.value, entry.amount, entry.purpose)
        if have[key]:
            have[key] -= 1
        else:
            fresh.append(entry)
    return fresh


def _require_opening(sheet: LedgerSheet, account: Account) -> None:
    """The sheet must open where the books stand on its first day."""
    if sheet.opening is None:
        return
    begins = min(entry.on for entry in sheet.entries)
    before = account.balances.filter(period__last__lt=begins).order_by("-period__first").first()
    stands = before.closing if before else account.opening
    if sheet.opening != stands:
        raise CannotPost(
            f"表上期初余额是 {sheet.opening:,.2f} 元，账上{account.name}这时是 {stands:,.2f} 元，"
            f"相差 {sheet.opening - stands:,.2f} 元。请先核对上一期。"
        )


def _by_period(
    entries: Iterable[Entry], account: Account, by: Staff
) -> Iterable[tuple[Period, list[Entry]]]:
    """Entries by the period that each falls in, in order; a period that is missing is opened."""
    cycle = rules_for(account.village).cycle
    grouped: dict[date, list[Entry]] = {}
    for entry in sorted(entries, key=lambda one: one.on):
        grouped.setdefault(span_of(entry.on, cycle)[0], []).append(entry)
    for first, found in grouped.items():
        period = Period.objects.filter(village=account.village, first=first).first()
        yield period or open_period(account.village, first, by=by), found


def _posting(entry: Entry, subjects: dict[str, Subject], named_items: Cited) -> Posting:
    subject = subject_named(subjects, entry.subject) or subjects[FALLBACK[entry.direction]]
    return Posting(
        on=entry.on,
        subject=subject,
        purpose=entry.purpose,
        amount=entry.amount,
        voucher=entry.voucher,
        counterparty=entry.counterparty,
        handler=entry.handler,
        remark=entry.remark,
        resolution=named_items.resolution(entry),
        project=named_items.project(entry),
        levy=named_items.levy(entry),
        reason=entry.remark or "原表红字" if entry.amount < 0 else "",
    )
