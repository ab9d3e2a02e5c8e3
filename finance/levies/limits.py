"""What a levy asks of all, in yuan and in days of work."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Burden:
    """`payers` and `workers` are those left after exemptions."""

    payers: int
    per_head: Decimal
    workers: int
    days: Decimal

    @property
    def due(self) -> Decimal:
        return self.payers * self.per_head

    @property
    def due_days(self) -> Decimal:
        return self.workers * self.days
