"""What the public may see of disclosures: the one door for page, feed, search, export and count."""

from datetime import date, datetime

from django.db.models import Q

from disclosures.items.shapes import Shape
from disclosures.items.states import OPEN_STATES
from portal.core.organisations.models import Organisation
from portal.core.staff.models import Staff
from portal.core.township.models import Township
from portal.core.township.owned import TownshipQuerySet

# what a list row shows; the body is fetched by the item page alone
LIST_RELATIONS = ("live", "live__entry", "live__issuer")


class DisclosureQuerySet(TownshipQuerySet):
    def public(self, township: Township, at: datetime) -> "DisclosureQuerySet":
        """Disclosures of `township` that anyone may read at the moment `at`, newest first."""
        return (
            self.of(township)
            .filter(live__isnull=False, withdrawn_at__isnull=True, published_at__lte=at)
            .filter(Q(live__down_at__isnull=True) | Q(live__down_at__gt=at))
            .select_related(*LIST_RELATIONS)
            .order_by("-published_at", "-pk")
        )

    def gone(self, township: Township, at: datetime) -> "DisclosureQuerySet":
        """Once public, now taken down or past their time: their page says so (410)."""
        return self.of(township).filter(
            Q(withdrawn_at__isnull=False) | Q(live__down_at__lte=at), live__isnull=False
        )

    def without_bodies(self) -> "DisclosureQuerySet":
        return self.defer("live__body")

    def in_category(self, slug: str) -> "DisclosureQuerySet":
        return self.filter(live__entry__category=slug)

    def of_shape(self, shape: Shape) -> "DisclosureQuerySet":
        """Those of one shape, each with its structured content (an EditionPart) at hand."""
        return self.filter(live__shape=shape).select_related(f"live__{shape.value}")

    def issued_by(self, organisation: Organisation) -> "DisclosureQuerySet":
        return self.filter(live__issuer=organisation)

    def published_in(self, year: int) -> "DisclosureQuerySet":
        return self.filter(first_published_at__year=year)


class EditionQuerySet(TownshipQuerySet):
    def open(self) -> "EditionQuerySet":
        """Editions on their way: not yet public, not discarded."""
        return self.filter(state__in=OPEN_STATES)

    def within_reach_of(self, person: Staff) -> "EditionQuerySet":
        """Those that `person` acts for, or wrote."""
        if person.acts_for_whole_township:
            return self
        return self.filter(Q(issuer__in=person.covered_organisations) | Q(author=person))

    def overdue(self, on: date) -> "EditionQuerySet":
        return self.open().filter(due_on__lt=on)

    def due_within(self, first: date, last: date) -> "EditionQuerySet":
        return self.open().filter(due_on__range=(first, last))

    def past(self, disclosure: object) -> "EditionQuerySet":
        """Editions of `disclosure` that were ever public, newest first."""
        return self.filter(disclosure=disclosure, published_at__isnull=False).order_by("-number")
