"""The latest register of each village, what changed since the one before, what is about to end."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from disclosures.items.models import Disclosure
from disclosures.items.shapes import Shape
from finance.holdings.models import NOTHING, Holding, Holdings
from portal.core.organisations.models import Organisation
from portal.core.township.models import Township

SOON = timedelta(days=180)


@dataclass(frozen=True)
class VillageHoldings:
    """A village's latest public register; `sums` and `before` are values by kind."""

    village: Organisation
    item: Disclosure
    as_of: date
    sums: dict[str, Decimal]
    before: dict[str, Decimal] | None

    def cells(self) -> list[tuple[str, Decimal, Decimal | None]]:
        """For each kind but resources: its name, the sum, the change since the year before."""
        kinds = [kind for kind in Holding.Kind if kind != Holding.Kind.RESOURCE]
        return [(kind.label, self.sums.get(kind, NOTHING), self._change(kind)) for kind in kinds]

    def _change(self, kind: str) -> Decimal | None:
        if self.before is None:
            return None
        return self.sums.get(kind, NOTHING) - self.before.get(kind, NOTHING)


def latest_of_each(township: Township, at: datetime) -> list[VillageHoldings]:
    """One for each village that has published any, in the villages' order; two queries."""
    items = Disclosure.objects.public(township, at).of_shape(Shape.HOLDINGS).without_bodies()
    found: dict[int, list[Disclosure]] = {}
    for item in items.select_related("live__holdings__village").order_by(
        "live__holdings__village__position", "-live__holdings__as_of", "-pk"
    ):
        found.setdefault(item.live.holdings.village_id, []).append(item)
    pairs = [two[:2] for two in found.values()]
    rows = _rows_of(item.live_id for two in pairs for item in two)
    return [_compared(two, rows) for two in pairs]


def _compared(two: list[Disclosure], rows: dict[int | None, list[Holding]]) -> VillageHoldings:
    part: Holdings = two[0].live.holdings
    before = _sums(rows.get(two[1].live_id, [])) if len(two) > 1 else None
    sums = _sums(rows.get(two[0].live_id, []))
    return VillageHoldings(part.village, two[0], part.as_of, sums, before)


def _rows_of(editions: Iterable[int | None]) -> dict[int | None, list[Holding]]:
    found: dict[int | None, list[Holding]] = {}
    for row in Holding.objects.filter(edition__in=list(editions)).order_by("kind", "pk"):
        found.setdefault(row.edition_id, []).append(row)
    return found


def _sums(rows: Iterable[Holding]) -> dict[str, Decimal]:
    sums: dict[str, Decimal] = {}
    for row in rows:
        sums[row.kind] = sums.get(row.kind, NOTHING) + (row.value or NOTHING)
    return sums


def ending(villages: Iterable[VillageHoldings], today: date) -> list[Holding]:
    """Contracts of the latest registers that have ended or end within half a year, the next
    first."""
    editions = [one.item.live_id for one in villages]
    rows = Holding.objects.filter(
        edition__in=editions, kind=Holding.Kind.CONTRACT, ends_on__lte=today + SOON
    )
    return list(
        rows.select_related("edition__disclosure", "edition__holdings__village").order_by(
            "ends_on", "pk"
        )
    )
