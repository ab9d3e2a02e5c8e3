"""Text of PDF, page by page. A scanned page has none, and that is said."""

import io
import logging

from pypdf import PageObject, PdfReader
from pypdf.errors import PyPdfError

from portal.uploads.parts import Extracted, Part

MOST_PAGES = 1_000
BROKEN = (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError)
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def pdf_parts(data: bytes) -> Extracted:
    try:
        reader = PdfReader(io.BytesIO(data))
        pages = reader.pages[:MOST_PAGES]
        found = Extracted(_properties(reader))
        over = len(reader.pages) - len(pages)
    except BROKEN:
        return Extracted(unreadable=("PDF 已损坏，无法检查。",))
    for number, page in enumerate(pages, start=1):
        found += _page(page, number)
    if reader.attachments:
        found += Extracted(unreadable=("PDF 中附有其他文件，未能检查，请取出查看。",))
    return found + Extracted(unreadable=(f"还有 {over} 页未检查。",) if over > 0 else ())


def _page(page: PageObject, number: int) -> Extracted:
    try:
        text = page.extract_text()
        annotations = _annotations(page)
        pictures = _has_pictures(page)
    except BROKEN:
        return Extracted(unreadable=(f"第{number}页无法读取，请人工查看。",))
    parts = [Part(f"第{number}页", text)] if text.strip() else []
    parts += [Part(f"第{number}页批注", annotations)] if annotations else []
    if not text.strip() and pictures:
        return Extracted(tuple(parts), (f"第{number}页是图片，无法检查文字，请人工查看。",))
    return Extracted(tuple(parts))


def _annotations(page: PageObject) -> str:
    """Comments, and what was typed into form fields."""
    notes = [item.get_object() for item in page.get("/Annots") or []]
    found = [str(note.get(key, "")) for note in notes for key in ("/Contents", "/V")]
    return "\n".join(text for text in found if text)


def _has_pictures(page: PageObject) -> bool:
    resources = page.get("/Resources")
    objects = resources.get_object().get("/XObject") if resources else None
    return bool(objects and objects.get_object())


def _properties(reader: PdfReader) -> tuple[Part, ...]:
    values = [str(value) for value in (reader.metadata or {}).values()]
    return (Part("文档属性", "\n".join(values)),) if values else ()
