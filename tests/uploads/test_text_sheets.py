import struct

import xlsxwriter

from portal.uploads.text import Extracted, text_of
from portal.uploads.xlsx import cell_text
from tests.spreadsheets.sheets import fill, of_rows, workbook
from tests.uploads.files import changed, ole, part


def text_by_place(found: Extracted) -> dict[str, str]:
    return {part.where: part.text for part in found.parts}


def read(data: bytes) -> dict[str, str]:
    return text_by_place(text_of(data, "xlsx"))


def test_every_sheet_is_read_by_its_name() -> None:
    def build(book: xlsxwriter.Workbook) -> None:
        for name in ("公示", "底稿", "密"):
            fill(book.add_worksheet(name), [[name, 1]])
        book.get_worksheet_by_name("底稿").hide()
        book.get_worksheet_by_name("密").very_hidden()

    places = read(workbook(build))
    assert places["工作表《公示》"] == "公示\t1"
    assert places["隐藏工作表《底稿》"] == "底稿\t1"
    assert places["深度隐藏工作表《密》"] == "密\t1"


def test_hidden_rows_and_columns_are_read_apart() -> None:
    def build(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet("表")
        fill(sheet, [["a", "b"], ["c", "d"]])
        sheet.set_column(1, 1, None, None, {"hidden": True})
        sheet.set_row(1, None, None, {"hidden": True})

    places = read(workbook(build))
    assert places["工作表《表》"] == "a"
    assert places["工作表《表》的隐藏列"] == "b"
    assert places["工作表《表》的隐藏行"] == "c\td"


def test_comments_names_boxes_and_headers_are_read() -> None:
    def build(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet("表")
        sheet.write_string(0, 0, "a")
        sheet.write_comment(0, 0, "批注里的话")
        sheet.insert_textbox(3, 3, "框内的话")
        sheet.set_header("&C眉上的话")
        book.define_name("旧数", '="名称里的话"')
        book.set_properties({"comments": "属性里的话"})
        book.set_custom_property("电话", "自定义的话")

    places = read(workbook(build))
    assert "批注里的话" in places["批注"]
    assert "框内的话" in places["文本框"]
    assert "眉上的话" in places["打印页眉页脚和提示"]
    assert "名称里的话" in places["定义名称"]
    assert "属性里的话" in places["文档属性"]
    assert "自定义的话" in places["文档属性"]


def test_strings_that_no_cell_shows_are_read_and_others_not_twice() -> None:
    data = of_rows([["在格里"]])
    strings = part(data, "xl/sharedStrings.xml").replace("</sst>", "<si><t>删掉的</t></si></sst>")
    places = read(changed(data, {"xl/sharedStrings.xml": strings}))
    assert places["表格里没有显示的文字"] == "删掉的"


def test_pivot_caches_are_read() -> None:
    cache = '<pivotCacheRecords><r><s v="缓存的话"/><n v="13900000001"/></r></pivotCacheRecords>'
    places = read(changed(of_rows([["a"]]), {"xl/pivotCache/pivotCacheRecords1.xml": cache}))
    assert places["数据透视表缓存"] == "缓存的话\n13900000001"


def test_numbers_are_text() -> None:
    assert cell_text(13900000001.0) == "13900000001"
    assert cell_text(107.5) == "107.5"
    assert cell_text(3.41424198309077e17).startswith("3.41424198309077")
    assert cell_text(None) == ""


def test_a_broken_workbook_is_told() -> None:
    assert "无法检查" in text_of(of_rows([["a"]])[:-60], "xlsx").unreadable[0]


def test_csv_and_text_are_read() -> None:
    found = text_of("村,金额".encode("gb18030"), "csv")
    assert found.parts[0].text == "村,金额"
    assert text_of(b"\0\1\2\xff", "txt").unreadable


def test_comments_of_an_old_workbook_are_read() -> None:
    words = b"\x01" + "批注的话".encode("utf-16-le")
    stream = struct.pack("<HH", 0x01B6, 0) + struct.pack("<HH", 0x003C, len(words)) + words
    found = text_of(ole({"Workbook": stream}), "xls")
    assert text_by_place(found)["批注和文本框"] == "批注的话"
    assert "无法检查" in found.unreadable[0]


def test_digits_in_old_documents_are_seen_and_the_rest_is_told() -> None:
    body = b"x\x00tel 13900000001;" + "，3414 2419".encode("utf-16-le") + b"\x01"
    found = text_of(ole({"WordDocument": body}), "doc")
    assert "13900000001" in found.parts[0].text
    assert "DOC 文件无法自动检查" in found.unreadable[0]


def test_wide_digits_in_old_documents_are_seen() -> None:
    found = text_of("张三13900000001".encode("utf-16-le"), "wps")
    assert found.parts[0].text == "13900000001"
