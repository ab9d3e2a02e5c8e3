"""Standards year against year: what held at the end of each year, and today."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from disclosures.programmes.standards import Change, Row, by_grade, holds


@dataclass(frozen=True)
class YearLine:
    """One grade over some years: what held, and the last year against the one before."""

    grade: str
    unit: str
    rows: tuple[Any, ...]

    @property
    def change(self) -> Change:
        return Change(*self.rows[-2:])

    @property
    def latest(self) -> Any:
        return self.rows[-1]


def day_of(year: int, today: date) -> date:
    """The day that stands for a year: its last one, today for the year that runs."""
    return min(date(year, 12, 31), today)


def heading(year: int, today: date) -> str:
    return f"{year}年（今天）" if year == today.year else f"{year}年末"


def lines(rows: Iterable[Row], years: Sequence[int], today: date) -> Iterator[YearLine]:
    """Each grade that had a standard at the end of any of these years."""
    days = [day_of(year, today) for year in years]
    for grade, found in by_grade(rows).items():
        held = tuple(next((row for row in found if holds(row, day)), None) for day in days)
        units = [row.unit for row in held if row]
        if units:
            yield YearLine(grade, units[-1], held)
