"""Standards over time: which holds on a day, what changed from one period to the next."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise, zip_longest
from typing import Any, Protocol

from disclosures.programmes.amounts import PERCENT, plain, share

ONE_DAY = timedelta(days=1)


class Row(Protocol):
    """One amount of one grade (档次), from a day on; without `valid_to` it still holds."""

    @property
    def grade(self) -> str: ...
    @property
    def amount(self) -> Decimal: ...
    @property
    def unit(self) -> str: ...
    @property
    def valid_from(self) -> date: ...
    @property
    def valid_to(self) -> date | None: ...
    @property
    def basis(self) -> str: ...
    @property
    def gap_reason(self) -> str: ...


@dataclass(frozen=True)
class Change:
    """From the amount before to the one after; None where there was or is none. What stands at the
    beginning of a record is no change: nobody wrote down what was before."""

    before: Row | None
    after: Row | None
    begins_record: bool = False

    @property
    def amount(self) -> Decimal | None:
        pair = self._comparable
        return pair[1].amount - pair[0].amount if pair else None

    @property
    def percent(self) -> Decimal | None:
        """Nothing is computed from a base of zero, nor for what is a percentage itself."""
        pair, amount = self._comparable, self.amount
        if pair is None or amount is None or pair[1].unit == PERCENT:
            return None
        return share(amount, pair[0].amount)

    @property
    def told(self) -> str:
        if self.after is None:
            return "停止执行" if self.before else ""
        if self.before is None:
            return "" if self.begins_record else "新设"
        if self.amount is None:
            return "单位不同，不作比较"
        return self._difference(self.amount, self.after.unit)

    def _difference(self, amount: Decimal, unit: str) -> str:
        if not amount:
            return "不变"
        way = "增加" if amount > 0 else "减少"
        size = plain(abs(amount))
        if unit == PERCENT:
            return f"{way} {size} 个百分点"
        if self.percent is None:
            return f"原来是 0，{way} {size} 元"
        return f"{way} {size} 元（{abs(self.percent)}%）"

    @property
    def _comparable(self) -> tuple[Row, Row] | None:
        if self.before is None or self.after is None or self.before.unit != self.after.unit:
            return None
        return self.before, self.after


@dataclass(frozen=True)
class Cell:
    """What holds for a grade in a period, and what changed against the period before."""

    grade: str
    row: Any
    change: Change
    gap_reason: str = ""


@dataclass(frozen=True)
class Period:
    """From one day on which anything changes to the day before the next such day."""

    start: date
    end: date | None
    cells: tuple[Cell, ...]

    @property
    def bases(self) -> list[str]:
        """What the standards rest on that began with this period."""
        begun = [cell.row for cell in self.cells if cell.row and cell.row.valid_from == self.start]
        return list(dict.fromkeys(row.basis for row in begun if row.basis))

    @property
    def told(self) -> str:
        if self.end is None:
            return f"{_day(self.start)}起"
        return f"{_day(self.start)}至{_day(self.end)}"


@dataclass(frozen=True)
class Line:
    """One grade through the periods of a history."""

    grade: str
    cells: tuple[tuple[Period, Cell], ...]


def by_line(periods: Sequence[Period]) -> list[Line]:
    """The same history with a line for each grade and a column for each period."""
    columns = [[(period, cell) for cell in period.cells] for period in periods]
    return [Line(cells[0][1].grade, cells) for cells in zip(*columns, strict=True)]


def by_grade(rows: Iterable[Row]) -> dict[str, list[Any]]:
    """The rows of each grade by time; the grades as they come."""
    grades: dict[str, list[Any]] = {}
    for row in rows:
        grades.setdefault(row.grade.strip(), []).append(row)
    return {grade: sorted(found, key=_start) for grade, found in grades.items()}


def holds(row: Row, on: date) -> bool:
    return row.valid_from <= on and (row.valid_to is None or on <= row.valid_to)


def in_force(rows: Iterable[Row], on: date) -> list[Any]:
    """The standard of each grade that holds on the day `on`; at most one of each."""
    found = ([row for row in grade if holds(row, on)] for grade in by_grade(rows).values())
    return [holding[-1] for holding in found if holding]


def history(rows: Iterable[Row]) -> list[Period]:
    """Period by period, the latest first, each grade against what held last before."""
    grades = by_grade(rows)
    starts = _days_of_change(row for found in grades.values() for row in found)
    periods: list[Period] = []
    before: dict[str, Row | None] = dict.fromkeys(grades)
    for start, following in zip_longest(starts, starts[1:]):
        cells = tuple(
            _cell(grade, found, start, Change(before[grade], None, start == starts[0]))
            for grade, found in grades.items()
        )
        if following or any(cell.row for cell in cells):
            periods.append(Period(start, following - ONE_DAY if following else None, cells))
        before |= {cell.grade: cell.row for cell in cells if cell.row}
    return periods[::-1]


def _days_of_change(rows: Iterable[Row]) -> list[date]:
    """Every day on which a standard begins, or has just ended."""
    days: set[date] = set()
    for row in rows:
        days |= {row.valid_from, row.valid_to + ONE_DAY} if row.valid_to else {row.valid_from}
    return sorted(days)


def _cell(grade: str, found: Sequence[Any], on: date, change: Change) -> Cell:
    row = next((one for one in reversed(found) if holds(one, on)), None)
    later = None if row else next((one for one in found if one.valid_from > on), None)
    return Cell(grade, row, replace(change, after=row), later.gap_reason if later else "")


def hindrances(rows: Iterable[Row]) -> Iterator[str]:
    """What in the standards can't be right, each a sentence that names the grade and the days."""
    for grade, found in by_grade(rows).items():
        yield from (_reversed(grade, row) for row in found if _ends_first(row))
        for one, other in pairwise(found):
            yield from _joint(grade, one, other)


def _ends_first(row: Row) -> bool:
    return row.valid_to is not None and row.valid_to < row.valid_from


def _reversed(grade: str, row: Row) -> str:
    return f"“{grade}”{_day(row.valid_from)}起的标准，止日{_day(row.valid_to)}在起日之前，请核对。"


def _joint(grade: str, one: Row, other: Row) -> Iterator[str]:
    """Where one standard ends the next one begins, unless the reason of the gap is given."""
    if one.valid_to is None or one.valid_to >= other.valid_from:
        yield (
            f"“{grade}”{_day(one.valid_from)}起和{_day(other.valid_from)}起的两个标准时间重叠，"
            f"请给前一个填写止日（{_day(other.valid_from - ONE_DAY)}或更早）。"
        )
    elif one.valid_to + ONE_DAY < other.valid_from and not other.gap_reason.strip():
        first, last = one.valid_to + ONE_DAY, other.valid_from - ONE_DAY
        yield (
            f"“{grade}”{_day(first)}至{_day(last)}没有标准，请补上这一段，"
            f"或在{_day(other.valid_from)}起的那一行写明中断的原因。"
        )


def _start(row: Row) -> date:
    return row.valid_from


def _day(day: date | None) -> str:
    return f"{day.year}年{day.month}月{day.day}日" if day else ""
