"""A Word document as the body of an item: headings, paragraphs, lists and tables in order."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from docx import Document
from docx.document import Document as DocumentObject
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn

from portal.spreadsheets.archive import BadArchive, open_archive
from portal.uploads.checks import BROKEN, Refused
from portal.uploads.docx_paragraph import Item, Styles, paragraph_html
from portal.uploads.docx_table import table_html
from portal.uploads.docx_xml import Element, LxmlError, find

# What a body can't hold, by the tag that draws it, and the measure word to count it with.
LEFT_OUT = (
    (
        "张图片",
        ".//w:drawing[.//*[local-name()='pic']] | .//w:pict[.//*[local-name()='imagedata']]",
    ),
    ("个图表", ".//w:drawing[.//*[local-name()='chart']]"),
    ("个文本框", ".//w:txbxContent[not(ancestor::*[local-name()='Fallback'])]"),
    ("处脚注或尾注", ".//w:footnoteReference | .//w:endnoteReference"),
    ("个内嵌对象", ".//w:object"),
    ("处已删除的修订", ".//w:del"),
)


@dataclass(frozen=True)
class DocxBody:
    """HTML for clean_html, and a phrase for everything that is not in it."""

    html: str
    left_out: tuple[str, ...]


def docx_to_html(data: bytes) -> DocxBody:
    """The body of a DOCX that check_upload has let in. Raises Refused where it is broken."""
    document = _open(data)
    styles = Styles(document)
    body = document.element.body
    html = "\n".join(_joined_lists(_items(body, styles)))
    return DocxBody(html, tuple(_left_out(body)))


def _open(data: bytes) -> DocumentObject:
    try:
        open_archive(data).close()
        return Document(io.BytesIO(data))
    except (PackageNotFoundError, zipfile.BadZipFile, BadArchive, LxmlError) as error:
        raise Refused(BROKEN) from error
    except (KeyError, ValueError, AttributeError) as error:
        raise Refused(BROKEN) from error


def _items(container: Element, styles: Styles) -> Iterator[Item]:
    """Paragraphs and tables in their order, those in content controls too."""
    for child in container:
        if child.tag == qn("w:p"):
            yield paragraph_html(child, styles)
        elif child.tag == qn("w:tbl"):
            yield Item(table_html(child, styles))
        elif child.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:customXml"), qn("w:ins")):
            yield from _items(child, styles)


def _joined_lists(items: Iterator[Item]) -> Iterator[str]:
    """Neighbouring list items inside one ul or ol."""
    current = ""
    for item in items:
        if item.list_tag != current:
            yield from (f"</{current}>" for _ in [0] if current)
            yield from (f"<{item.list_tag}>" for _ in [0] if item.list_tag)
            current = item.list_tag
        if item.html:
            yield item.html
    if current:
        yield f"</{current}>"


def _left_out(body: Element) -> Iterator[str]:
    for measure, path in LEFT_OUT:
        if count := len(find(body, path)):
            yield f"{count} {measure}"
