import io

from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from portal.uploads.text import Extracted, text_of
from tests.uploads.files import docx, packed, picture

FONT = DictionaryObject(
    {
        NameObject("/Type"): NameObject("/Font"),
        NameObject("/Subtype"): NameObject("/Type1"),
        NameObject("/BaseFont"): NameObject("/Helvetica"),
    }
)


def text_by_place(found: Extracted) -> dict[str, str]:
    return {part.where: part.text for part in found.parts}


def add_page(writer: PdfWriter, content: bytes) -> None:
    page = writer.add_blank_page(300, 300)
    fonts = DictionaryObject({NameObject("/F1"): FONT})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    stream = DecodedStreamObject()
    stream.set_data(content)
    page[NameObject("/Contents")] = writer._add_object(stream)


def words(text: str) -> bytes:
    return f"BT /F1 12 Tf 20 100 Td ({text}) Tj ET".encode()


def written(writer: PdfWriter) -> bytes:
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def scanned(width: int) -> bytes:
    stream = io.BytesIO()
    Image.open(io.BytesIO(picture((width, width)))).save(stream, "PDF")
    return stream.getvalue()


def test_every_page_is_read_by_its_number() -> None:
    writer = PdfWriter()
    add_page(writer, words("first"))
    add_page(writer, words("13900000001"))
    found = text_of(written(writer), "pdf")
    assert text_by_place(found)["第2页"] == "13900000001"
    assert found.unreadable == ()


def test_properties_are_read() -> None:
    writer = PdfWriter()
    add_page(writer, words("x"))
    writer.add_metadata({"/Author": "王会计"})
    assert "王会计" in text_by_place(text_of(written(writer), "pdf"))["文档属性"]


def test_notes_on_a_page_are_read() -> None:
    writer = PdfWriter()
    add_page(writer, words("x"))
    writer.add_annotation(0, FreeText(text="noted", rect=(0, 0, 9, 9)))
    assert "noted" in text_by_place(text_of(written(writer), "pdf"))["第1页的批注和表单"]


def test_files_inside_are_read() -> None:
    writer = PdfWriter()
    add_page(writer, words("x"))
    writer.add_attachment("a.docx", docx("藏字"))
    assert text_by_place(text_of(written(writer), "pdf"))["内嵌文件《a.docx》正文"] == "藏字"


def test_a_scanned_page_is_told() -> None:
    assert text_of(scanned(600), "pdf").unreadable == ("第1页是图片，无法检查文字",)


def test_a_page_with_words_and_a_picture_is_told_too() -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(scanned(600))))
    page = writer.pages[0]
    page["/Resources"][NameObject("/Font")] = DictionaryObject({NameObject("/F1"): FONT})
    stream = DecodedStreamObject()
    stream.set_data(words("x"))
    page[NameObject("/Contents")] = writer._add_object(stream)
    assert "第1页含有图片" in text_of(written(writer), "pdf").unreadable[0]


def test_letters_that_are_only_shapes_are_told() -> None:
    writer = PdfWriter()
    add_page(writer, b"0 0 m 10 10 l S " * 40)
    assert "没有可读的文字" in text_of(written(writer), "pdf").unreadable[0]


def test_an_empty_page_is_no_secret() -> None:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    assert text_of(written(writer), "pdf").unreadable == ()


def test_a_broken_pdf_is_told() -> None:
    assert "已损坏" in text_of(b"%PDF-1.7", "pdf").unreadable[0]


PAGE = '<o:Page xmlns:o="http://www.ofdspec.org/2016"><o:TextCode>3414</o:TextCode>{}</o:Page>'


def ofd(**others: bytes | str) -> bytes:
    page = PAGE.format("<o:TextCode>24</o:TextCode>")
    members = {"OFD.xml": "<OFD><Author>李主任</Author></OFD>"}
    return packed(members | {"Doc_0/Pages/Page_0/Content.xml": page} | others)


def test_ofd_pages_are_read() -> None:
    places = text_by_place(text_of(ofd(), "ofd"))
    assert places["第1页"] == "3414 24"
    assert "李主任" in places["文档属性"]


def test_ofd_pictures_and_shapes_are_told() -> None:
    others = {"Doc_0/Res/1.png": picture(), "Doc_0/Pages/Page_1/Content.xml": "<Page/>"}
    unreadable = text_of(ofd(**others), "ofd").unreadable
    assert any("图片" in why for why in unreadable)
    assert "第2页没有可读的文字，无法检查" in unreadable
