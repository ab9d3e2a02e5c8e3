import io
import zipfile

import pytest
import xlsxwriter

from portal.spreadsheets.read import Unreadable, Workbook, read_workbook
from tests.spreadsheets.sheets import LEDGER, fill, of_rows, workbook


def read(data: bytes) -> Workbook:
    return read_workbook(data, "台账.xlsx")


def refusal(data: bytes) -> str:
    with pytest.raises(Unreadable) as caught:
        read(data)
    return str(caught.value)


def test_it_keeps_the_row_numbers_of_the_sheet() -> None:
    rows = read(of_rows([[], [], ["甲", 1]])).sheets[0].rows
    assert rows[2] == ["甲", 1.0]


def test_it_reads_hidden_sheets_and_says_so() -> None:
    def build(book: xlsxwriter.Workbook) -> None:
        fill(book.add_worksheet("公示"), [["甲"]])
        for name in ("底稿", "密"):
            fill(book.add_worksheet(name), [["乙"]])
        book.get_worksheet_by_name("底稿").hide()
        book.get_worksheet_by_name("密").very_hidden()

    sheets = read(workbook(build)).sheets
    assert [(s.name, s.hidden) for s in sheets] == [
        ("公示", ""),
        ("底稿", "hidden"),
        ("密", "very hidden"),
    ]


def test_it_names_hidden_columns_and_rows_from_one() -> None:
    def build(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        fill(sheet, [["a", "b", "c"]] * 5)
        sheet.set_column(1, 1, None, None, {"hidden": True})
        sheet.set_column(5, 16_383, None, None, {"hidden": True})
        sheet.set_row(3, None, None, {"hidden": True})

    sheet = read(workbook(build)).sheets[0]
    assert (sheet.hidden_columns, sheet.hidden_rows) == ((2,), (4,))


def test_a_column_of_no_width_counts_as_hidden() -> None:
    def build(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        fill(sheet, [["a", "b"]])
        sheet.set_column(0, 0, 0)

    assert read(workbook(build)).sheets[0].hidden_columns == (1,)


def test_it_skips_charts() -> None:
    def build(book: xlsxwriter.Workbook) -> None:
        fill(book.add_worksheet("表"), [["a"]])
        book.add_chartsheet("图")

    assert [sheet.name for sheet in read(workbook(build)).sheets] == ["表"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_it_reads_text_in_every_usual_encoding(encoding: str, delimiter: str) -> None:
    text = "\r\n".join(delimiter.join(str(cell) for cell in row) for row in LEDGER)
    rows = read(text.encode(encoding)).sheets[0].rows
    assert rows[2][3] == "摘要（用途）"
    assert rows[4][0] == "2025.1.2"


def test_it_unwraps_numbers_kept_as_text_in_a_csv() -> None:
    assert read(b'"=""0012""",x').sheets[0].rows == [["0012", "x"]]


def test_an_empty_table_is_refused() -> None:
    assert "是空的" in refusal(of_rows([]))
    assert "是空的" in refusal(b"")


@pytest.mark.parametrize(
    "data", [b"PK\x03\x04zzz", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 900]
)
def test_a_broken_file_is_refused_with_a_cure(data: bytes) -> None:
    assert "《台账.xlsx》" in refusal(data)
    assert "另存" in refusal(data)


def test_what_is_no_table_is_refused() -> None:
    assert "编码" in refusal(b"\x00\x01\x02\xff\xfe" * 50)


def test_a_locked_workbook_is_refused() -> None:
    data = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")
    )
    assert "密码" in refusal(data)


def test_a_cell_at_the_end_of_the_world_is_refused_not_allocated() -> None:
    def build(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet("表")
        sheet.write_string(0, 0, "a")
        sheet.write_string(1_048_575, 16_383, "b")

    assert "工作表《表》最远的单元格" in refusal(workbook(build))


def test_borders_down_to_the_last_row_do_not_count() -> None:
    def build(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet("表")
        sheet.write_string(0, 0, "a")
        sheet.write_blank(1_048_575, 16_383, None, book.add_format({"border": 1}))

    assert read(workbook(build)).sheets[0].rows == [["a"]]


def test_a_container_that_lies_about_its_sizes_is_refused() -> None:
    data = bytearray(of_rows([["a"]]))
    info = zipfile.ZipFile(io.BytesIO(bytes(data))).infolist()[0]
    at = data.find(b"PK\x01\x02")
    data[at + 24 : at + 28] = (info.file_size - 1).to_bytes(4, "little")
    assert "大小与目录不符" in refusal(bytes(data))
