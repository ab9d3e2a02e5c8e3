"""The books as routine publications: a published month is the month's account, the month that ends
a quarter, or the quarter itself, the quarter's (《农村集体经济组织财务公开规定》)."""

from collections.abc import Iterator
from datetime import date

from django.utils import timezone

from disclosures.schedule.elsewhere import Publication
from finance.ledger.models import Period
from portal.core.township.models import Township

# entries of the standard catalogue
QUARTERS, MONTHS = "H02-01", "H02-02"


def books_published(township: Township, since: date) -> Iterator[Publication]:
    periods = Period.objects.public(township).filter(published_at__date__gte=since)
    rows = periods.order_by().values_list("village", "first", "last", "published_at")
    for village, first, last, at in rows:
        day = timezone.localdate(at)
        if first.month == last.month:
            yield MONTHS, village, day
        if last.month % 3 == 0:
            yield QUARTERS, village, day
