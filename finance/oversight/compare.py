"""Villages beside one another: periods published and late, totals and totals per head of a year."""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from django.db.models import Sum

from finance.accounts.models import NOTHING
from finance.ledger.models import Balance
from finance.ledger.punctuality import Due, VillageDues, dues_of
from finance.ledger.states import State
from portal.core.organisations.models import Organisation
from portal.core.township.models import Township

CENT = Decimal("0.01")


@dataclass(frozen=True)
class VillageYear:
    """A village's year: sums of its published periods alone."""

    dues: VillageDues
    income: Decimal
    expense: Decimal
    today: date

    @property
    def village(self) -> Organisation:
        return self.dues.village

    @property
    def published(self) -> int:
        return sum(1 for due in self.dues.dues if due.published_on)

    @property
    def late(self) -> list[Due]:
        return self.dues.late(self.today)

    @property
    def income_per_head(self) -> Decimal | None:
        return self._per_head(self.income)

    @property
    def expense_per_head(self) -> Decimal | None:
        return self._per_head(self.expense)

    def _per_head(self, amount: Decimal) -> Decimal | None:
        people = self.village.population
        return (amount / people).quantize(CENT, ROUND_HALF_UP) if people else None


def compare(township: Township, year: int, today: date) -> list[VillageYear]:
    """Every village that keeps books, in its order; five queries whatever the years behind."""
    published = Balance.objects.of(township).filter(
        period__state=State.PUBLISHED, period__first__year=year
    )
    grouped = published.order_by().values_list("period__village")
    sums = {
        village: (round(income, 2), round(expense, 2))
        for village, income, expense in grouped.annotate(Sum("income"), Sum("expense"))
    }
    return [
        VillageYear(dues, *sums.get(dues.village.pk, (NOTHING, NOTHING)), today)
        for dues in dues_of(township, year, today)
    ]
