import io

import pytest
from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    NameObject,
    PdfObject,
    TextStringObject,
)

from portal.uploads import pdf_code
from portal.uploads.checks import CheckedFile, Refused, check_upload
from tests.spreadsheets.sheets import of_rows
from tests.uploads.files import OLE_MAGIC, changed, docx, ole, packed, part, picture

TYPES = "[Content_Types].xml"


def pdf(password: str = "") -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def refusal(data: bytes, name: str, **options: int) -> str:
    with pytest.raises(Refused) as caught:
        check_upload(data, name, **options)
    return str(caught.value)


def macro_package(kind: str) -> bytes:
    return packed({TYPES: f'<Types><Override ContentType="application/{kind}.main+xml"/></Types>'})


@pytest.mark.parametrize(
    ("data", "name", "extension"),
    [
        (pdf(), "公告.PDF", "pdf"),
        (docx("正文"), "通知.docx", "docx"),
        (of_rows([["甲"]]), "表.xlsx", "xlsx"),
        (ole({"WordDocument": b"\xec\xa5"}), "通知.doc", "doc"),
        (ole({"WordDocument": b"\xec\xa5"}), "通知.wps", "wps"),
        (ole({"PowerPoint Document": b""}), "讲稿.ppt", "ppt"),
        (packed({"OFD.xml": "<OFD/>"}), "公文.ofd", "ofd"),
        ("村,金额\r\n甲,1".encode("gb18030"), "表.csv", "csv"),
        ("说明".encode(), "说明.txt", "txt"),
        (picture(), "图.png", "png"),
        (picture(form="JPEG"), "图.JPEG", "jpg"),
        (picture(form="WEBP"), "图.webp", "webp"),
        (picture(form="GIF"), "图.gif", "gif"),
    ],
)
def test_it_takes_what_townships_use(data: bytes, name: str, extension: str) -> None:
    checked = check_upload(data, name)
    assert isinstance(checked, CheckedFile)
    assert (checked.extension, checked.data) == (extension, data)
    assert checked.media_type


def test_an_empty_file_is_refused() -> None:
    assert "是空的" in refusal(b"", "a.pdf")


def test_a_large_file_is_refused_with_its_size() -> None:
    assert "2.0 MB，超过 1 MB" in refusal(b"x" * 2 * 1024 * 1024, "a.txt", max_bytes=1024 * 1024)


@pytest.mark.parametrize("name", ["a.exe", "a.zip", "a.html", "a.svg", "a.xlsm", "a.rar", "a.js"])
def test_other_extensions_are_refused(name: str) -> None:
    assert "不接收" in refusal(b"abc", name)


def test_a_file_without_extension_is_refused() -> None:
    assert "没有扩展名" in refusal(b"abc", "附件")


@pytest.mark.parametrize(
    ("data", "name", "truth"),
    [
        (docx("x"), "a.pdf", "DOCX（Word 文档），请把文件名改为以 .docx 结尾"),
        (docx("x"), "a.doc", "改为以 .docx 结尾"),
        (pdf(), "a.docx", "PDF"),
        (b"<html><body>x", "a.xls", "网页（HTML）"),
        (b"<html><body>x", "a.txt", "网页（HTML）"),
        ("<!DOCTYPE html><p>".encode("utf-16"), "a.txt", "网页"),
        (b"<svg xmlns='x'><script>", "a.png", "SVG 图片"),
        (b'<?xml version="1.0"?><a/>', "a.csv", "XML"),
        (b"MZ" + b"\0" * 100, "a.pdf", "程序"),
        (b"{\\rtf1 x}", "a.doc", "RTF"),
        (packed({"a.txt": b"x"}), "a.docx", "压缩包"),
        (packed({"a.txt": b"x"}), "a.ofd", "压缩包"),
        (picture(form="JPEG"), "a.png", "JPG 图片"),
        (b"a\tb", "a.xls", "纯文本"),
        (b"\x01\x02\x03\xfe" * 9, "a.csv", "无法识别"),
        (ole({"Something": b""}), "a.doc", "旧版 Office"),
    ],
)
def test_a_name_that_lies_is_refused_with_the_truth(data: bytes, name: str, truth: str) -> None:
    assert truth in refusal(data, name)


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("vnd.ms-word.document.macroEnabled", "a.docx"),
        ("vnd.ms-excel.sheet.macroEnabled", "a.xlsx"),
        ("vnd.ms-powerpoint.presentation.macroEnabled", "a.pptx"),
    ],
)
def test_a_renamed_macro_document_is_refused(kind: str, name: str) -> None:
    assert "宏" in refusal(macro_package(kind), name)


@pytest.mark.parametrize(
    "member", ["word/vbaProject.bin", "word/VBAPROJECT.BIN", "word/activeX/a.xml"]
)
def test_a_macro_part_in_a_plain_document_is_refused(member: str) -> None:
    assert "宏" in refusal(changed(docx("x"), {member: b"x"}), "a.docx")


