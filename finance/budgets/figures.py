"""The figures that stand in front: of a year's expense, per head, and the two views of it."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from django.db.models import Count, Sum

from finance.sangong.changes import share
from portal.core.organisations.models import Organisation
from portal.core.township.models import Township

CENT = Decimal("0.01")


@dataclass(frozen=True)
class Figures:
    """The four figures of a year's expense."""

    initial: Decimal | None
    adjusted: Decimal | None
    final: Decimal | None

    @property
    def executed(self) -> Decimal | None:
        """The final account in percent of the adjusted budget."""
        return share(self.final, self.adjusted) if self.final and self.adjusted else None

    @property
    def spent(self) -> Decimal | None:
        """What was spent, before that what is meant to be."""
        return self.adjusted if self.final is None else self.final

    def per_head(self, people: int | None) -> Decimal | None:
        if not people or self.spent is None:
            return None
        return (self.spent / people).quantize(CENT, ROUND_HALF_UP)


def population(township: Township) -> int | None:
    """Of all villages and communities; None where one of them doesn't say."""
    places = Organisation.objects.of(township).villages()
    told = places.aggregate(all=Count("pk"), known=Count("population"), sum=Sum("population"))
    return told["sum"] if told["all"] and told["all"] == told["known"] else None


@dataclass(frozen=True)
class Views:
    """The same expense by what it was for and by how it was spent."""

    functional: Decimal
    economic: Decimal

    @property
    def apart(self) -> Decimal:
        return self.functional - self.economic


def views_of(functional: Decimal | None, economic: Decimal | None) -> Views | None:
    """None where one of the two isn't published."""
    if functional is None or economic is None:
        return None
    return Views(functional, economic)
