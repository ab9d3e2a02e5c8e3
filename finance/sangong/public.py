"""What is public of 三公经费: which units and years, and one unit's years beside each other."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import cached_property

from django.db.models import prefetch_related_objects

from disclosures.items.models import Disclosure
from disclosures.items.shapes import Shape
from finance.charts.bars import Bar, bars
from finance.sangong.items import Item
from finance.sangong.models import Sangong
from finance.sangong.table import Row, Stage
from portal.core.organisations.models import Organisation
from portal.core.township.models import Township

MOST_YEARS = 10
SHORT = (("出国（境）", Item.ABROAD), ("用车", Item.VEHICLE), ("接待", Item.RECEPTION))
# a township's offices and schools, twenty years, both stages
MOST_ITEMS = 2_000


@dataclass(frozen=True)
class Year:
    """One unit's year: the item with its budget and the item with its final account."""

    number: int
    budget: Disclosure | None
    final: Disclosure | None

    @property
    def latest(self) -> Disclosure:
        """The final account where there is one."""
        return self.final or self.budget  # type: ignore[return-value]

    @property
    def part(self) -> Sangong:
        return self.latest.live.sangong

    @property
    def spent(self) -> Row | None:
        return self._total(self.final)

    @property
    def planned(self) -> Decimal | None:
        """The budget's total as published; else as the final account repeats it."""
        own = self._total(self.budget)
        if own is not None:
            return own.now
        return self.spent.amounts[1] if self.spent else None

    @property
    def spent_on_each(self) -> list[tuple[str, Decimal | None]]:
        """出国, 用车, 接待; unknown while there is no final account."""
        table = self.final.live.sangong.table if self.final else None
        known = table if table and table.rows else None
        return [(name, known.row(item).now if known else None) for name, item in SHORT]

    @staticmethod
    def _total(item: Disclosure | None) -> Row | None:
        return item.live.sangong.table.total if item else None


@dataclass(frozen=True)
class Unit:
    """A unit that has published any; `organisation` is None for the township itself."""

    organisation: Organisation | None
    name: str
    items: tuple[Disclosure, ...]

    @property
    def slug(self) -> str:
        return self.organisation.slug if self.organisation else ""

    @cached_property
    def years(self) -> list[Year]:
        """The latest first; of two items that tell the same the newer one."""
        found: dict[int, dict[str, Disclosure]] = {}
        for item in self.items:
            part = item.live.sangong
            found.setdefault(part.year, {}).setdefault(part.stage, item)
        years = sorted(found.items(), reverse=True)[:MOST_YEARS]
        return [
            Year(number, both.get(Stage.BUDGET), both.get(Stage.FINAL)) for number, both in years
        ]

    @property
    def latest_final(self) -> Year | None:
        return next((year for year in self.years if year.final), None)

    @property
    def history(self) -> list[tuple[Year, Bar | None]]:
        """Each year with the bar of what was spent in it; none where that isn't known yet."""
        spent = {year.number: year.spent.now for year in self.years if year.spent}
        drawn = bars([(str(year), amount, "") for year, amount in spent.items()], ordered=False)
        lengths = dict(zip(spent, drawn, strict=True))
        return [(year, lengths.get(year.number)) for year in self.years]


def units(township: Township, at: datetime) -> list[Unit]:
    """Every unit with public statements, the township itself first."""
    items = Disclosure.objects.public(township, at).of_shape(Shape.SANGONG).without_bodies()
    found = items.select_related("live__sangong__unit", "live__sangong__township")
    by_unit: dict[int | None, list[Disclosure]] = {}
    for item in found[:MOST_ITEMS]:
        by_unit.setdefault(item.live.sangong.unit_id, []).append(item)
    return sorted(map(_unit, by_unit.values()), key=_place)


def with_lines(unit: Unit) -> Unit:
    """The unit with the lines of all its statements at hand, in one query."""
    prefetch_related_objects(unit.items, "live__sangong_lines")
    return unit


def _unit(items: Iterable[Disclosure]) -> Unit:
    own = tuple(items)
    part = own[0].live.sangong
    return Unit(part.unit, part.unit_name, own)


def _place(unit: Unit) -> tuple[int, int]:
    office = unit.organisation
    return (office.position, office.pk) if office else (-1, 0)
