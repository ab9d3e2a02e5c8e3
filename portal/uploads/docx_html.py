"""A Word document as the body of an item: headings, paragraphs and tables in their order."""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table
from docx.text.paragraph import Paragraph

from portal.uploads.refused import Refused

HEADING = re.compile(r"^[一二三四五六七八九十]+、[^。；]{1,30}$")
SUBHEADING = re.compile(r"^（[一二三四五六七八九十]+）[^。；]{1,30}$")


@dataclass(frozen=True)
class DocxBody:
    """HTML still to be sanitised, and what of the document it leaves out."""

    html: str
    left_out: tuple[str, ...]


def docx_to_html(data: bytes) -> DocxBody:
    try:
        document = Document(io.BytesIO(data))
    except (PackageNotFoundError, KeyError, ValueError, zipfile.BadZipFile) as broken:
        raise Refused("Word 文件打不开，请重新保存为 .docx。") from broken
    blocks = [_block(block) for block in document.iter_inner_content()]
    pictures = len(document.inline_shapes)
    left_out = (f"{pictures} 张图片没有带入正文，请在编辑器中插入。",) if pictures else ()
    return DocxBody("\n".join(block for block in blocks if block), left_out)


def _block(block: Paragraph | Table) -> str:
    return _table(block) if isinstance(block, Table) else _paragraph(block)


def _paragraph(paragraph: Paragraph) -> str:
    text = paragraph.text.strip()
    if not text:
        return ""
    tag = _tag(text, paragraph.style.name if paragraph.style else "")
    if tag != "p":
        return f"<{tag}>{escape(text)}</{tag}>"
    runs = "".join(_run(run.text, bool(run.bold)) for run in paragraph.runs)
    return f"<p>{(runs or escape(text)).strip()}</p>"


def _tag(text: str, style: str | None) -> str:
    if HEADING.match(text) or (style or "").startswith(("Heading 1", "Title", "标题 1")):
        return "h2"
    if SUBHEADING.match(text) or (style or "").startswith(("Heading", "标题")):
        return "h3"
    return "p"


def _run(text: str, bold: bool) -> str:
    return f"<strong>{escape(text)}</strong>" if bold and text.strip() else escape(text)


def _table(table: Table) -> str:
    rows = ["".join(_cells(row.cells, index)) for index, row in enumerate(table.rows)]
    head, *body = [f"<tr>{cells}</tr>" for cells in rows] or [""]
    return f"<table><thead>{head}</thead><tbody>{''.join(body)}</tbody></table>"


def _cells(cells: tuple, row: int) -> Iterator[str]:
    """Cells merged sideways come several times from python-docx: once here, with a span."""
    tag, scope = ("th", ' scope="col"') if row == 0 else ("td", "")
    place = 0
    while place < len(cells):
        span = 1
        while place + span < len(cells) and cells[place + span]._tc is cells[place]._tc:
            span += 1
        width = f' colspan="{span}"' if span > 1 else ""
        yield f"<{tag}{scope}{width}>{escape(cells[place].text.strip())}</{tag}>"
        place += span
