"""Released documents and spreadsheets carry nothing that isn't seen; what can't be taken away
unharmed is refused, with where it stands."""

import io
import re
import zipfile

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from portal.spreadsheets.read import read_workbook
from portal.uploads.checks import check_upload
from portal.uploads.clean.copy import clean_copy
from portal.uploads.refused import Refused
from portal.uploads.text import text_of
from tests.uploads.clean.test_pictures import SECRET, with_exif
from tests.uploads.files import changed, docx, ole, packed, part, picture, saved

HIDDEN = SECRET.decode()
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
P = "http://schemas.openxmlformats.org/package/2006"


def everything(data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return b"".join(name.encode() + archive.read(name) for name in archive.namelist())


def loaded() -> bytes:
    document = Document()
    paragraph = document.add_paragraph("施工合同")
    document.core_properties.author = HIDDEN
    document.core_properties.last_modified_by = HIDDEN
    document.add_comment(paragraph.runs, text=HIDDEN, author=HIDDEN)
    document.add_picture(io.BytesIO(with_exif()))
    for named in document.element.body.iter(qn("pic:cNvPr")):
        named.set("name", f"{HIDDEN}.jpg")
        named.set("descr", f"C:\\Users\\{HIDDEN}\\a.jpg")
    change = OxmlElement("w:rPrChange")
    change.set(qn("w:author"), HIDDEN)
    paragraph.runs[0]._r.get_or_add_rPr().append(change)
    relation = document.part.relate_to(f"mailto:{HIDDEN}", f"{R}/hyperlink", is_external=True)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), relation)
    paragraph._p.append(link)
    data = saved(document)
    settings = part(data, "word/settings.xml")
    settings = settings.replace(
        "</w:settings>",
        f'<w:docVars><w:docVar w:name="a" w:val="{HIDDEN}"/></w:docVars></w:settings>',
    )
    return changed(
        data,
        {
            "word/settings.xml": settings,
            "docProps/custom.xml": f"<Properties>{HIDDEN}</Properties>",
            "customXml/item1.xml": f"<a>{HIDDEN}</a>",
            "docProps/thumbnail.jpeg": with_exif(),
        },
    )


def test_a_document_keeps_its_words_alone() -> None:
    data = loaded()
    assert SECRET in everything(data)
    cleaned = clean_copy(data, "合同.docx")
    assert SECRET not in everything(cleaned.data)
    opened = Document(io.BytesIO(cleaned.data))
    assert opened.paragraphs[0].text == "施工合同"
    assert len(opened.inline_shapes) == 1
    check_upload(cleaned.data, cleaned.name)
    told = "；".join(cleaned.removed)
    for what in (
        "文档属性",
        "批注",
        "自定义数据",
        "格式修订",
        "邮箱的链接",
        "文档变量",
        "拍摄信息",
        "预览图",
    ):
        assert what in told
    assert cleaned.unchecked == ["含有 1 张图片，图片中的文字无法自动检查，请人工查看"]


def test_nothing_points_at_what_is_gone() -> None:
    left = everything(clean_copy(loaded(), "合同.docx").data).decode("utf-8", "replace")
    for gone in ("comments.xml", "docProps", "customXml", "commentReference", "mailto"):
        assert gone not in left


def test_web_addresses_stay() -> None:
    document = Document()
    document.part.relate_to("https://example.cn/", f"{R}/hyperlink", is_external=True)
    assert b"https://example.cn/" in everything(clean_copy(saved(document), "a.docx").data)


def test_the_same_file_gives_the_same_copy() -> None:
    data = loaded()
    assert clean_copy(data, "a.docx").data == clean_copy(data, "b.docx").data


def _with_body(xml: str) -> bytes:
    body = part(docx("甲"), "word/document.xml")
    return changed(docx("甲"), {"word/document.xml": re.sub(r"<w:sectPr", f"{xml}<w:sectPr", body)})


def test_tracked_changes_are_refused_with_their_number() -> None:
    data = _with_body(
        '<w:p><w:del w:id="1" w:author="x"><w:r><w:delText>周</w:delText></w:r></w:del></w:p>'
    )
    with pytest.raises(Refused, match=r"正文里有 \d 处没有处理的修订"):
        clean_copy(data, "a.docx")


def test_hidden_words_are_refused() -> None:
    data = _with_body("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>周小满</w:t></w:r></w:p>")
    with pytest.raises(Refused, match="正文里有 1 处隐藏文字"):
        clean_copy(data, "a.docx")
    shown = _with_body('<w:p><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>周</w:t></w:r></w:p>')
    assert clean_copy(shown, "a.docx").data


def test_words_hidden_by_their_style_are_refused() -> None:
    data = _with_body('<w:p><w:pPr><w:pStyle w:val="Q"/></w:pPr><w:r><w:t>周</w:t></w:r></w:p>')
    assert clean_copy(data, "a.docx").data
    style = '<w:style w:type="paragraph" w:styleId="Q"><w:rPr><w:vanish/></w:rPr></w:style>'
    styles = part(data, "word/styles.xml").replace("</w:styles>", f"{style}</w:styles>")
    with pytest.raises(Refused, match="正文里有 1 处隐藏文字"):
        clean_copy(changed(data, {"word/styles.xml": styles}), "a.docx")


