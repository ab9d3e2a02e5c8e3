"""The standards of all programmes in one table."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from disclosures.programmes.areas import Area
from disclosures.programmes.public import by_area
from disclosures.programmes.years import YearLine, heading, lines

YEARS_SHOWN, MOST_OFFERED = 3, 10


@dataclass(frozen=True)
class TableCell:
    heading: str
    row: Any


@dataclass(frozen=True)
class TableLine:
    """One grade of one programme; `first` is true of the first of them."""

    item: Any
    line: YearLine
    cells: list[TableCell]
    first: bool


@dataclass(frozen=True)
class TableGroup:
    area: Area
    lines: list[TableLine]


def years_asked(asked: str, items: Any, today: date) -> tuple[list[int], list[int]]:
    """The years that can be looked back from, and those shown: the last one as asked for."""
    rows = [row for item in items for row in item.live.programme.standard_rows]
    first = min((row.valid_from.year for row in rows), default=today.year)
    offered = list(range(today.year, max(first, today.year - MOST_OFFERED), -1)) or [today.year]
    last = int(asked) if asked in map(str, offered) else today.year
    return offered, list(range(last - YEARS_SHOWN + 1, last + 1))


def year_table(items: Any, years: list[int], today: date) -> list[TableGroup]:
    groups = []
    for group in by_area(items):
        found = [line for item in group.items for line in _of(item, years, today)]
        if found:
            groups.append(TableGroup(group.area, found))
    return groups


def _of(item: Any, years: list[int], today: date) -> list[TableLine]:
    headings = [heading(year, today) for year in years]
    found = lines(item.live.programme.standard_rows, years, today)
    return [
        TableLine(item, line, list(map(TableCell, headings, line.rows)), place == 0)
        for place, line in enumerate(found)
    ]
