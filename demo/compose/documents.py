"""Word files: the bodies that clerks keep in Word, and the forms that residents fill in."""

import json
import re
import zipfile
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table

from demo.compose.items import Item
from demo.compose.tables import BAR

UNSAFE = re.compile(r"[“”：/\\?*\"<>|，、\s]")
BODY_FONT = "仿宋"
FIXED = (2026, 11, 20, 17, 0, 0)


def body_document(item: Item, folder: Path) -> str:
    """The item's body as a Word file; its name."""
    document = _blank()
    lines = item.body.splitlines()
    while lines:
        count = next((n for n, line in enumerate(lines) if BAR not in line), len(lines))
        if count:
            _rows(document, [line.split(BAR) for line in lines[:count]])
            lines = lines[count:]
        else:
            document.add_paragraph(lines.pop(0))
    name = f"{UNSAFE.sub('', item.title)[:40]}.docx"
    _save(document, folder / name)
    return name


def write_documents(source: Path, folder: Path) -> None:
    """The forms that `source` describes, one file each."""
    forms = json.loads(source.read_text(encoding="utf-8"))
    for title, form in forms.items():
        document = _blank()
        head = document.add_paragraph()
        head.alignment = WD_ALIGN_PARAGRAPH.CENTER
        run = head.add_run(f"青禾镇{title}")
        run.font.size, run.bold = Pt(18), True
        table = _rows(document, [[label, ""] for label in form["rows"]])
        for row in table.rows:
            row.height = Mm(14)
            row.cells[0].width, row.cells[1].width = Mm(55), Mm(100)
        for note in form["notes"]:
            document.add_paragraph(f"说明：{note}")
        _save(document, folder / f"{title}.docx")


def _blank() -> Document:
    document = Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = BODY_FONT, Pt(14)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), BODY_FONT)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    return document


def _rows(document: Document, rows: list[list[str]]) -> Table:
    width = max(len(row) for row in rows)
    table = document.add_table(rows=len(rows), cols=width)
    table.style = "Table Grid"
    for place, row in enumerate(rows):
        for column, text in enumerate(row):
            table.cell(place, column).text = text.strip()
    return table


def _save(document: Document, path: Path) -> None:
    """The same bytes each time: no clock in the properties nor in the archive."""
    document.core_properties.author = "青禾镇人民政府"
    raw = BytesIO()
    document.save(raw)
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            part = zipfile.ZipInfo(name, FIXED)
            part.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(part, source.read(name))
