"""PDF: the words of every page, notes, form fields, properties and files inside."""

import io
import logging
import time
from collections.abc import Iterable, Iterator

from pypdf import PageObject, PdfReader
from pypdf.errors import PyPdfError

from portal.uploads.extracted import OF_IMAGES, Extracted, Part, together
from portal.uploads.ooxml import NARROWEST_LEGIBLE, Reader

MOST_PAGES = 1_000
MOST_SECONDS = 120
# A page can be broken in as many ways as there are types in it.
BROKEN = (
    *(PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError),
    *(ArithmeticError, OSError, NotImplementedError),
)
# Of a page that draws something there should be this much text, or its letters are only shapes.
DRAWN = 200  # bytes of page content
# Fonts without a character table give letters from the private area, or none at all.
MOST_GARBLED = 0.2
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def pdf_text(data: bytes, read_embedded: Reader) -> Extracted:
    """Everything that can be read, and every page that can't."""
    try:
        reader = PdfReader(io.BytesIO(data))
        count = len(reader.pages)
        outside = [_properties(reader), *_attachments(reader, read_embedded)]
    except BROKEN:
        return Extracted(unreadable=("PDF 已损坏或有密码，无法检查",))
    return together([*outside, *_pages(reader, count)])


def _pages(reader: PdfReader, count: int) -> Iterator[Extracted]:
    until = time.monotonic() + MOST_SECONDS
    for number in range(1, count + 1):
        if number > MOST_PAGES or time.monotonic() > until:
            yield Extracted(unreadable=(f"第{number}页起太长，没有检查，请人工查看",))
            return
        yield _page(reader, number)


def _page(reader: PdfReader, number: int) -> Extracted:
    where = f"第{number}页"
    try:
        page = reader.pages[number - 1]
        text, notes = page.extract_text(), "\n".join(_notes(page))
        unreadable = tuple(f"{where}{reason}" for reason in _unreadable(page, text))
    except BROKEN:
        return Extracted(unreadable=(f"{where}已损坏，无法检查文字",))
    return Extracted((Part(where, text), Part(f"{where}的批注和表单", notes)), unreadable)


def _unreadable(page: PageObject, text: str) -> Iterator[str]:
    pictures = _has_picture(page)
    if not text.strip():
        if pictures:
            yield "是图片，无法检查文字"
        elif _draws(page):
            yield "没有可读的文字，无法检查"
        return
    if _garbled(text) > MOST_GARBLED:
        yield "的文字无法识别，请人工查看"
    if pictures:
        yield f"含有图片，{OF_IMAGES}"


def _has_picture(page: PageObject) -> bool:
    """Whether a picture large enough for a number is used, in nested forms too."""
    return any(_width(item) >= NARROWEST_LEGIBLE for item in _pictures(page, depth=4))


def _pictures(holder: object, depth: int) -> Iterator[dict[str, object]]:
    resources = _get(holder, "/Resources")
    for item in _values(_get(resources, "/XObject")):
        if _get(item, "/Subtype") == "/Image":
            yield item
        elif depth:
            yield from _pictures(item, depth - 1)


def _width(picture: object) -> float:
    width = _get(picture, "/Width")
    return width if isinstance(width, int | float) else NARROWEST_LEGIBLE


def _get(holder: object, key: str) -> object:
    """A value of a PDF dictionary, resolved; None where there is none."""
    value = holder.get(key) if isinstance(holder, dict) else None
    resolve = getattr(value, "get_object", None)
    return resolve() if resolve else value


def _values(holder: object) -> list[dict[str, object]]:
    values = [_get(holder, key) for key in holder] if isinstance(holder, dict) else []
    return [value for value in values if isinstance(value, dict)]


def _draws(page: PageObject) -> bool:
    content = page.get_contents()
    return content is not None and len(content.get_data()) > DRAWN


def _garbled(text: str) -> float:
    """The share of characters that stand for no readable one."""
    letters = [c for c in text if not c.isspace()]
    bad = sum(1 for c in letters if c == "\ufffd" or "\ue000" <= c <= "\uf8ff" or ord(c) < 32)
    return bad / max(len(letters), 1)


def _notes(page: PageObject) -> Iterator[str]:
    """Comments, what was typed into form fields, and where links lead."""
    notes = _get(page, "/Annots")
    for note in notes if isinstance(notes, list) else []:
        found = note.get_object()
        yield from _words(_get(found, key) for key in ("/Contents", "/V", "/T", "/TU"))
        yield from _words([_get(_get(found, "/A"), "/URI")])


def _words(values: Iterable[object]) -> Iterator[str]:
    return (str(value) for value in values if isinstance(value, str | bytes))


def _properties(reader: PdfReader) -> Extracted:
    values = [str(value) for value in (reader.metadata or {}).values()]
    xmp = _get(_get(reader.trailer, "/Root"), "/Metadata")
    if hasattr(xmp, "get_data"):
        values.append(xmp.get_data().decode("utf-8", "replace"))
    return Extracted((Part("文档属性", "\n".join(values)),))


def _attachments(reader: PdfReader, read_embedded: Reader) -> Iterator[Extracted]:
    for name, files in reader.attachments.items():
        for data in files:
            yield read_embedded(data, name).inside(name)
