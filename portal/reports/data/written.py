"""Values as they are written out: for programs, and for tables."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from portal.reports.data.dataset import Dataset, Record
from portal.reports.data.fields import Field, Kind, Value
from portal.spreadsheets.write import Cell

ID = "编号"


def as_object(dataset: Dataset, record: Record, site: str) -> dict[str, Any]:
    values = zip(dataset.fields, dataset.values(record), strict=True)
    return {"id": record.id, **{field.name: _plain(field, value, site) for field, value in values}}


def _plain(field: Field, value: Value, site: str) -> Any:
    """Amounts are text with two places, so that no program rounds them."""
    if value is None:
        return None
    if field.kind is Kind.LINK:
        return f"{site}{value}"
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, date | datetime):
        return value.isoformat()
    return value


def headings(dataset: Dataset) -> list[str]:
    return [ID, *(field.label for field in dataset.fields)]


def rows_of(dataset: Dataset, records: Iterable[Record], site: str) -> Iterator[list[Cell]]:
    return (_row(dataset, one, site) for one in records)


def _row(dataset: Dataset, record: Record, site: str) -> list[Cell]:
    values = zip(dataset.fields, dataset.values(record), strict=True)
    links = (f"{site}{v}" if f.kind is Kind.LINK and v else v for f, v in values)
    return [record.id, *links]
