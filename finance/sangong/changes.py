"""Changes between two columns. The percentage is always of the earlier figure."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from finance.sangong.figures import CENT, money


@dataclass(frozen=True)
class Change:
    """From `before` to `after`, in the unit of both."""

    before: Decimal
    after: Decimal

    @property
    def amount(self) -> Decimal:
        return self.after - self.before

    @property
    def percent(self) -> Decimal | None:
        """Of `before`, two places; None where there was nothing to compare with."""
        return share(self.amount, self.before)

    def __str__(self) -> str:
        return self.words()

    def words(self, unit: str = "") -> str:
        """减少 1.23 万元，下降 7.30%; nothing is a percentage of nothing."""
        if not self.amount:
            return "持平"
        way = "增加" if self.amount > 0 else "减少"
        told = f"{way} {money(abs(self.amount))}{unit}"
        if self.percent is None:
            return f"{told}（原为 0，不计算百分比）"
        rate = "增长" if self.amount > 0 else "下降"
        return f"{told}，{rate} {abs(self.percent)}%"


def share(part: Decimal, whole: Decimal) -> Decimal | None:
    """`part` as a percentage of `whole`, two places; None of nothing."""
    return (part / whole * 100).quantize(CENT, ROUND_HALF_UP) if whole else None
