import io

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from portal.uploads.checks import Refused
from portal.uploads.docx_html import docx_to_html
from tests.uploads.files import docx, picture, saved


def html_of(*paragraphs: str) -> str:
    return docx_to_html(docx(*paragraphs)).html


def test_paragraphs_come_in_order_and_empty_ones_go() -> None:
    assert html_of("甲", "", "  ", "乙") == "<p>甲</p>\n<p>乙</p>"


def test_words_can_not_become_tags() -> None:
    assert html_of("<b>&") == "<p>&lt;b&gt;&amp;</p>"


def test_styled_headings_begin_at_the_second_level() -> None:
    document = Document()
    for level in (1, 2, 5):
        document.add_heading("题", level)
    assert docx_to_html(saved(document)).html == "<h2>题</h2>\n<h3>题</h3>\n<h4>题</h4>"


def test_official_numbering_makes_headings() -> None:
    html = html_of("一、总体要求", "（二）基本原则", "一、为落实上级要求，现通知如下。")
    assert html.split("\n")[:2] == ["<h2>一、总体要求</h2>", "<h3>（二）基本原则</h3>"]
    assert html.endswith("<p>一、为落实上级要求，现通知如下。</p>")


def test_bold_runs_are_strong() -> None:
    document = Document()
    paragraph = document.add_paragraph("甲")
    paragraph.add_run("乙").bold = True
    paragraph.add_run("丙").bold = True
    paragraph.add_run("丁").bold = False
    assert docx_to_html(saved(document)).html == "<p>甲<strong>乙丙</strong>丁</p>"


def test_lists_are_lists() -> None:
    document = Document()
    for text, style in (("甲", "List Bullet"), ("乙", "List Bullet"), ("丙", "List Number")):
        document.add_paragraph(text, style=style)
    html = docx_to_html(saved(document)).html.replace("\n", "")
    assert html == "<ul><li>甲</li><li>乙</li></ul><ol><li>丙</li></ol>"


def test_merged_cells_span() -> None:
    document = Document()
    table = document.add_table(3, 3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "横"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "竖"
    html = docx_to_html(saved(document)).html
    assert '<tr><td colspan="2">横</td><td></td></tr>' in html
    assert '<tr><td rowspan="2">竖</td><td></td><td></td></tr><tr><td></td><td></td></tr>' in html


def test_rows_repeated_on_every_page_are_the_header() -> None:
    document = Document()
    table = document.add_table(2, 1)
    table.cell(0, 0).text = "村"
    properties = table.rows[0]._tr.get_or_add_trPr()
    properties.append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
    html = docx_to_html(saved(document)).html
    assert '<thead><tr><th scope="col">村</th></tr></thead>' in html


def test_tables_stand_where_they_stood() -> None:
    document = Document()
    document.add_paragraph("前")
    document.add_table(1, 1).cell(0, 0).text = "中"
    document.add_paragraph("后")
    html = docx_to_html(saved(document)).html
    assert html.index("前") < html.index("<table>") < html.index("后")


def test_inserted_text_stays_and_struck_out_text_goes() -> None:
    document = Document()
    xml = f"""<w:p {nsdecls("w")}><w:ins><w:r><w:t>新</w:t></w:r></w:ins>
    <w:del><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>"""
    document.element.body.insert(0, parse_xml(xml))
    body = docx_to_html(saved(document))
    assert body.html == "<p>新</p>"
    assert "1 处已删除的修订" in body.left_out


def test_it_says_that_pictures_are_left_out() -> None:
    document = Document()
    document.add_picture(io.BytesIO(picture()))
    assert docx_to_html(saved(document)).left_out == ("1 张图片",)


@pytest.mark.parametrize("data", [b"", b"abc", docx("x")[:-60]])
def test_a_broken_document_is_refused(data: bytes) -> None:
    with pytest.raises(Refused, match="已损坏"):
        docx_to_html(data)
