"""公文 in both formats: the same words, the page of GB/T 9704, and nobody's name in the file."""

import gc
import io
from dataclasses import replace
from datetime import date

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from pypdf import PdfReader
from weasyprint.pdf.fonts import Font

from portal.documents.docx import docx_of
from portal.documents.official import (
    Level,
    OfficialDocument,
    Paragraph,
    Span,
    Table,
    paragraphs_of,
    titled,
)
from portal.documents.pdf import pdf_of

LETTER = OfficialDocument(
    issuer="阳光镇人民政府",
    number="阳政依申〔2026〕12号",
    title="政府信息公开申请答复书",
    addressee="周小满",
    blocks=(
        *paragraphs_of("一、答复\n（一）公开\n1.合同\n本机关予以公开<b>。"),
        Table((("合同", "十二页"),), heading=("名称", "页数"), widths=(3, 1)),
    ),
    signature="阳光镇人民政府",
    on=date(2026, 3, 30),
    seal=True,
    notes=("附件：合同",),
)
WORDS = ("阳政依申〔2026〕12号", "政府信息公开申请答复书", "予以公开<b>", "2026年3月30日", "十二页")


def words_of_docx(data: bytes) -> str:
    document = Document(io.BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in document.paragraphs), *cells])


def words_of_pdf(data: bytes) -> str:
    return "".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("一、总体情况", Level.FIRST),
        ("十二、其他", Level.FIRST),
        ("（三）监督", Level.SECOND),
        ("1.公开", Level.THIRD),
        ("公开、透明", Level.TEXT),
        ("（见附件）", Level.TEXT),
        ("3.5万元", Level.TEXT),
    ],
)
def test_the_numbering_tells_the_level(line: str, level: Level) -> None:
    assert next(paragraphs_of(line)) == Paragraph(line, level)


@pytest.mark.parametrize("words", WORDS)
def test_both_formats_say_the_same(words: str) -> None:
    assert words in words_of_docx(docx_of(LETTER))
    assert words.replace(" ", "") in words_of_pdf(pdf_of(LETTER)).replace(" ", "")


def test_the_page_is_that_of_the_standard() -> None:
    for document, top in ((replace(LETTER, seal=False), 37), (LETTER, 25)):  # 公文, 信函
        section = Document(io.BytesIO(docx_of(document))).sections[0]
        assert [round(side.mm) for side in (section.top_margin, section.left_margin)] == [top, 28]
    box = PdfReader(io.BytesIO(pdf_of(LETTER))).pages[0].mediabox
    assert (round(float(box.width)), round(float(box.height))) == (595, 842)


def test_no_person_and_no_machine_is_named_in_the_file() -> None:
    core = Document(io.BytesIO(docx_of(LETTER))).core_properties
    assert (core.author, core.last_modified_by, core.comments) == ("", "", "")
    told = PdfReader(io.BytesIO(pdf_of(LETTER))).metadata
    assert set(told) <= {"/Title", "/Producer"}


def test_a_long_table_repeats_its_heading_on_every_page() -> None:
    rows = tuple((f"第{number}项", "有") for number in range(120))
    long = OfficialDocument(title="清单", blocks=(Table(rows, heading=("事项名称", "有无")),))
    pages = PdfReader(io.BytesIO(pdf_of(long))).pages
    assert len(pages) > 2
    assert all("事项名称" in page.extract_text() for page in pages)


def test_an_address_in_a_letter_is_never_fetched() -> None:
    trap = OfficialDocument(title="信", blocks=(Paragraph('<img src="http://127.0.0.1:1/x.png">'),))
    assert "<img" in words_of_pdf(pdf_of(trap))


def _page_of(text: str, lines: int) -> tuple[int, int]:
    """On which page the last words stand, and on which the signature."""
    body = tuple(Paragraph("甲乙丙丁戊己庚辛") for _ in range(lines))
    pages = [
        page.extract_text()
        for page in PdfReader(
            io.BytesIO(pdf_of(replace(LETTER, blocks=(*body, Paragraph(text)))))
        ).pages
    ]
    return (
        max(number for number, page in enumerate(pages) if text in page),
        max(number for number, page in enumerate(pages) if "2026年3月30日" in page),
    )


def test_the_seal_never_stands_on_a_page_without_words() -> None:
    for lines in range(8, 20):
        words, seal = _page_of("末句特此告知", lines)
        assert words == seal, lines


def test_the_line_below_the_head_is_red_and_below_the_number() -> None:
    document = Document(io.BytesIO(docx_of(LETTER)))
    lined = [one.text for one in document.paragraphs if "w:pBdr" in one._p.xml]
    assert lined == ["阳政依申〔2026〕12号"]


