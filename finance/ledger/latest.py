"""The latest published period of a village, for the village's own page."""

from dataclasses import dataclass

from finance.ledger.figures import Totals, totals_of
from finance.ledger.models import Period
from portal.core.organisations.models import Organisation


@dataclass(frozen=True)
class Latest:
    period: Period
    totals: Totals


def latest_of(village: Organisation) -> Latest | None:
    """None where nothing is public yet; two queries."""
    public = Period.objects.public(village.township).filter(village=village)
    period = public.select_related("village").order_by("-first").first()
    return Latest(period, totals_of(period.balances.all())) if period else None
