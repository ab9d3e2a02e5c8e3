"""What a levy brought and what it was spent on: ledger entries that name it.

Residents see those of published periods.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Sum

from disclosures.items.models import Disclosure
from finance.accounts.models import Subject
from finance.ledger.models import LedgerEntry
from finance.levies.models import NOTHING, Levy
from finance.sangong.changes import share
from portal.core.township.models import Township

MOST_SHOWN = 200
INCOME, EXPENSE = Subject.Direction.INCOME, Subject.Direction.EXPENSE


@dataclass(frozen=True)
class LevyAccount:
    """One levy with what the books say of it, in yuan."""

    item: Disclosure
    part: Levy
    collected: Decimal = NOTHING
    used: Decimal = NOTHING

    @property
    def due(self) -> Decimal:
        return self.part.burden.due

    @property
    def outstanding(self) -> Decimal:
        """Due and not collected yet; below nothing where more came than was due."""
        return self.due - self.collected

    @property
    def left(self) -> Decimal:
        return self.collected - self.used

    @property
    def percent(self) -> Decimal | None:
        """Collected, of what is due."""
        return share(self.collected, self.due)

    @property
    def flags(self) -> list[str]:
        """What does not fit, for reader and staff."""
        told = []
        if self.outstanding < 0:
            told.append(
                f"已筹 {self.collected:,.2f} 元，比应筹 {self.due:,.2f} 元"
                f"多 {-self.outstanding:,.2f} 元。"
            )
        if self.left < 0:
            told.append(
                f"已用 {self.used:,.2f} 元，比已筹 {self.collected:,.2f} 元"
                f"多 {-self.left:,.2f} 元。"
            )
        return told


def accounts_of(
    items: Iterable[Disclosure], township: Township, *, all_periods: bool = False
) -> list[LevyAccount]:
    """One for each item of a list, in its order; one query beside it."""
    found = list(items)
    sums = _sums([item.pk for item in found], township, all_periods=all_periods)
    return [
        LevyAccount(
            item,
            item.live.levy,
            sums.get((item.pk, INCOME), NOTHING),
            sums.get((item.pk, EXPENSE), NOTHING),
        )
        for item in found
    ]


def account_of(part: Levy, *, all_periods: bool = False) -> LevyAccount:
    item = part.edition.disclosure
    sums = _sums([item.pk], part.township, all_periods=all_periods)
    collected, used = (sums.get((item.pk, way), NOTHING) for way in (INCOME, EXPENSE))
    return LevyAccount(item, part, collected, used)


def entries_of(part: Levy) -> list[LedgerEntry]:
    """Receipts and payments that residents may read, the oldest first."""
    found = LedgerEntry.objects.public(part.township).filter(levy=part.edition.disclosure_id)
    return list(found.select_related("period__village").order_by("on", "pk")[:MOST_SHOWN])


def _sums(
    keys: list[int], township: Township, *, all_periods: bool
) -> dict[tuple[int, str], Decimal]:
    entries = LedgerEntry.objects
    found = entries.of(township) if all_periods else entries.public(township)
    sums = found.filter(levy__in=keys).order_by().values_list("levy", "direction")
    return {(key, way): round(amount, 2) for key, way, amount in sums.annotate(Sum("amount"))}