def test_the_date_is_never_alone_on_a_page_and_annexes_come_after_it() -> None:
    annex = Table((("1", "任务"),), ("序号", "措施"), caption="附件")
    for lines in range(10, 24):
        blocks = tuple(Paragraph(f"第{line}行。") for line in range(lines))
        made = OfficialDocument(
            title="计划", blocks=blocks, signature="镇政府", on=date(2026, 2, 3), appendix=(annex,)
        )
        pages = [page.extract_text() for page in PdfReader(io.BytesIO(pdf_of(made))).pages]
        dated = next(page for page in pages if "2026年2月3日" in page)
        assert "行。" in dated
        assert "附件" in pages[-1]
        assert "2026年2月3日" not in pages[-1]


WIDE = Table(
    (
        (Span("三、办理结果", down=2), "予以公开", "3", "4"),
        ("部分公开", "0", "1.5"),
        ("以上没有收费。",),
    ),
    heads=((Span("项目", 2, 2), Span("申请人", across=2)), ("自然人", "其他")),
    widths=(2, 6, 1, 1),
    numbers=True,
)


def test_cells_reach_over_others_in_both_formats() -> None:
    document = OfficialDocument(title="表", blocks=(WIDE,))
    table = Document(io.BytesIO(docx_of(document))).tables[0]
    texts = [[cell.text for cell in row.cells] for row in table.rows]
    assert texts == [
        ["项目", "项目", "申请人", "申请人"],
        ["项目", "项目", "自然人", "其他"],
        ["三、办理结果", "予以公开", "3", "4"],
        ["三、办理结果", "部分公开", "0", "1.5"],
        ["以上没有收费。"] * 4,
    ]
    words = words_of_pdf(pdf_of(document))
    assert all(word in words for word in ("三、办理结果", "申请人", "1.5", "以上没有收费。"))


def test_a_cell_that_reaches_over_others_is_as_high_as_its_words() -> None:
    table = Document(io.BytesIO(docx_of(OfficialDocument(title="表", blocks=(WIDE,))))).tables[0]
    assert len(table.cell(0, 0).paragraphs) == len(table.cell(4, 0).paragraphs) == 1


def test_columns_are_as_wide_as_they_are_given_and_rows_stay_whole() -> None:
    table = Document(io.BytesIO(docx_of(OfficialDocument(title="表", blocks=(WIDE,))))).tables[0]
    assert [round(column.width.mm, 1) for column in table.columns] == [31.2, 93.6, 15.6, 15.6]
    assert all("w:cantSplit" in row._tr.xml for row in table.rows)
    assert ["w:tblHeader" in row._tr.xml for row in table.rows] == [True, True, *[False] * 3]


def test_numbers_stand_in_the_middle_of_their_cells() -> None:
    table = Document(io.BytesIO(docx_of(OfficialDocument(title="表", blocks=(WIDE,))))).tables[0]
    aligned = [cell.paragraphs[0].alignment for cell in table.rows[3].cells]
    left, middle = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER
    assert aligned[1:] == [left, middle, middle]


@pytest.mark.parametrize(
    ("issuer", "paper", "title"),
    [
        ("青禾镇人民政府", "2025年政务公开工作计划", "青禾镇人民政府2025年政务公开工作计划"),
        (
            "青禾镇人民政府",
            "2025年政府信息公开工作年度报告",
            "青禾镇人民政府\n2025年政府信息公开工作年度报告",
        ),
    ],
)
def test_a_long_title_breaks_between_words(issuer: str, paper: str, title: str) -> None:
    document = OfficialDocument(title=titled(issuer, paper), blocks=())
    assert document.title == title
    assert document.name == f"{issuer}{paper}"
    assert title in words_of_docx(docx_of(document))
    assert PdfReader(io.BytesIO(pdf_of(document))).metadata.title == document.name


def test_a_line_holds_twenty_eight_characters() -> None:
    """156 mm hold 28 of 15.75 pt: 三号 is 16 pt, so a quarter point closer."""
    line = "政" * 28
    document = OfficialDocument(title="表", blocks=(Paragraph(line * 2, indented=False),))
    assert line in words_of_pdf(pdf_of(document)).split("\n")
    run = Document(io.BytesIO(docx_of(document))).paragraphs[-1].runs[0]
    assert '<w:spacing w:val="-5"/>' in run._r.xml


def test_a_heading_stays_with_what_follows() -> None:
    blocks = (*paragraphs_of("一、答复\n（一）公开\n1.合同"), WIDE)
    made = Document(io.BytesIO(docx_of(OfficialDocument(title="表", blocks=blocks))))
    kept = {one.text: one.paragraph_format.keep_with_next for one in made.paragraphs}
    assert (kept["一、答复"], kept["（一）公开"], kept["1.合同"]) == (True, True, None)


def _fonts() -> set[int]:
    return {id(one) for one in gc.get_objects() if type(one) is Font}


def test_drawing_leaves_no_fonts_in_memory() -> None:
    """Each is tens of megabytes, and a server draws for months."""
    before = _fonts()
    pdf_of(LETTER)
    assert _fonts() <= before
    assert gc.get_freeze_count() == 0
