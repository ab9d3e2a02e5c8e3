"""大额支出: what the village representatives' assembly must have agreed to before it was paid.

The threshold is the village's own (BookRules) and was fixed when the period was opened.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import timedelta

from disclosures.items.models import Disclosure
from disclosures.items.shapes import Shape
from finance.accounts.models import Subject
from finance.ledger.models import LedgerEntry, Period
from finance.resolutions.models import Resolution
from portal.core import clock

WITHIN = timedelta(days=30)
# what changes from one instalment to the next: numbers, months, ordinals
INSTALMENT = re.compile(r"[\d一二三四五六七八九十第次期笔月年（）()、，,.\-\s]+")


def uncited(period: Period) -> Iterator[str]:
    """A sentence for each large expense that cites no resolution, or not a fitting one."""
    large = period.entries.filter(large=True, reversed_by=None).select_related("period__village")
    resolutions = _public_resolutions(period)
    for entry in large:
        if fault := _fault(entry, resolutions):
            yield (
                f"{entry}达到大额支出起点 {period.large_from:,.2f} 元，{fault}"
                f"请先公开村民代表会议的决议，再在这一笔里选上它。"
            )


def _public_resolutions(period: Period) -> dict[int, Resolution]:
    """What the items that the period cites decide, as far as residents can read it."""
    items = Disclosure.objects.public(period.township, clock.now()).of_shape(Shape.RESOLUTION)
    cited = items.filter(pk__in=period.entries.values("resolution"))
    return {
        item.pk: item.live.resolution for item in cited.select_related("live__resolution__village")
    }


def _fault(entry: LedgerEntry, resolutions: dict[int, Resolution]) -> str:
    """Why the resolution of a large expense doesn't carry it; "" if it does."""
    if entry.resolution_id is None:
        return "没有注明村民代表会议的决议。"
    resolution = resolutions.get(entry.resolution_id)
    if resolution is None:
        return "注明的决议现在没有公开。"
    if resolution.village_id != entry.period.village_id:
        return f"注明的是{resolution.village.name}的决议。"
    if resolution.met_on > entry.on:
        return f"会议在 {resolution.met_on:%Y-%m-%d}，晚于付款。"
    return ""


def split_payments(period: Period) -> list[str]:
    """Payments below the threshold that together reach it: one payee, one purpose, 30 days."""
    since, until = period.first - WITHIN, period.last
    spent = LedgerEntry.objects.filter(
        period__village=period.village_id,
        direction=Subject.Direction.EXPENSE,
        large=False,
        amount__gt=0,
        on__range=(since, until),
    ).exclude(counterparty="")
    found: list[str] = []
    for entries in _same(spent.select_related("subject").order_by("on", "pk")):
        found += _runs(entries, period)
    return found


def _same(entries: Iterable[LedgerEntry]) -> list[list[LedgerEntry]]:
    """By payee and purpose, instalments' numbers apart."""
    groups: dict[tuple[str, str], list[LedgerEntry]] = defaultdict(list)
    for entry in entries:
        groups[entry.counterparty, INSTALMENT.sub("", entry.purpose)].append(entry)
    return [group for group in groups.values() if len(group) > 1]


def _runs(entries: list[LedgerEntry], period: Period) -> Iterator[str]:
    """The first run within 30 days that reaches the threshold and ends in `period`."""
    for start, first in enumerate(entries):
        run = [one for one in entries[start:] if one.on - first.on <= WITHIN]
        total = sum(one.amount for one in run)
        ends_here = run[-1].period_id == period.pk
        cited = all(one.resolution_id for one in run)
        if total >= period.large_from and len(run) > 1 and ends_here and not cited:
            days = "、".join(f"{one.on:%m-%d}" for one in run)
            yield (
                f"{days} 分 {len(run)} 笔付给“{first.counterparty}”（{first.purpose}），"
                f"合计 {total:,.2f} 元，达到大额支出起点。是一件事分开付的，应有村民代表会议决议。"
            )
            return
