"""Programs in a PDF: JavaScript, and orders to start something, wherever a reader obeys them."""

from collections.abc import Iterator

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import DictionaryObject, IndirectObject

from portal.uploads.refused import Refused

CODE = frozenset({"/JavaScript", "/Launch"})
# what a page is drawn from
DRAWN = frozenset({"/Contents", "/Resources", "/AP", "/StructTreeRoot", "/Metadata"})
MOST_OBJECTS = 300_000
TOO_MANY = "这份 PDF 里的部件太多，无法检查，请用“打印到 PDF”另存一份再上传。"
ERRORS = (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError)


def has_code(reader: PdfReader) -> bool:
    """Whether opening, reading or filling in the document may start a program. Raises Refused."""
    return any(
        "/JS" in one or str(_opened(dict.get(one, "/S"))) in CODE for one in _dictionaries(reader)
    )


def _dictionaries(reader: PdfReader) -> Iterator[DictionaryObject]:
    """What is beside the drawing: catalogue, pages, notes, form fields, bookmarks, names."""
    waiting: list[object] = [reader.trailer["/Root"]]
    seen: set[int] = set()
    while waiting:
        one = waiting.pop()
        if isinstance(one, IndirectObject):
            if one.idnum in seen:
                continue
            seen.add(one.idnum)
            if len(seen) > MOST_OBJECTS:
                raise Refused(TOO_MANY)
        held = _opened(one)
        if isinstance(held, DictionaryObject):
            yield held
            waiting += [dict.get(held, key) for key in held if key not in DRAWN]
        elif isinstance(held, list):
            waiting += list.__iter__(held)


def _opened(one: object) -> object:
    """None for what is broken: no reader can obey it either."""
    try:
        return one.get_object() if isinstance(one, IndirectObject) else one
    except ERRORS:
        return None
