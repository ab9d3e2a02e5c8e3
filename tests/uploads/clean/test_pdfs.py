"""A released PDF is what its pages show."""

import io

import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    TextStringObject,
)

from portal.uploads.clean.copy import clean_copy
from portal.uploads.refused import Refused
from portal.uploads.text import text_of
from tests.uploads.clean.test_pictures import SECRET, with_exif
from tests.uploads.files import docx
from tests.uploads.test_text_pdf import add_page, scanned, words, written

HIDDEN = SECRET.decode()


def everything(data: bytes) -> str:
    """All objects of a PDF, unpacked."""
    reader = PdfReader(io.BytesIO(data))
    found = [str(reader.trailer)]
    for number in range(1, len(reader.xref[0]) + 2 if 0 in reader.xref else 500):
        item = reader.get_object(number)
        found.append(str(item))
        if hasattr(item, "get_data"):
            found.append(item.get_data().decode("latin-1"))
    return "\n".join(found)


def stream(words: bytes) -> DecodedStreamObject:
    made = DecodedStreamObject()
    made.set_data(words)
    return made


def loaded() -> PdfWriter:
    """Everything that travels along unseen."""
    writer = PdfWriter()
    add_page(writer, words("contract"))
    writer.add_metadata({"/Author": HIDDEN})
    writer.add_attachment("a.docx", docx(HIDDEN))
    script = DictionaryObject(
        {
            NameObject("/S"): NameObject("/JavaScript"),
            NameObject("/JS"): TextStringObject(f"app.alert('{HIDDEN}')"),
        }
    )
    named = DictionaryObject({NameObject("/Names"): ArrayObject([TextStringObject("a"), script])})
    writer.root_object["/Names"][NameObject("/JavaScript")] = named
    writer.add_annotation(0, FreeText(text=HIDDEN, rect=(0, 0, 9, 9)))
    writer.add_outline_item(title=HIDDEN, page_number=0)
    reference = writer._add_object(stream(SECRET))
    writer.root_object[NameObject("/Metadata")] = reference
    form = stream(b"0 0 m")
    form[NameObject("/Type")] = NameObject("/XObject")
    form[NameObject("/Subtype")] = NameObject("/Form")
    form[NameObject("/Metadata")] = reference
    resources = writer.pages[0]["/Resources"]
    resources[NameObject("/XObject")] = DictionaryObject(
        {NameObject("/A"): writer._add_object(form)}
    )
    writer.pages[0][NameObject("/PieceInfo")] = DictionaryObject(
        {NameObject("/Who"): TextStringObject(HIDDEN)}
    )
    return writer


def test_nothing_but_the_pages_is_left() -> None:
    data = written(loaded())
    assert HIDDEN in everything(data)
    cleaned = clean_copy(data, "合同.pdf")
    left = everything(cleaned.data)
    assert HIDDEN not in left
    assert "JavaScript" not in left
    assert [part.text for part in text_of(cleaned.data, "pdf").parts if part.text] == ["contract"]
    reader = PdfReader(io.BytesIO(cleaned.data))
    assert not reader.metadata
    assert set(reader.trailer["/Root"]) == {"/Type", "/Pages"}
    assert "/A" in reader.pages[0]["/Resources"]["/XObject"]


def test_what_was_removed_is_told() -> None:
    removed = clean_copy(written(loaded()), "合同.pdf").removed
    told = "；".join(removed)
    for what in (
        "文档属性（作者",
        "XMP",
        "内嵌附件",
        "JavaScript",
        "书签",
        "第1页的批注",
        "第1页图片",
    ):
        assert what in told


def test_a_photo_in_it_loses_its_place() -> None:
    made = io.BytesIO()
    Image.open(io.BytesIO(with_exif())).save(made, "PDF")
    writer = PdfWriter(clone_from=PdfReader(made))
    photo = next(iter(writer.pages[0]["/Resources"]["/XObject"].values())).get_object()
    photo[NameObject("/Filter")] = NameObject("/DCTDecode")
    photo._data = with_exif()
    cleaned = clean_copy(written(writer), "照片.pdf")
    assert SECRET not in cleaned.data
    assert "第1页照片里的拍摄信息" in cleaned.removed


def test_a_scanned_page_is_left_to_people() -> None:
    assert clean_copy(scanned(600), "扫描.pdf").unchecked == ["第1页是图片，无法检查文字"]


def test_a_cut_margin_is_told() -> None:
    writer = PdfWriter()
    add_page(writer, words("x"))
    writer.pages[0].cropbox.upper_right = (100, 100)
    assert "裁掉的部分仍在文件里" in clean_copy(written(writer), "a.pdf").unchecked[0]


def test_hidden_layers_are_refused() -> None:
    writer = PdfWriter()
    add_page(writer, words("x"))
    layer = writer._add_object(DictionaryObject({NameObject("/Type"): NameObject("/OCG")}))
    shown = DictionaryObject({NameObject("/OFF"): ArrayObject([layer])})
    writer.root_object[NameObject("/OCProperties")] = DictionaryObject(
        {NameObject("/OCGs"): ArrayObject([layer]), NameObject("/D"): shown}
    )
    with pytest.raises(Refused, match="隐藏的图层"):
        clean_copy(written(writer), "a.pdf")


def test_a_locked_one_is_refused() -> None:
    writer = PdfWriter()
    add_page(writer, words("x"))
    writer.encrypt("secret")
    with pytest.raises(Refused, match="密码"):
        clean_copy(written(writer), "a.pdf")
