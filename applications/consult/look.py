"""A file that goes to an office tells it no more of people than it must: where something was
noticed in it, or couldn't be checked, somebody has to have looked."""

from collections.abc import Iterator, Sequence

from applications.answers.traces import squeezed, traces_of
from applications.cases.models import Application
from portal.privacy.scan import scan_file
from portal.uploads.file_name import safe_name
from portal.uploads.text import text_of_file

OWN_NUMBER = "申请编号"


def named_in(application: Application, text: str) -> list[str]:
    """What of the applicant stands in `text`; the number of the application may."""
    written = squeezed(text)
    data = traces_of(application).data.items()
    return [label for label, value in data if label != OWN_NUMBER and value in written]


def noticed_in(application: Application, files: Sequence[tuple[str, bytes]]) -> list[str]:
    """A sentence for each thing, never the thing itself."""
    return [one for name, data in files for one in _noticed(application, name, data)]


def _noticed(application: Application, name: str, data: bytes) -> Iterator[str]:
    scan = scan_file(data, name)
    words = [name, *(part.text for part in text_of_file(data, safe_name(name)).parts)]
    found = [f"有{label}" for label in named_in(application, "\n".join(words))]
    for one in (*found, *map(str, scan.findings), *scan.unreadable):
        yield f"《{name}》：{one.rstrip('。')}。"
