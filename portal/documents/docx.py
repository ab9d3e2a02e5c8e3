"""公文 as DOCX, to be opened in WPS or Word: margins, typefaces and lines of GB/T 9704—2012."""

import io
from datetime import UTC, datetime
from typing import Any

from docx import Document
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from portal.documents.official import Block, Level, OfficialDocument, Paragraph, Table, placed

SONG, FANGSONG, HEI, KAI = "方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312"
FACES = {Level.TEXT: FANGSONG, Level.FIRST: HEI, Level.SECOND: KAI, Level.THIRD: FANGSONG}
TITLE, BODY, TABLE, NUMBERS, PAGE = Pt(22), Pt(16), Pt(12), Pt(9.5), Pt(14)
LINE = Pt(28.95)  # 22 lines on the page
CLOSER = "-5"  # a quarter of a point, so that a line holds 28 characters
RED = RGBColor(0xC0, 0x00, 0x00)
LATIN = "Times New Roman"
MARGINS, LETTER_MARGINS, FORM_MARGINS = (37, 35, 28, 26), (25, 32, 28, 26), (20, 20, 27, 27)
LINE_WIDTH = 156  # mm between the margins


def docx_of(document: OfficialDocument) -> bytes:
    """The same document gives the same pages; no person and no machine is named in the file."""
    made = Document()
    _page(made, document)
    _quiet(made)
    _head(made, document)
    for block in document.blocks:
        _block(made, block)
    _foot(made, document)
    if document.appendix:
        made.add_page_break()
    for block in document.appendix:
        _block(made, block)
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def _page(made: Any, document: OfficialDocument) -> None:
    section = made.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    margins = LETTER_MARGINS if document.is_letter else MARGINS
    top, bottom, left, right = FORM_MARGINS if document.compact else margins
    section.top_margin, section.bottom_margin = Mm(top), Mm(bottom)
    section.left_margin, section.right_margin = Mm(left), Mm(right)
    section.footer_distance = Mm(28)
    _page_number(section.footer.paragraphs[0])


def _page_number(paragraph: Any) -> None:
    """— 1 — in the middle of the foot."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for part in ("— ", None, " —"):
        run = paragraph.add_run(part or "")
        _face(run, "宋体", PAGE)
        if part is None:
            for kind, text in (("begin", ""), ("instr", "PAGE"), ("end", "")):
                run._r.append(_field(kind, text))


def _field(kind: str, text: str) -> Any:
    if kind == "instr":
        element = OxmlElement("w:instrText")
        element.set(qn("xml:space"), "preserve")
        element.text = text
        return element
    element = OxmlElement("w:fldChar")
    element.set(qn("w:fldCharType"), kind)
    return element


def _quiet(made: Any) -> None:
    """Without author, machine or time of making."""
    core = made.core_properties
    core.author = core.last_modified_by = core.comments = ""
    core.created = core.modified = datetime(2000, 1, 1, tzinfo=UTC)


def _head(made: Any, document: OfficialDocument) -> None:
    last = None
    if document.issuer:
        last = _line(made, document.issuer, SONG, Pt(32), WD_ALIGN_PARAGRAPH.CENTER, RED)
    if document.number:
        last = _line(made, document.number, FANGSONG, BODY, WD_ALIGN_PARAGRAPH.CENTER)
    if document.issuer:
        _underline(last)
    _title(made, document)
    if document.addressee:
        _line(made, f"{document.addressee}：", FANGSONG, BODY, WD_ALIGN_PARAGRAPH.LEFT)


def _title(made: Any, document: OfficialDocument) -> None:
    """Two lines below the head, one above the text; closer in a letter."""
    above, below = (Pt(20), Pt(16)) if document.is_letter else (Pt(35), LINE)
    title = _line(made, document.title, SONG, TITLE, WD_ALIGN_PARAGRAPH.CENTER, before=above)
    title.paragraph_format.space_after = below


def _underline(paragraph: Any) -> None:
    """版头分隔线: red, as wide as the text, below the number."""
    border = OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "12"), ("space", "11"), ("color", str(RED))):
        border.set(qn(f"w:{name}"), value)
    borders = OxmlElement("w:pBdr")
    borders.append(border)
    paragraph._p.get_or_add_pPr().insert_element_before(
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc"
    )


def _block(made: Any, block: Block) -> None:
    if isinstance(block, Table):
        _table(made, block)
    else:
        _paragraph(made, block)


def _paragraph(made: Any, block: Paragraph) -> None:
    face = FACES[block.level]
    paragraph = _line(made, block.text, face, BODY, WD_ALIGN_PARAGRAPH.JUSTIFY)
    if block.level in (Level.FIRST, Level.SECOND):
        paragraph.paragraph_format.keep_with_next = True
    if block.indented:
        paragraph.paragraph_format.first_line_indent = BODY * 2


def _table(made: Any, block: Table) -> None:
    if block.caption:
        caption = _line(made, block.caption, HEI, PAGE, WD_ALIGN_PARAGRAPH.LEFT)
        caption.paragraph_format.keep_with_next = True
    heads, body = block.headings, block.body
    table = made.add_table(rows=len(heads) + len(body), cols=block.wide)
    table.style, table.alignment = "Table Grid", WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    grid = [row.cells for row in table.rows]
    for place, share in enumerate(block.shares):
        table.columns[place].width = wide = Mm(LINE_WIDTH * share / sum(block.shares))
        for row in grid:
            row[place].width = wide
    for number, place, cell in placed(heads + body, block.wide):
        last = grid[number + cell.down - 1][place + cell.across - 1]
        heading = number < len(heads)
        _cell(
            grid[number][place].merge(last),
            cell.text,
            face=HEI if heading else FANGSONG,
            size=NUMBERS if block.numbers else TABLE,
            centred=heading or block.centred(cell),
        )
    for number, row in enumerate(table.rows):
        _mark(row, "w:cantSplit")
        if number < len(heads):
            _mark(row, "w:tblHeader")
    if block.numbers:
        _closed_up(table)
    made.add_paragraph()


def _closed_up(table: Any) -> None:
    """A table of numbers has narrow columns, and isn't torn where a page holds it."""
    margins = OxmlElement("w:tblCellMar")
    for side in ("w:left", "w:right"):
        margin = OxmlElement(side)
        margin.set(qn("w:w"), str(Mm(0.8).twips))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    table._tbl.tblPr.insert_element_before(margins, "w:tblLook", "w:tblCaption")
    for row in table.rows[:-1]:
        for cell in row.cells:
            cell.paragraphs[0].paragraph_format.keep_with_next = True


