"""收支总表 and 财政拨款收支总表: they repeat what the other tables say, so they are computed."""

from dataclasses import dataclass
from decimal import Decimal

from finance.budgets.tables import APPROPRIATED, Side, Table
from finance.budgets.tree import total
from finance.budgets.unit_year import UnitYear

# how sheets name income that the treasury pays out
FROM_TREASURY = ("拨款", "转移支付")
NOTHING = Decimal("0.00")


@dataclass(frozen=True)
class Overall:
    """One side: as budgeted (with adjustments) and as settled."""

    side: Side
    planned: Decimal | None
    settled: Decimal | None


def overall(one: UnitYear) -> list[Overall]:
    sides = ((Side.INCOME, Table.INCOME), (Side.EXPENSE, Table.EXPENSE))
    return [
        Overall(side, one.total("adjusted", table), one.total("final", table))
        for side, table in sides
    ]


@dataclass(frozen=True)
class Appropriation:
    """What the treasury paid out, and the tables that say what it went to."""

    came: Decimal
    went: list[tuple[Table, Decimal]]

    @property
    def spent(self) -> Decimal:
        return sum((amount for _, amount in self.went), NOTHING)

    @property
    def apart(self) -> Decimal:
        """Carried over or paid from other income; the tables don't say which."""
        return self.came - self.spent


def appropriation(one: UnitYear) -> Appropriation | None:
    """As in force; None where the tables of appropriations aren't published."""
    came = [
        line for line in one.lines(Table.INCOME) if any(word in line.name for word in FROM_TREASURY)
    ]
    went = [(table, total(lines)) for table in APPROPRIATED if (lines := one.lines(table))]
    return Appropriation(total(came), went) if came and went else None
