"""The on-time rate: how much of what became public did so within its limit, by office and year."""

from dataclasses import dataclass

from django.db.models import Count, F, Q

from disclosures.items.models import Disclosure
from portal.core.organisations.models import Organisation
from portal.core.township.models import Township


@dataclass(frozen=True)
class Timeliness:
    """What one office published in a year; `issuer` is None for the sum of all."""

    issuer: Organisation | None
    published: int
    on_time: int

    @property
    def late(self) -> int:
        return self.published - self.on_time

    @property
    def rate(self) -> float | None:
        """Share on time, 0 to 1; None where nothing was published."""
        return self.on_time / self.published if self.published else None


def on_time_by_issuer(township: Township, year: int) -> list[Timeliness]:
    """A row for each office, the fullest first. What was later withdrawn counts too."""
    published = Disclosure.objects.of(township).published_in(year).order_by()
    in_time = Q(first_published_on__lte=F("first_due_on"))
    rows = published.values_list("live__issuer").annotate(
        published=Count("pk"), on_time=Count("pk", filter=in_time)
    )
    bodies = Organisation.objects.of(township).in_bulk()
    found = [Timeliness(bodies[key], count, in_time) for key, count, in_time in rows]
    return sorted(found, key=lambda row: (-row.published, row.issuer.position if row.issuer else 0))


def total_of(rows: list[Timeliness]) -> Timeliness:
    return Timeliness(None, sum(row.published for row in rows), sum(row.on_time for row in rows))


def years_of(township: Township) -> list[int]:
    """Years in which anything became public, newest first."""
    days = Disclosure.objects.of(township).filter(first_published_on__isnull=False)
    return [day.year for day in days.dates("first_published_on", "year", order="DESC")]
