"""What residents may know of lists. Names have a door of their own: `names_of`."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db.models import Count, F, Max, Q, Sum
from django.db.models.functions import ExtractYear
from django.utils import timezone

from disclosures.items.models import Disclosure
from disclosures.items.querysets import DisclosureQuerySet
from disclosures.items.shapes import Shape
from disclosures.lists.models import ListKind, ListRow, ListTotal, NoticeList
from portal.core.organisations.models import Organisation
from portal.core.township.models import Township
from portal.privacy.names import mask_name

ROWS_A_PAGE = 50


def public_lists(township: Township, at: datetime) -> DisclosureQuerySet:
    """Public lists, newest first, each with its kind; they carry no names."""
    found = Disclosure.objects.public(township, at).of_shape(Shape.NOTICE_LIST)
    return found.select_related("live__noticelist__kind").without_bodies()


def on_notice(lists: DisclosureQuerySet, on: date) -> DisclosureQuerySet:
    """Those that name people on the day `on`, the ones that end first in front."""
    running = lists.filter(
        live__noticelist__notice_starts_on__lte=on, live__noticelist__notice_ends_on__gte=on
    )
    return running.order_by("live__noticelist__notice_ends_on", "-pk")


def ended(lists: DisclosureQuerySet, on: date) -> DisclosureQuerySet:
    return lists.filter(live__noticelist__notice_ends_on__lt=on)


def with_sums(lists: DisclosureQuerySet, village: Organisation | None = None) -> DisclosureQuerySet:
    """Each list with `households` and `amount`: of one village, or of all."""
    only = Q(live__list_totals__village=village) if village else Q()
    if village:
        lists = lists.filter(only)
    return lists.annotate(
        households=Sum("live__list_totals__households", filter=only),
        amount=Sum("live__list_totals__amount", filter=only),
    )


@dataclass(frozen=True)
class Paid:
    """What one kind of payment list brought a village in a year."""

    kind: str
    slug: str
    year: int
    lists: int
    households: int
    amount: Decimal


def paid_in(village: Organisation, lists: DisclosureQuerySet) -> list[Paid]:
    """Payments to `village` by year and kind, the latest year first; one query."""
    totals = ListTotal.objects.filter(
        village=village,
        edition__in=lists.order_by().values("live"),
        edition__noticelist__kind__purpose=ListKind.Purpose.PAYMENT,
    )
    grouped = totals.order_by().values(
        kind=F("edition__noticelist__kind__name"),
        slug=F("edition__noticelist__kind__slug"),
        year=ExtractYear("edition__noticelist__period_to"),
    )
    sums = grouped.annotate(lists=Count("pk"), most=Max("households"), paid=Sum("amount")).order_by(
        "-year", "-paid", "slug"
    )
    return [
        Paid(s["kind"], s["slug"], s["year"], s["lists"], s["most"], s["paid"] or Decimal(0))
        for s in sums
        if s["year"]
    ]


def names_of(notice: NoticeList, at: datetime) -> Any:
    """The rows with names, while the notice runs at the moment `at`; none before and after.

    Every page that shows a name asks here.
    """
    rows = ListRow.objects.filter(edition=notice.edition_id, township=notice.township_id)
    return rows if notice.on_notice(timezone.localdate(at)) else rows.none()


def looked_for(rows: Any, name: str, *, masked: bool) -> Any:
    """Rows whose whole name is `name`; in a masked list those whose mask is that of `name`."""
    bare = "".join(name.split())
    return rows.filter(name=mask_name(bare) if masked else bare) if bare else rows.none()