def test_files_inside_are_refused() -> None:
    data = changed(docx("甲"), {"word/embeddings/oleObject1.docx": docx("乙")})
    with pytest.raises(Refused, match="内嵌的文件"):
        clean_copy(data, "a.docx")


def xlsx(**changes: str) -> bytes:
    """One sheet whose cell A1 says 公开; `changes` replace or add parts."""
    parts = {
        "[Content_Types].xml": (
            f'<Types xmlns="{P}/content-types"><Default Extension="xml" '
            'ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.'
            'openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" '
            'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main'
            '+xml"/></Types>'
        ),
        "_rels/.rels": (
            f'<Relationships xmlns="{P}/relationships"><Relationship Id="rId1" '
            f'Type="{R}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
        ),
        "xl/workbook.xml": (
            f'<workbook xmlns="{S}" xmlns:r="{R}"><fileSharing userName="{HIDDEN}"/><sheets>'
            '<sheet name="支出" sheetId="1" r:id="rId1"/></sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": (
            f'<Relationships xmlns="{P}/relationships"><Relationship Id="rId1" '
            f'Type="{R}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" '
            f'Type="{R}/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
        ),
        "xl/worksheets/sheet1.xml": _sheet(""),
        "xl/sharedStrings.xml": (
            f'<sst xmlns="{S}"><si><t>{HIDDEN}</t></si><si><t>公开</t></si></sst>'
        ),
    }
    return packed(parts | changes)


def _sheet(columns: str, row: str = "", after: str = "") -> str:
    return (
        f'<worksheet xmlns="{S}" xmlns:r="{R}">{columns}<sheetData><row r="1"><c r="A1" t="s">'
        f'<v>1</v></c><c r="B1"><v>7</v></c></row><row r="2"{row}><c r="A2"><v>8</v></c></row>'
        f"</sheetData>{after}</worksheet>"
    )


def test_a_spreadsheet_keeps_its_cells_alone() -> None:
    data = xlsx(
        **{
            "docProps/core.xml": f"<a>{HIDDEN}</a>",
            "xl/worksheets/sheet1.xml": _sheet("", after='<legacyDrawing r:id="rId1"/>'),
            "xl/worksheets/_rels/sheet1.xml.rels": (
                f'<Relationships xmlns="{P}/relationships"><Relationship Id="rId1" '
                f'Type="{R}/vmlDrawing" Target="../drawings/vmlDrawing1.vml"/><Relationship '
                f'Id="rId2" Type="{R}/comments" Target="../comments1.xml"/></Relationships>'
            ),
            "xl/drawings/vmlDrawing1.vml": f"<xml>{HIDDEN}</xml>",
            "xl/comments1.xml": f"<comments>{HIDDEN}</comments>",
        }
    )
    assert SECRET in everything(data)
    cleaned = clean_copy(data, "支出.xlsx")
    left = everything(cleaned.data)
    assert SECRET not in left
    assert b"legacyDrawing" not in left
    [sheet] = read_workbook(cleaned.data, "").sheets
    assert (sheet.name, sheet.rows[0]) == ("支出", ["公开", 7.0])
    told = "；".join(cleaned.removed)
    for what in ("文档属性", "批注", "保存的位置和使用者", "残留文字"):
        assert what in told
    assert text_of(cleaned.data, "xlsx").unreadable == ()


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        (
            {"xl/worksheets/sheet1.xml": _sheet('<cols><col min="2" max="2" hidden="1"/></cols>')},
            "工作表《支出》第 B 列",
        ),
        ({"xl/worksheets/sheet1.xml": _sheet("", ' hidden="1"')}, "工作表《支出》第 2 行"),
        (
            {
                "xl/workbook.xml": (
                    f'<workbook xmlns="{S}" xmlns:r="{R}"><sheets><sheet name="底稿" sheetId="1" '
                    'state="veryHidden" r:id="rId1"/></sheets></workbook>'
                )
            },
            "工作表《底稿》整张是隐藏的",
        ),
        ({"xl/externalLinks/externalLink1.xml": "<a/>"}, "引用了别的文件"),
        ({"xl/pivotCache/pivotCacheRecords1.xml": "<a/>"}, "数据透视表"),
    ],
)
def test_what_is_hidden_in_a_spreadsheet_is_refused_with_its_place(
    changes: dict[str, str], where: str
) -> None:
    with pytest.raises(Refused, match=where):
        clean_copy(xlsx(**changes), "a.xlsx")


def test_old_kinds_are_refused_with_the_way_out() -> None:
    with pytest.raises(Refused, match="另存为 PDF、DOCX"):
        clean_copy(ole({"WordDocument": b"\0" * 64}), "a.doc")


def test_plain_text_stays_as_it_is() -> None:
    cleaned = clean_copy("公开\n".encode(), "a.txt")
    assert (cleaned.data, cleaned.removed, cleaned.unchecked) == ("公开\n".encode(), [], [])


def test_a_document_type_is_refused() -> None:
    bomb = '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    with pytest.raises(Refused):
        clean_copy(changed(docx("甲"), {"word/header1.xml": bomb}), "a.docx")


def test_photos_of_other_kinds_are_said() -> None:
    data = changed(docx("甲"), {"word/media/image1.gif": picture(form="GIF")})
    assert "“image1.gif”带着的属性无法清除" in "".join(clean_copy(data, "a.docx").unchecked)