def test_a_macro_part_by_another_name_is_refused() -> None:
    types = part(docx("x"), TYPES).replace(
        "</Types>",
        '<Override PartName="/x" ContentType="application/vnd.ms-office.vbaProject"/></Types>',
    )
    assert "宏" in refusal(changed(docx("x"), {TYPES: types, "word/x.bin": b"x"}), "a.docx")


@pytest.mark.parametrize("stream", ["Macros", "VBA", "_VBA_PROJECT_CUR", "_vba_project"])
@pytest.mark.parametrize(("main", "name"), [("WordDocument", "a.doc"), ("Workbook", "a.xls")])
def test_an_old_macro_document_is_refused(stream: str, main: str, name: str) -> None:
    assert "宏" in refusal(ole({main: b"", stream: b""}), name)


def test_the_word_macros_in_an_old_document_is_only_a_word() -> None:
    text = "关于宏 Macros VBA".encode("utf-16-le")
    assert check_upload(ole({"WordDocument": b"\xec\xa5" + b"\0" * 30 + text}), "a.doc")


def test_an_old_presentation_with_macros_is_refused() -> None:
    record = b"\x02\x00\x00\x04\x0c\x00\x00\x00" + b"\x01\0\0\0" + b"\x01\0\0\0" + b"\x02\0\0\0"
    assert "宏" in refusal(ole({"PowerPoint Document": record}), "a.ppt")


def code(kind: str = "JavaScript") -> DictionaryObject:
    action = DictionaryObject({NameObject("/S"): NameObject(f"/{kind}")})
    if kind == "Rendition":
        action[NameObject("/JS")] = TextStringObject("app.x()")
    return action


def acting(where: str, action: PdfObject) -> bytes:
    """A PDF that holds `action` in its catalogue, a page, a note, a form field or a bookmark."""
    writer = PdfWriter()
    page = writer.add_blank_page(100, 100)
    if where == "catalogue":
        writer.root_object[NameObject("/OpenAction")] = writer._add_object(action)
    elif where == "page":
        page[NameObject("/AA")] = DictionaryObject({NameObject("/O"): action})
    elif where == "note":
        note = DictionaryObject({NameObject("/A"): action})
        page[NameObject("/Annots")] = ArrayObject([writer._add_object(note)])
    elif where == "field":
        counted = DictionaryObject({NameObject("/C"): action})
        field = DictionaryObject({NameObject("/AA"): counted})
        fields = ArrayObject([writer._add_object(field)])
        form = DictionaryObject({NameObject("/Fields"): fields})
        writer.root_object[NameObject("/AcroForm")] = form
    else:
        mark = writer.add_outline_item(title="x", page_number=0)
        mark.get_object()[NameObject("/A")] = DictionaryObject(
            {NameObject("/S"): NameObject("/GoTo"), NameObject("/Next"): ArrayObject([action])}
        )
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


@pytest.mark.parametrize("where", ["catalogue", "page", "note", "field", "bookmark"])
@pytest.mark.parametrize("kind", ["JavaScript", "Launch", "Rendition"])
def test_a_pdf_with_a_program_is_refused(where: str, kind: str) -> None:
    assert "程序代码" in refusal(acting(where, code(kind)), "a.pdf")


def test_a_pdf_of_more_parts_than_can_be_looked_at_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pdf_code, "MOST_OBJECTS", 1)
    assert "部件太多" in refusal(pdf(), "a.pdf")


@pytest.mark.parametrize("where", ["catalogue", "page", "note", "field", "bookmark"])
def test_a_pdf_that_only_leads_somewhere_is_let_in(where: str) -> None:
    link = DictionaryObject({NameObject("/S"): NameObject("/URI")})
    assert check_upload(acting(where, link), "a.pdf")


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (pdf("1"), "a.pdf"),
        (ole({"EncryptedPackage": b""}), "a.docx"),
        (ole({"WordDocument": b"\xec\xa5" + b"\0" * 8 + b"\x00\x01"}), "a.doc"),
        (ole({"Workbook": b"\x09\x08\x00\x00\x2f\x00\x00\x00"}), "a.xls"),
        (ole({"PowerPoint Document": b"\x14\0\0\0\xdf\xc4\xd1\xf3"}), "a.ppt"),
    ],
)
def test_a_locked_file_is_refused(data: bytes, name: str) -> None:
    assert "密码" in refusal(data, name)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"%PDF-1.7 nothing", "a.pdf"),
        (docx("x")[:-40], "a.docx"),
        (OLE_MAGIC + b"\0" * 100, "a.doc"),
        (OLE_MAGIC + b"\xff" * 2000, "a.doc"),
        (picture()[:20], "a.png"),
    ],
)
def test_a_broken_file_is_refused(data: bytes, name: str) -> None:
    assert "已损坏" in refusal(data, name)


def test_a_bomb_is_refused() -> None:
    assert "炸弹" in refusal(changed(docx("x"), {"word/a.xml": b" " * 40 * 1024 * 1024}), "a.docx")


def test_a_huge_picture_is_refused_before_it_is_decoded() -> None:
    data = picture((7000, 7000), "PNG")
    assert len(data) < 1024 * 1024
    assert "4000 万像素" in refusal(data, "a.png")
