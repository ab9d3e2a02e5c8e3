"""A roll is read as it is; what is personal is cut; what is wrong is named with its cure."""

from decimal import Decimal

import pytest
import xlsxwriter

from disclosures.lists.sheet import ListSheet
from tests.cast import Cast
from tests.disclosures.lists.rolls import HEADER, NAMES, ROWS, TITLE, TOTAL, person, read, roll, row
from tests.privacy.numbers import CARD, PHONE, SOMEBODY
from tests.spreadsheets.sheets import fill, of_rows, workbook


def _told(sheet: ListSheet) -> list[tuple[int, str, str]]:
    return [(problem.row, problem.column, problem.message) for problem in sheet.problems]


def test_rows_are_read_and_personal_columns_cut(cast: Cast) -> None:
    sheet = read(cast, roll(*ROWS, TOTAL))
    assert sheet.problems == ()
    assert [one.name for one in sheet.rows] == list(NAMES)
    assert sheet.total == Decimal("3225.00")
    assert sheet.dropped_columns == ("身份证号", "联系电话")
    assert {one.village for one in sheet.rows} == {cast.village.pk}


def test_no_number_of_a_person_is_in_what_was_read(cast: Cast) -> None:
    told = repr(read(cast, roll(*ROWS, TOTAL)))
    assert person(1) not in told
    assert "1390000" not in told


def test_totals_and_signatures_are_told_as_no_rows(cast: Cast) -> None:
    signed = ["制表人：", "", "审核人："]
    sheet = read(cast, roll(*ROWS, TOTAL, signed))
    assert sheet.ignored_rows == ("第 6 行：合计", "第 7 行：制表人：")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_csv_in_every_usual_encoding(cast: Cast, encoding: str) -> None:
    lines = "\r\n".join(",".join(map(str, one)) for one in [TITLE, HEADER, *ROWS])
    assert len(read(cast, lines.encode(encoding)).rows) == 3


@pytest.mark.parametrize(
    ("changed", "column", "told"),
    [
        ({"补贴金额（元）": 1100}, "补贴金额（元）", "应为 1075.00，表上是 1100.00，相差 25.00"),
        ({"行政村": "清禾村"}, "村（社区）", "是不是“青禾村”"),
        ({"行政村": ""}, "村（社区）", "村是空的"),
        ({"补贴金额（元）": ""}, "补贴金额（元）", "是空的"),
        ({"补贴金额（元）": "一千"}, "补贴金额（元）", "不是数字"),
        ({"补贴金额（元）": -5}, "补贴金额（元）", "不能是负数"),
        ({"户主": ""}, "户主姓名", "是空的"),
        ({"身份证号": 341424198309077260.0}, "身份证号", "科学计数"),
        ({"身份证号": "341424198309077261"}, "身份证号", "校验位不对"),
        ({"备注": f"电话{PHONE}"}, "备注", "请删去号码"),
        ({"户主": f"方庆{SOMEBODY}"}, "户主姓名", "请删去号码"),
        ({"补贴金额（元）": int(PHONE)}, "补贴金额（元）", "像是证件号、手机号"),
        ({"备注": "长" * 101}, "备注", "太长了"),
    ],
)
def test_a_bad_row_is_named_with_its_cure(
    cast: Cast, changed: dict[str, object], column: str, told: str
) -> None:
    found = _told(read(cast, roll(ROWS[0], row(2, "方庆", **changed))))
    assert (found[0][0], found[0][1]) == (4, column)
    assert told in found[0][2]
    assert len(found) <= 2


def test_a_cell_quoted_in_a_message_tells_no_number(cast: Cast) -> None:
    bad = row(1, "方庆", **{"行政村": SOMEBODY, "补贴金额（元）": f"{CARD}元"})
    assert SOMEBODY not in str(_told(read(cast, roll(bad))))
    assert CARD not in str(_told(read(cast, roll(bad))))


def test_the_same_identity_number_twice_is_one_person(cast: Cast) -> None:
    again = row(2, "方庆", 身份证号=person(1))
    [(number, _, message)] = _told(read(cast, roll(ROWS[0], again)))
    assert number == 4
    assert "与第 3 行是同一个身份证号" in message


def test_the_same_name_without_a_number_is_asked_about(cast: Cast) -> None:
    header = ["村", "组", "姓名", "面积", "标准", "金额", "备注"]
    twice = ["青禾村", "前庄组", "方庆", 1, 5, 5, ""]
    sheet = read(cast, of_rows([header, twice, twice]))
    assert "与第 2 行同村同组同名" in sheet.problems[0].message
    apart = [*twice[:-1], "同名不同户"]
    assert read(cast, of_rows([header, twice, apart])).ok


def test_a_wrong_printed_total_is_told_with_both_figures(cast: Cast) -> None:
    wrong = [*TOTAL[:8], 3000, ""]
    [(number, column, message)] = _told(read(cast, roll(*ROWS, wrong)))
    assert (number, column) == (6, "补贴金额（元）")
    assert "合计印的是 3000.00，逐行相加是 3225.00" in message


def test_a_cent_of_rounding_is_forgiven(cast: Cast) -> None:
    fair = row(1, "方庆", **{"补贴面积（亩）": 32.43, "补贴金额（元）": 3486.22})
    assert read(cast, roll(fair)).ok


