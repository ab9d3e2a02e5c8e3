"""A dataset as a file to take away, sent while it is read."""

import json
from collections.abc import Callable, Iterable, Iterator
from urllib.parse import quote

from django.http import StreamingHttpResponse

from portal.reports.data.dataset import Dataset, Record
from portal.reports.data.licence import LICENCE
from portal.reports.data.written import as_object, headings, rows_of
from portal.spreadsheets.download import XLSX
from portal.spreadsheets.flow import flow_xlsx
from portal.spreadsheets.write import write_csv

TYPES = {"csv": "text/csv", "xlsx": XLSX, "json": "application/json"}


def file_of(
    dataset: Dataset, records: Iterable[Record], extension: str, *, site: str, publisher: str
) -> StreamingHttpResponse:
    """`records` in one of TYPES; no more than a batch of them is in memory at once."""
    pieces = WRITERS[extension](dataset, records, site, publisher)
    answer = StreamingHttpResponse(pieces, content_type=TYPES[extension])
    name = quote(f"{publisher}{dataset.title}.{extension}")
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{name}"
    return answer


def _csv(dataset: Dataset, records: Iterable[Record], site: str, publisher: str) -> Iterator[str]:
    return write_csv(headings(dataset), rows_of(dataset, records, site))


def _xlsx(
    dataset: Dataset, records: Iterable[Record], site: str, publisher: str
) -> Iterator[bytes]:
    return flow_xlsx(dataset.title, headings(dataset), rows_of(dataset, records, site))


def _json(dataset: Dataset, records: Iterable[Record], site: str, publisher: str) -> Iterator[str]:
    """One object with what the dataset is and its records, a line each."""
    about = {
        "dataset": dataset.name,
        "title": dataset.title,
        "publisher": publisher,
        "licence": LICENCE,
        "fields": {field.name: field.label for field in dataset.fields},
    }
    yield f'{_text(about)[:-1]}, "records": ['
    for place, record in enumerate(records):
        comma = "," if place else ""
        yield f"{comma}\n{_text(as_object(dataset, record, site))}"
    yield "\n]}\n"


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


WRITERS: dict[str, Callable[[Dataset, Iterable[Record], str, str], Iterator[str | bytes]]] = {
    "csv": _csv,
    "xlsx": _xlsx,
    "json": _json,
}
