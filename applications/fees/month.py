"""The applications of one applicant in one calendar month, in the order they came."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from applications.fees.tiers import Basis, Fee, fee


@dataclass(frozen=True)
class Counted:
    """One application: when it came, how it is charged, how many pieces or pages."""

    reference: str
    on: date
    basis: Basis
    count: int


def fees_of_month(applications: Iterable[Counted]) -> dict[str, Fee]:
    """The fee of each; pieces and pages run on apart, each application counts on one side only."""
    found: dict[str, Fee] = {}
    so_far: dict[tuple[int, int, Basis], int] = {}
    for one in sorted(applications, key=lambda one: one.on):
        if one.reference in found:
            raise ValueError(f"{one.reference}重复：一件申请只能按件或者按量计收一次。")
        month = (one.on.year, one.on.month, one.basis)
        before = so_far.get(month, 0)
        found[one.reference] = fee(one.basis, one.count, before)
        so_far[month] = before + one.count
    return found
