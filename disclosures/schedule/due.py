"""例行发布: what is owed by whom, and what was missed, from the catalogue's update cycles."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from disclosures.catalogue.models import CatalogueEntry
from disclosures.items.models import Disclosure
from disclosures.schedule.cycles import MONTHS, Period, periods_due, settle
from disclosures.schedule.elsewhere import published_elsewhere
from portal.core.organisations.models import Organisation
from portal.core.township.models import Township
from portal.core.workdays.load import current_calendar

LOOK_BACK = timedelta(days=92)
# a yearly period and what was published for it
PUBLISHED_BACK = timedelta(days=400)


@dataclass(frozen=True)
class Due:
    """One update owed: of which entry, by which body, for which period."""

    entry: CatalogueEntry
    organisation: Organisation
    period: Period
    published_on: date | None

    @property
    def due_on(self) -> date:
        return self.period.due_on

    @property
    def published(self) -> bool:
        return self.published_on is not None

    @property
    def days_late(self) -> int:
        """Calendar days between the due day and a later publication."""
        return max(0, (self.published_on - self.due_on).days) if self.published_on else 0


def due_between(township: Township, first: date, last: date) -> list[Due]:
    """Everything owed with a due day from `first` to `last`, the earliest first; six queries."""
    entries = CatalogueEntry.objects.of(township).filter(
        active=True, cycle__in=MONTHS, children__isnull=True
    )
    villages = list(Organisation.objects.of(township).villages())
    published = _published(township, first)
    elsewhere = published_elsewhere(township, first - PUBLISHED_BACK)
    calendar = current_calendar()
    found = []
    for entry in entries.select_related("publisher"):
        bodies = villages if entry.published_by_each_village else [entry.publisher]
        cycle = (entry.cycle, entry.cycle_day, first - PUBLISHED_BACK, last, calendar)
        periods = list(periods_due(*cycle))
        for body in filter(None, bodies):
            days = _once_a_month(
                elsewhere.get((entry.code, body.pk), []), published[entry.pk, body.pk]
            )
            settled = settle(periods, days)
            found += [
                Due(entry, body, period, settled.get(period))
                for period in periods
                if period.due_on >= first
            ]
    return sorted(found, key=lambda due: (due.due_on, due.entry.code, due.organisation.position))


def _once_a_month(days: list[date], others: list[date]) -> list[date]:
    """The same account published twice, as a record and as an item, answers one period."""
    months = {(day.year, day.month) for day in days}
    return [*days, *(day for day in others if (day.year, day.month) not in months)]


def missed(township: Township, on: date) -> list[Due]:
    """What fell due in the last quarter and has not been published."""
    owed = due_between(township, on - LOOK_BACK, on - timedelta(days=1))
    return [due for due in owed if not due.published]


def _published(township: Township, since: date) -> dict[tuple[int, int], list[date]]:
    """Days on which each body last published under each entry, anew or by a revision of substance;
    what was taken down since does not count."""
    items = Disclosure.objects.of(township).filter(
        published_at__date__gte=since - PUBLISHED_BACK, withdrawn_at__isnull=True
    )
    found: dict[tuple[int, int], list[date]] = defaultdict(list)
    rows = items.order_by().values_list("live__entry", "live__issuer", "published_at")
    for entry, issuer, at in rows:
        found[entry, issuer].append(timezone.localdate(at))
    return found
