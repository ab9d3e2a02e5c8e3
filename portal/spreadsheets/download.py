"""A list as a file to take away, the same way everywhere."""

from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse

from portal.spreadsheets.write import write_csv, write_xlsx

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMATS = ("csv", "xlsx")


def wants_file(request: HttpRequest) -> bool:
    """Whether the address asks for the list as a file (`?format=csv` or `xlsx`)."""
    return request.GET.get("format") in FORMATS


def file_of(
    request: HttpRequest, name: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]
) -> HttpResponseBase:
    """`rows` in the format that the address asks for: CSV is streamed, a workbook is made whole."""
    extension = request.GET["format"]
    if extension == "xlsx":
        answer: HttpResponseBase = HttpResponse(write_xlsx(name, columns, rows), content_type=XLSX)
    else:
        answer = StreamingHttpResponse(write_csv(columns, rows), content_type="text/csv")
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(f'{name}.{extension}')}"
    return answer


def handed_workbook(made: bytes, name: str) -> HttpResponse:
    """A workbook that was made elsewhere."""
    answer = HttpResponse(made, content_type=XLSX)
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(f'{name}.xlsx')}"
    return answer
