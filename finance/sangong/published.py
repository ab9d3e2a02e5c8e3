"""What this site itself has published for the columns that a statement compares with."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from disclosures.items.models import Disclosure
from disclosures.items.shapes import Shape
from finance.sangong.claims import Column
from finance.sangong.figures import money
from finance.sangong.items import LEAVES, Item
from finance.sangong.table import Stage
from portal.core import clock

# a column of a statement → the stage, the years before and the column that it repeats
REPEATS = {
    (Stage.FINAL, Column.LAST_FINAL): (Stage.FINAL, 1, Column.FINAL),
    (Stage.FINAL, Column.BUDGET): (Stage.BUDGET, 0, Column.BUDGET),
    (Stage.BUDGET, Column.LAST_BUDGET): (Stage.BUDGET, 1, Column.BUDGET),
}


@dataclass(frozen=True)
class Difference:
    """An amount (万元) that isn't the one in the public item `source`."""

    item: Item
    heading: str
    here: Decimal
    there: Decimal
    source: Disclosure

    def __str__(self) -> str:
        return (
            f"{self.item.label}的{self.heading}是 {money(self.here)} 万元，"
            f"本站《{self.source.live.title}》公布的是 {money(self.there)} 万元，"
            f"相差 {money(self.here - self.there)} 万元"
        )


def others(part: Any) -> list[Disclosure]:
    """Public statements of the same unit for this year and the one before, but its own item."""
    items = Disclosure.objects.public(part.township, clock.now()).of_shape(Shape.SANGONG)
    years = (part.year, part.year - 1)
    found = items.without_bodies().filter(
        live__sangong__unit=part.unit_id, live__sangong__year__in=years
    )
    own = part.edition.disclosure_id
    return list(found.exclude(pk=own).prefetch_related("live__sangong_lines"))


def differences(part: Any, among: list[Disclosure]) -> Iterator[Difference]:
    """Where `part` repeats an earlier figure otherwise than it was published."""
    for column, heading in part.table.stage.columns:
        told = REPEATS.get((part.table.stage, column))
        source = told and _published(among, told[0], part.year - told[1])
        if not told or not source:
            continue
        here, there = part.table.amounts(column), source.live.sangong.table.amounts(told[2])
        for item in LEAVES:
            if item in here and item in there and here[item] != there[item]:
                yield Difference(item, heading, here[item], there[item], source)


def same(part: Any, among: list[Disclosure]) -> Disclosure | None:
    """A public item that tells the same already."""
    return _published(among, part.table.stage, part.year)


def _published(among: list[Disclosure], stage: Stage, year: int) -> Disclosure | None:
    return next(
        (one for one in among if one.live.sangong.year == year and one.live.sangong.stage == stage),
        None,
    )
