"""The rows of a list as a table: the columns that its kind has, as residents read them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from disclosures.lists.kinds import NUMBERS, KindColumn, ListLayout, Role
from disclosures.lists.models import ListRow
from portal.core.organisations.models import Organisation

# compared while reading, never kept
UNKEPT = (Role.IDENTITY,)


@dataclass(frozen=True)
class Cell:
    """One cell of a row on a page, with its heading for phones."""

    heading: str
    text: str
    number: bool
    name: bool


def columns_of(layout: ListLayout) -> list[str]:
    return [column.heading for column in kept_columns(layout)]


def lines_of(rows: Iterable[ListRow], layout: ListLayout) -> Iterator[list[str]]:
    columns = kept_columns(layout)
    return ([text_of(row, column) for column in columns] for row in rows)


def page_columns(layout: ListLayout, village: Organisation | None) -> list[KindColumn]:
    """The columns on a page: the name leads, and where one village is shown it isn't repeated."""
    columns = sorted(kept_columns(layout), key=lambda column: column.role is not Role.NAME)
    return [one for one in columns if village is None or one.role is not Role.VILLAGE]


def cells_of(row: ListRow, columns: list[KindColumn]) -> list[Cell]:
    return [
        Cell(one.heading, text_of(row, one), one.role in NUMBERS, one.role is Role.NAME)
        for one in columns
    ]


def kept_columns(layout: ListLayout) -> list[KindColumn]:
    return [column for column in layout.columns if column.role not in UNKEPT]


def text_of(row: ListRow, column: KindColumn) -> str:
    if column.role is Role.OTHER:
        return str(row.others.get(column.heading, ""))
    if column.role is Role.VILLAGE:
        return row.village.name
    value: Any = getattr(row, column.role.value)
    if value is None:
        return ""
    if column.role is Role.AMOUNT:
        return f"{value:,.2f}"
    return f"{value.normalize():f}" if column.role in (Role.AREA, Role.STANDARD) else str(value)