def test_hidden_sheets_columns_and_rows_are_told(cast: Cast) -> None:
    def build(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet("花名册")
        fill(sheet, [TITLE, HEADER, *ROWS])
        sheet.set_column(4, 5, None, None, {"hidden": True})
        sheet.set_row(3, None, None, {"hidden": True})
        book.add_worksheet("底册").hide()
        book.add_worksheet("旧表").very_hidden()

    sheet = read(cast, workbook(build))
    assert len(sheet.rows) == 3
    assert sheet.hidden == (
        "工作表《花名册》的隐藏列 E、F",
        "工作表《花名册》的隐藏行 4，照常读取并核对",
        "隐藏的工作表《底册》，没有读取",
        "深度隐藏的工作表《旧表》，没有读取",
    )


def test_a_personal_column_under_an_innocent_heading_is_cut(cast: Cast) -> None:
    rows = [[*HEADER, "其他"], *([*one, SOMEBODY] for one in ROWS)]
    sheet = read(cast, of_rows(rows))
    assert "其他" in sheet.dropped
    assert SOMEBODY not in repr(sheet)


def test_masked_kinds_keep_the_surname_alone(cast: Cast) -> None:
    header = ["村", "申请人", "家庭人口", "救助金额（元）"]
    people = [["青禾村", name, 2, 800] for name in NAMES]
    sheet = read(cast, of_rows([header, *people]), "relief")
    assert [one.name for one in sheet.rows] == ["汪某某", "方某", "欧阳某某"]
    assert "汪德珍" not in repr(sheet)


def test_a_column_corrected_by_hand_is_taken(cast: Cast) -> None:
    header = [*HEADER[:3], "谁家的", *HEADER[4:]]
    rows = [header, *ROWS]
    assert "缺少这一栏" in read(cast, of_rows(rows)).problems[0].message
    sheet = read(cast, of_rows(rows), 谁家的="户主姓名")
    assert [one.name for one in sheet.rows] == list(NAMES)


def test_a_column_may_be_left_out_by_hand(cast: Cast) -> None:
    sheet = read(cast, roll(*ROWS), 备注="")
    assert "备注" in sheet.dropped


@pytest.mark.parametrize(
    "name", ["青禾", "青禾村委会", "青禾村民委员会", "阳光镇青禾村", " 青禾村 "]
)
def test_a_village_goes_by_its_usual_names(cast: Cast, name: str) -> None:
    assert read(cast, roll(row(1, "方庆", 行政村=name))).ok


def test_a_village_merged_over_its_rows_holds_for_each(cast: Cast) -> None:
    def build(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        fill(sheet, [HEADER, *(row(n, m, 行政村="") for n, m in enumerate(NAMES, 1))])
        sheet.merge_range(1, 1, 3, 1, "青禾村")

    assert read(cast, workbook(build)).ok


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04broken", of_rows([["会议纪要"], ["到会的人"]])])
def test_what_is_no_list_is_refused_in_words(cast: Cast, data: bytes) -> None:
    sheet = read(cast, data)
    assert sheet.rows == ()
    assert sheet.problems[0].message


def test_a_remark_about_health_is_cut_and_told(cast: Cast) -> None:
    rows = [row(1, "汪德珍", 备注="因病"), row(2, "方庆", 备注="病虫害补种"), ROWS[2]]
    sheet = read(cast, roll(*rows))
    assert sheet.ok
    assert [one.remark for one in sheet.rows] == ["", "病虫害补种", ""]
    assert "备注中写了病情、残疾等的 1 格（第 3 行）" in sheet.dropped
    assert sheet.dropped_columns == ("身份证号", "联系电话")


@pytest.mark.parametrize(
    "remark",
    [
        *("肢体二级残", "肺癌", "HIV", "术后透析", "因残致贫", "听力下降", "尿毒症", "股骨头坏死"),
        *("脑出血", "肾移植", "肢残一级", "长期卧床"),
    ],
)
def test_what_tells_of_health(cast: Cast, remark: str) -> None:
    assert read(cast, roll(row(1, "汪德珍", 备注=remark))).rows[0].remark == ""


@pytest.mark.parametrize(
    "remark",
    ["新增", "缺劳力", "流转 3 亩", "残膜回收", "精神文明户", "迁入", "道路硬化", "移植水稻"],
)
def test_what_does_not(cast: Cast, remark: str) -> None:
    assert read(cast, roll(row(1, "汪德珍", 备注=remark))).rows[0].remark == remark


@pytest.mark.parametrize("changed", [{"户主": "方庆（精神残疾）"}, {"村民组": "前庄组(癌症户)"}])
def test_health_in_brackets_behind_a_name_is_refused(
    cast: Cast, changed: dict[str, object]
) -> None:
    [problem] = read(cast, roll(row(1, "方庆", **changed))).problems
    assert (problem.row, "括号里写了病情" in problem.message) == (3, True)


def test_an_allowance_is_called_after_what_it_is_for(cast: Cast) -> None:
    header = ["村", "姓名", "补贴项目", "发放金额"]
    named = ["青禾村", "方庆", "残疾人两项补贴（困难残疾人生活补贴）", 231]
    assert read(cast, of_rows([header, named]), "disabled").ok
