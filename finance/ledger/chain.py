"""The digest of a published period, chained to the one before: anyone can recompute it.

Canonical form: UTF-8 lines ended by a line feed. The first line is the digest of the period before
(empty for the first). Then `village|first|last`. Then one line for each account in the order of
its name: `account|opening|income|expense|closing`. Then one line for each entry in the order of
account name, day and number: the fields of ENTRY, as residents read them (a person at the other
end by family name alone; resolution, project and levy by index number). Fields are joined by a
vertical bar; a bar or a line break inside a field is written as a blank; days are YYYY-MM-DD,
amounts have two places and no separators. The digest is the SHA-256 of all of it, in hexadecimal.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Prefetch, prefetch_related_objects

from finance.ledger.models import Balance, LedgerEntry, Period
from finance.ledger.states import State
from portal.core.organisations.models import Organisation

# what an entry's line holds
ENTRY = (
    "account|on|voucher|direction|subject|purpose|amount|counterparty|handler|remark"
    "|resolution|project|levy|reverses|reason"
)
TOGETHER = 12  # periods
BLANKS = str.maketrans({"|": " ", "\n": " ", "\r": " "})


def previous_of(period: Period) -> Period | None:
    """The period before, in the same village."""
    before = Period.objects.filter(village=period.village_id, first__lt=period.first)
    return before.order_by("-first").first()


def digest_of(period: Period, before: str) -> str:
    """The digest of `period` as it stands now, after a period whose digest was `before`."""
    text = "".join(f"{line}\n" for line in canonical(period, before))
    return hashlib.sha256(text.encode()).hexdigest()


def canonical(period: Period, before: str) -> Iterator[str]:
    """The lines of the canonical form. Names are ordered by their code points: databases order
    Chinese each in its own way."""
    yield before
    yield _joined(period.village.name, f"{period.first:%Y-%m-%d}", f"{period.last:%Y-%m-%d}")
    whole = _whole([period])[0] if "entries" not in _fetched(period) else period
    for one in sorted(whole.balances.all(), key=lambda one: one.account.name):
        amounts = (one.opening, one.income, one.expense, one.closing)
        yield _joined(one.account.name, *(f"{amount:.2f}" for amount in amounts))
    entries = whole.entries.all()
    for entry in sorted(entries, key=lambda one: (one.account.name, one.on, one.pk)):
        yield _entry(entry)


def _whole(periods: Sequence[Period]) -> Sequence[Period]:
    """`periods` with all that their digests are made of; two queries for all of them."""
    balances = Prefetch("balances", Balance.objects.select_related("account"))
    named = ("account", "subject", "reverses", "resolution", "project", "levy")
    entries = Prefetch("entries", LedgerEntry.objects.select_related(*named))
    prefetch_related_objects(periods, balances, entries)
    return periods


def _fetched(period: Period) -> dict[str, object]:
    return getattr(period, "_prefetched_objects_cache", {})


def _entry(entry: LedgerEntry) -> str:
    reverses = entry.reverses
    return _joined(
        entry.account.name,
        f"{entry.on:%Y-%m-%d}",
        entry.voucher,
        entry.direction,
        entry.subject.name,
        entry.purpose,
        f"{entry.amount:.2f}",
        entry.counterparty,
        entry.handler,
        entry.remark,
        *(
            item.index_number if item else ""
            for item in (entry.resolution, entry.project, entry.levy)
        ),
        f"{reverses.on:%Y-%m-%d} {reverses.voucher}".strip() if reverses else "",
        entry.reason,
    )


def _joined(*fields: str) -> str:
    return "|".join(field.translate(BLANKS) for field in fields)


@dataclass(frozen=True)
class Verified:
    """A village's chain recomputed: how many periods hold, and the first that doesn't."""

    village: Organisation
    periods: int
    broken: Period | None = None
    why: str = ""

    @property
    def ok(self) -> bool:
        return self.broken is None


def verify(village: Organisation) -> Verified:
    """Recompute every published period of `village` in order, and what leads from one to the
    next."""
    before, closings = "", dict[int, object]()
    count = 0
    published = Period.objects.filter(village=village, state=State.PUBLISHED).order_by("first")
    for period in _in_years(list(published.select_related("village"))):
        if why := _fault(period, before, closings):
            return Verified(village, count, period, why)
        before, count = period.digest, count + 1
        closings = {one.account_id: one.closing for one in period.balances.all()}
    return Verified(village, count)


def _in_years(periods: list[Period]) -> Iterator[Period]:
    """`periods` whole, a year's worth in memory at a time."""
    for start in range(0, len(periods), TOGETHER):
        yield from _whole(periods[start : start + TOGETHER])


def _fault(period: Period, before: str, closings: dict[int, object]) -> str:
    for one in period.balances.all():
        if closings and closings.get(one.account_id, one.opening) != one.opening:
            return f"{one.account.name}的期初余额不等于上一期的期末余额。"
    if digest_of(period, before) != period.digest:
        return "摘要值与内容不符：公开以后内容被改动过，或上一期的摘要值变了。"
    return ""