def _cell(cell: Any, text: str, *, face: str, size: Any, centred: bool) -> None:
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    paragraph = cell.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER if centred else WD_ALIGN_PARAGRAPH.LEFT
    for number, line in enumerate(text.split("\n")):
        if number:
            paragraph.add_run().add_break()
        _face(paragraph.add_run(line), face, size)


def _mark(row: Any, name: str) -> None:
    """The row stays whole, or comes again on every page."""
    mark = OxmlElement(name)
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)


def _foot(made: Any, document: OfficialDocument) -> None:
    if document.signature or document.on:
        _not_alone(made)
        blank = _line(made, "", FANGSONG, BODY, WD_ALIGN_PARAGRAPH.LEFT)
        if document.is_letter:
            blank.paragraph_format.line_spacing = Pt(20)
        blank.paragraph_format.keep_with_next = True
    for text in (document.signed, document.dated):
        if text:
            paragraph = _line(made, text, FANGSONG, BODY, WD_ALIGN_PARAGRAPH.RIGHT)
            paragraph.paragraph_format.right_indent = BODY * 4
            paragraph.paragraph_format.keep_with_next = True
    for note in document.notes:
        _line(made, note, FANGSONG, PAGE, WD_ALIGN_PARAGRAPH.LEFT)


def _not_alone(made: Any) -> None:
    """The seal never stands on a page without words."""
    if made.paragraphs:
        made.paragraphs[-1].paragraph_format.keep_with_next = True


def _line(
    made: Any,
    text: str,
    face: str,
    size: Any,
    alignment: Any,
    color: Any = None,
    before: Any = None,
) -> Any:
    paragraph = made.add_paragraph()
    shape = paragraph.paragraph_format
    paragraph.alignment = alignment
    shape.space_before, shape.space_after = before or Pt(0), Pt(0)
    if size <= TITLE:
        shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.EXACTLY, LINE
    run = paragraph.add_run(text)
    _face(run, face, size)
    if color is not None:
        run.font.color.rgb = color
    return paragraph


def _face(run: Any, face: str, size: Any) -> None:
    run.font.size, run.font.name = size, LATIN
    rest = run._r.get_or_add_rPr()
    rest.get_or_add_rFonts().set(qn("w:eastAsia"), face)
    if size == BODY:
        closer = OxmlElement("w:spacing")
        closer.set(qn("w:val"), CLOSER)
        rest.insert_element_before(closer, "w:w", "w:kern", "w:position", "w:sz", "w:szCs")
