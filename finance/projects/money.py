"""A project's money from approval to audit, and what in it does not fit."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

NOTHING = Decimal("0.00")


@dataclass(frozen=True)
class Money:
    """All in yuan; None where nothing was published yet. `paid` is the sum of ledger entries."""

    funds: Decimal
    budget: Decimal | None
    contract: Decimal | None
    paid: Decimal
    audited: Decimal | None = None
    price: Decimal | None = None  # the winner's

    @property
    def left(self) -> Decimal:
        """Of the funds."""
        return self.funds - self.paid

    @property
    def owed(self) -> Decimal | None:
        """Of the contract; below nothing where more was paid."""
        return None if self.contract is None else self.contract - self.paid

    @property
    def flags(self) -> list[str]:
        """Sentences for reader and staff; empty where everything fits."""
        return list(self._flags())

    def _flags(self) -> Iterator[str]:
        yield from _beyond("已付款", self.paid, "合同价", self.contract)
        yield from _beyond("已付款", self.paid, "资金来源合计", self.funds)
        yield from _beyond("已付款", self.paid, "审定金额", self.audited)
        yield from _beyond("合同价", self.contract, "预算", self.budget)
        yield from _beyond("合同价", self.contract, "中标价", self.price)


def _beyond(
    name: str, amount: Decimal | None, limit_name: str, limit: Decimal | None
) -> Iterator[str]:
    if amount is not None and limit is not None and amount > limit:
        yield (
            f"{name} {amount:,.2f} 元，超过{limit_name} {limit:,.2f} 元，"
            f"多出 {amount - limit:,.2f} 元。"
        )
