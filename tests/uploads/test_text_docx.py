import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from portal.uploads.text import Extracted, text_of
from tests.spreadsheets.sheets import of_rows
from tests.uploads.files import changed, docx, ole, part, picture, saved

W = nsdecls("w")
REVISED = f"""<w:p {W}><w:r><w:t>甲34142</w:t></w:r>
<w:del><w:r><w:delText>41983</w:delText></w:r></w:del>
<w:ins><w:r><w:t>****</w:t></w:r></w:ins><w:r><w:t>乙</w:t></w:r></w:p>"""
BOX = """<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:txbxContent><w:p><w:r>
<w:t>框内</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r>
<w:t>框内</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>"""
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def text_by_place(found: Extracted) -> dict[str, str]:
    return {part.where: part.text for part in found.parts}


def read(data: bytes) -> dict[str, str]:
    return text_by_place(text_of(data, "docx"))


def with_body(xml: str) -> bytes:
    document = part(docx("x"), "word/document.xml")
    return changed(docx("x"), {"word/document.xml": document.replace("<w:body>", f"<w:body>{xml}")})


def test_it_joins_the_runs_of_a_paragraph() -> None:
    document = Document()
    paragraph = document.add_paragraph("34")
    paragraph.add_run("1424").bold = True
    assert read(saved(document))["正文"] == "341424"


def test_tables_headers_and_footers_are_read_by_name() -> None:
    document = Document()
    document.add_table(1, 1).cell(0, 0).text = "格"
    document.sections[0].header.paragraphs[0].text = "眉"
    document.sections[0].footer.paragraphs[0].text = "脚"
    places = read(saved(document))
    assert (places["表格"], places["页眉"], places["页脚"]) == ("格", "眉", "脚")


def test_comments_are_read() -> None:
    document = Document()
    run = document.add_paragraph("正").add_run("文")
    document.add_comment(run, text="批注里的话", author="李主任")
    assert "批注里的话" in read(saved(document))["批注"]


def test_properties_are_read() -> None:
    document = Document()
    document.core_properties.keywords = "关键的词"
    assert "关键的词" in read(saved(document))["文档属性"]


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("word/footnotes.xml", "脚注"),
        ("word/endnotes.xml", "尾注"),
        ("docProps/custom.xml", "文档属性"),
        ("customXml/item1.xml", "自定义数据"),
        ("word/glossary/document.xml", "构建基块"),
        ("word/charts/chart1.xml", "图表"),
        ("word/odd.xml", "其他部分"),
    ],
)
def test_every_other_part_is_read(name: str, place: str) -> None:
    assert "藏字" in read(changed(docx("x"), {name: "<a><b>藏字</b></a>"}))[place]


def test_struck_out_text_is_read_as_it_stood_before() -> None:
    document = Document()
    document.element.body.insert(0, parse_xml(REVISED))
    places = read(saved(document))
    assert "甲34142****乙" in places["正文"]
    assert places["修订前的文字"] == "甲3414241983乙"


def test_a_text_box_is_read_once() -> None:
    xml = part(docx("x"), "word/document.xml").replace("<w:document ", f"<w:document {MC} ", 1)
    if xml.count("xmlns:mc=") > 1:
        xml = xml.replace(MC + " ", "", 1)
    data = changed(docx("x"), {"word/document.xml": xml.replace("<w:body>", f"<w:body>{BOX}")})
    assert read(data)["文本框"] == "框内"


def test_descriptions_of_pictures_and_field_codes_are_read() -> None:
    xml = '<w:p><w:r><w:drawing><a descr="图中的人"/></w:drawing></w:r><w:r>'
    xml += "<w:instrText>HYPERLINK tel:1</w:instrText></w:r></w:p>"
    text = read(with_body(xml))["正文"]
    assert "图中的人" in text
    assert "HYPERLINK tel:1" in text


def test_links_out_are_read() -> None:
    rels = '<R><Relationship Target="tel:1390" TargetMode="External"/><R Target="no"/></R>'
    assert read(changed(docx("x"), {"word/_rels/x.xml.rels": rels}))["链接"] == "tel:1390"


def test_a_spreadsheet_inside_is_read() -> None:
    data = changed(docx("x"), {"word/embeddings/表.xlsx": of_rows([["内"]], "花名册")})
    assert "内" in read(data)["内嵌文件《表.xlsx》工作表《花名册》"]


def test_an_unknown_object_inside_is_told() -> None:
    data = changed(docx("x"), {"word/embeddings/oleObject1.bin": ole({"Other": b"x"})})
    assert any("内嵌文件《oleObject1.bin》" in why for why in text_of(data, "docx").unreadable)


def test_files_nested_too_deep_are_told() -> None:
    data = docx("底")
    for _ in range(4):
        data = changed(docx("x"), {"word/embeddings/a.docx": data})
    assert any("嵌套太深" in why for why in text_of(data, "docx").unreadable)


def test_pictures_are_told_and_icons_are_not() -> None:
    parts = {"word/media/1.png": picture(), "word/media/2.png": picture((20, 20))}
    assert "含有 1 张图片" in text_of(changed(docx("x"), parts), "docx").unreadable[0]


def test_a_plain_document_leaves_nothing_unread() -> None:
    assert text_of(docx("x"), "docx").unreadable == ()


@pytest.mark.parametrize(
    "xml", ["<a><b>", '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'], ids=["broken", "entities"]
)
def test_a_part_that_can_not_be_read_is_told(xml: str) -> None:
    found = text_of(changed(docx("x"), {"word/comments.xml": xml}), "docx")
    assert any("批注（word/comments.xml）已损坏" in why for why in found.unreadable)


def test_a_broken_document_is_told() -> None:
    assert "已损坏" in text_of(docx("x")[:-50], "docx").unreadable[0]


def test_slides_and_their_notes_are_read() -> None:
    slide = "<s><txBody><p><r><t>幻灯</t></r></p></txBody></s>"
    data = changed(docx("x"), {"ppt/slides/slide2.xml": slide, "ppt/notesSlides/n.xml": slide})
    places = text_by_place(text_of(data, "pptx"))
    assert (places["第2张幻灯片"], places["备注"]) == ("幻灯", "幻灯")
