"""Which periods of which village are public, which are late, and when each was or is due."""

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from django.db.models import Min
from django.utils import timezone

from finance.accounts.models import Account, BookRules
from finance.ledger.models import Period
from finance.ledger.periods import span_of
from finance.ledger.states import State
from portal.core.organisations.models import Organisation
from portal.core.township.models import Township

# a year of all villages is thousands of periods: nothing else of them is read
SHOWN = ("township", "village", "first", "last", "state", "published_at")


@dataclass(frozen=True)
class Due:
    """One period that a village owes: `published_on` is None until it is public."""

    first: date
    last: date
    due_on: date
    period: Period | None = None

    @cached_property
    def published_on(self) -> date | None:
        if self.period is None or self.period.published_at is None:
            return None
        return timezone.localdate(self.period.published_at)

    def days_late(self, today: date) -> int:
        """How many days after the due day it came, or has not come yet; 0 in time."""
        return max(((self.published_on or today) - self.due_on).days, 0)

    def standing(self, today: date) -> str:
        if self.published_on:
            late = self.days_late(today)
            return f"迟 {late} 天公开" if late else "按时公开"
        if late := self.days_late(today):
            return f"逾期 {late} 天未公开"
        return "未到期"


def due_day(last: date, day: int) -> date:
    """The `day`th of the month after `last`; the month's end where it is shorter."""
    after = last + timedelta(days=1)
    return after.replace(day=min(day, monthrange(after.year, after.month)[1]))


@dataclass(frozen=True)
class VillageDues:
    village: Organisation
    cycle: str
    dues: list[Due]

    def late(self, today: date) -> list[Due]:
        """Those that are not public though their day has passed."""
        return [due for due in self.dues if not due.published_on and due.days_late(today)]


def dues_of(
    township: Township, year: int, today: date, village: Organisation | None = None
) -> list[VillageDues]:
    """Every village that keeps books (or one), with the periods of `year` that have ended; four
    queries."""
    villages = Organisation.objects.of(township).villages()
    periods = Period.objects.of(township).filter(first__year=year)
    if village is not None:
        villages, periods = villages.filter(pk=village.pk), periods.filter(village=village)
    rules = {one.village_id: one for one in BookRules.objects.of(township)}
    usual = rules.get(None) or BookRules(township=township)
    starts = dict(
        Account.objects.of(township).order_by().values_list("village").annotate(Min("opened_on"))
    )
    books = {one.pk: one for one in villages if one.pk in starts}
    kept: dict[int, dict[date, Period]] = {}
    for period in periods.filter(village__in=list(books)).only(*SHOWN):
        period.village = books[period.village_id]
        kept.setdefault(period.village_id, {})[period.first] = period
    return [
        _of_village(village, rules.get(village.pk, usual), starts, kept, year, today)
        for village in books.values()
    ]


def _of_village(
    village: Organisation,
    rules: BookRules,
    starts: dict[int, date],
    kept: dict[int, dict[date, Period]],
    year: int,
    today: date,
) -> VillageDues:
    have = kept.get(village.pk, {})
    spans = _spans(max(starts[village.pk], date(year, 1, 1)), rules.cycle, year, today)
    dues = [
        Due(first, last, due_day(last, rules.due_day), _public(have.get(first)))
        for first, last in spans
    ]
    return VillageDues(village, rules.cycle, dues)


def _public(period: Period | None) -> Period | None:
    """Residents know of no period before it is published."""
    return period if period is not None and period.state == State.PUBLISHED else None


def _spans(start: date, cycle: str, year: int, today: date) -> Iterator[tuple[date, date]]:
    """The periods of `year` from `start` on that have ended before `today`."""
    first, last = span_of(start, cycle)
    while first.year == year and last < today:
        yield first, last
        first, last = span_of(last + timedelta(days=1), cycle)


def counted(villages: Iterable[VillageDues], today: date) -> tuple[int, int, int]:
    """How many periods are due so far, public, and overdue."""
    dues = [due for one in villages for due in one.dues if due.due_on <= today]
    public = sum(1 for due in dues if due.published_on)
    return len(dues), public, len(dues) - public
