"""例行发布: what is owed by whom, and what was missed, from the catalogue's update cycles."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from disclosures.catalogue.models import CatalogueEntry
from disclosures.items.models import Disclosure
from disclosures.schedule.cycles import MONTHS, Period, periods_due
from portal.core.organisations.models import Organisation
from portal.core.township.models import Township
from portal.core.workdays.load import current_calendar

LOOK_BACK = timedelta(days=92)


@dataclass(frozen=True)
class Due:
    """One update owed: of which entry, by which body, for which period."""

    entry: CatalogueEntry
    organisation: Organisation
    period: Period
    published: bool

    @property
    def due_on(self) -> date:
        return self.period.due_on


def due_between(township: Township, first: date, last: date) -> list[Due]:
    """Everything owed with a due day from `first` to `last`, the earliest first; four queries."""
    entries = CatalogueEntry.objects.of(township).filter(
        active=True, cycle__in=MONTHS, children__isnull=True
    )
    villages = list(Organisation.objects.of(township).villages())
    published = _published(township, first)
    calendar = current_calendar()
    found = []
    for entry in entries.select_related("publisher"):
        bodies = villages if entry.published_by_each_village else [entry.publisher]
        for period in periods_due(entry.cycle, entry.cycle_day, first, last, calendar):
            for body in bodies:
                if body is not None:
                    days = published[entry.pk, body.pk]
                    found.append(Due(entry, body, period, any(d > period.last for d in days)))
    return sorted(found, key=lambda due: (due.due_on, due.entry.code, due.organisation.position))


def missed(township: Township, on: date) -> list[Due]:
    """What fell due in the last quarter and has not been published."""
    owed = due_between(township, on - LOOK_BACK, on - timedelta(days=1))
    return [due for due in owed if not due.published]


def _published(township: Township, since: date) -> dict[tuple[int, int], list[date]]:
    """Days on which each body last published under each entry, anew or by a revision of substance;
    what was taken down since does not count."""
    items = Disclosure.objects.of(township).filter(
        published_at__date__gte=since - timedelta(days=400), withdrawn_at__isnull=True
    )
    found: dict[tuple[int, int], list[date]] = defaultdict(list)
    rows = items.order_by().values_list("live__entry", "live__issuer", "published_at")
    for entry, issuer, at in rows:
        found[entry, issuer].append(timezone.localdate(at))
    return found
