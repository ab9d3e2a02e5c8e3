"""The one door: a clean copy of a checked file."""

from collections.abc import Callable

from portal.uploads.checks import CheckedFile, check_to_clean
from portal.uploads.clean.cleaned import Cleaned
from portal.uploads.clean.document import clean_document
from portal.uploads.clean.pdf import clean_pdf
from portal.uploads.clean.picture import clean_picture
from portal.uploads.clean.sheet import clean_sheet
from portal.uploads.images import IMAGE_EXTENSIONS
from portal.uploads.refused import Refused
from portal.uploads.text import text_of

__all__ = ["Cleaned", "clean_copy"]

PLAIN = frozenset({"csv", "txt"})
OTHERS = (
    "这种格式（{extension}）带着的作者、批注和隐藏内容无法清除，请用原来的软件打开，"
    "另存为 PDF、DOCX 或者 XLSX 后再上传。"
)


def clean_copy(data: bytes, name: str) -> Cleaned:
    """Raises Refused, in a sentence that says what stands in the way, where, and how to cure it."""
    checked = check_to_clean(data, name)
    cleaned = _cleaner(checked.extension)(checked)
    extension = cleaned.name.rpartition(".")[2]
    left = text_of(cleaned.data, extension).unreadable
    unchecked = list(dict.fromkeys([*cleaned.unchecked, *left]))
    return Cleaned(cleaned.data, cleaned.name, cleaned.removed, unchecked)


def _cleaner(extension: str) -> Callable[[CheckedFile], Cleaned]:
    if extension in IMAGE_EXTENSIONS:
        return clean_picture
    if extension in PLAIN:
        return _as_it_is
    if extension not in CLEANERS:
        raise Refused(OTHERS.format(extension=extension.upper()))
    return CLEANERS[extension]


def _as_it_is(checked: CheckedFile) -> Cleaned:
    """Plain text carries nothing unseen."""
    return Cleaned(checked.data, checked.name, [], [])


CLEANERS: dict[str, Callable[[CheckedFile], Cleaned]] = {
    "pdf": clean_pdf,
    "docx": clean_document,
    "xlsx": clean_sheet,
}
