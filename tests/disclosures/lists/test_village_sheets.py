"""What real villages send: other words, other lines, marks and units; nobody is lost or doubled."""

from decimal import Decimal

import pytest
import xlsxwriter

from disclosures.lists.village_names import village_named
from tests import factories
from tests.cast import Cast
from tests.disclosures.lists.rolls import HEADER, NAMES, ROWS, TITLE, TOTAL, person, read, roll, row
from tests.spreadsheets.sheets import fill, of_rows, workbook
from tests.spreadsheets.xls import xls_of

AREA, RATE, MONEY = "补贴面积（亩）", "补贴标准（元/亩）", "补贴金额（元）"


def _renamed(**headings: str) -> bytes:
    return of_rows([TITLE, [headings.get(one, one) for one in HEADER], *ROWS])


def _without(heading: str, title: list[str]) -> bytes:
    place = HEADER.index(heading)
    return of_rows([title, *([*one[:place], *one[place + 1 :]] for one in [HEADER, *ROWS])])


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("行政村", "所属村"),
        ("行政村", "所属行政村"),
        ("行政村", "村/社区"),
        ("户主", "农户"),
        ("户主", "承包户"),
        ("户主", "补贴对象姓名"),
        (AREA, "计补面积"),
        (AREA, "补贴面积/亩"),
        (RATE, "单价"),
        (RATE, "每亩补贴标准"),
        (MONEY, "补贴资金"),
        (MONEY, "兑付金额"),
        (MONEY, "合计（元）"),
    ],
)
def test_a_heading_in_other_words_is_understood(cast: Cast, ours: str, theirs: str) -> None:
    sheet = read(cast, _renamed(**{ours: theirs}))
    assert (sheet.problems, sheet.total) == ((), Decimal("3225.00"))
    assert theirs in sheet.columns.values()


def test_two_headings_that_look_alike_are_left_to_people(cast: Cast) -> None:
    sheet = read(cast, _renamed(**{AREA: "确权面积", "联系电话": "实种面积"}))
    assert "缺少这一栏" in sheet.problems[0].message
    assert sheet.problems[0].column == AREA


def test_another_unit_is_never_guessed(cast: Cast) -> None:
    assert not read(cast, _renamed(**{MONEY: "补贴资金（万元）"})).ok


def test_a_columns_own_name_beats_what_stands_left_of_it(cast: Cast) -> None:
    header = ["村", "户主姓名", "家庭人口", "保障人数", "保障金额"]
    sheet = read(cast, of_rows([header, ["青禾村", "方庆", 5, 2, 612]]), "dibao-payment")
    assert sheet.rows[0].count == 2
    assert "家庭人口" in sheet.dropped_columns


def test_a_number_under_another_heading_is_still_checked_and_cut(cast: Cast) -> None:
    sheet = read(cast, _renamed(身份证号="户主身份证号码"))
    assert "户主身份证号码" in sheet.dropped_columns
    again = [[*ROWS[0][:3], "另一人", *ROWS[0][4:]]]
    header = ["户主身份证号码" if one == "身份证号" else one for one in HEADER]
    assert "同一个身份证号" in read(cast, of_rows([header, ROWS[0], *again])).problems[0].message


@pytest.mark.parametrize(
    "lines",
    [
        [TITLE, HEADER],
        [[4], [5]],
        [["公示时间：2026年7月1日至7月10日"], ["监督电话：0559-7000003"]],
        [["以上名单公示7个工作日，如有异议请向镇政府反映。"]],
        [["", "特此公示"], ["", "", "", "", "", "", "", "青禾村民委员会"]],
        [["制表人：", "", "方庆", "", "", "", "", "2026年7月1日"]],
    ],
    ids=["header again", "numbers only", "notice", "sentence", "signed", "made by"],
)
def test_lines_that_are_nobody_are_no_bad_rows(cast: Cast, lines: list[list[object]]) -> None:
    sheet = read(cast, roll(*ROWS[:2], *lines, ROWS[2]))
    assert sheet.problems == ()
    assert [one.name for one in sheet.rows] == list(NAMES)


def test_a_name_alone_is_a_bad_row(cast: Cast) -> None:
    sheet = read(cast, roll(*ROWS, ["", "", "", "方庆生"]))
    assert {problem.row for problem in sheet.problems} == {6}


@pytest.mark.parametrize(
    "label", ["合计3户", "合计：3户", "共计3户，30亩", "总数", "总计（大写）：叁仟贰佰贰拾伍元整"]
)
def test_a_total_in_other_words_is_a_total(cast: Cast, label: str) -> None:
    sheet = read(cast, roll(*ROWS, [label, *TOTAL[1:]]))
    assert sheet.problems == ()
    wrong = read(cast, roll(*ROWS, [label, *TOTAL[1:8], 3000, ""]))
    assert "合计印的是 3000.00" in wrong.problems[0].message


def test_each_villages_subtotal_is_that_of_its_own_rows(cast: Cast) -> None:
    def part(village: str, amount: object) -> list[object]:
        return ["", f"{village}小计", "", "", "", "", 10, "", amount, ""]

    apart = [ROWS[0], part("前庄", 1075), ROWS[1], part("后庄", 1075)]
    assert read(cast, roll(*apart)).problems == ()
    assert read(cast, roll(*apart, ROWS[2], TOTAL)).problems == ()
    [wrong] = read(cast, roll(ROWS[0], part("前庄", 1000), *ROWS[1:], TOTAL)).problems
    assert (wrong.row, wrong.column) == (4, MONEY)
    assert "逐行相加是 1075.00" in wrong.message


def test_a_subtotal_behind_a_serial_number_is_no_household(cast: Cast) -> None:
    sheet = read(cast, roll(*ROWS, [4, "青禾村小计", *TOTAL[2:]]))
    assert sheet.problems == ()


def test_tables_side_by_side_are_not_half_read(cast: Cast) -> None:
    header = ["村", "姓名", "面积", "标准", "金额"]
    line = ["青禾村", "方庆", 10, 107.5, 1075]
    sheet = read(cast, of_rows([[*header, "", *header], [*line, "", *line]]))
    assert "并排着两张表" in sheet.problems[0].message


def test_a_second_table_with_other_columns_is_told(cast: Cast) -> None:
    sheet = read(cast, roll(*ROWS, [], [*HEADER[3:], *HEADER[:3]], ROWS[0]))
    assert (sheet.problems[0].row, "又是一行表头" in sheet.problems[0].message) == (7, True)


def test_a_header_of_two_lines_in_a_csv(cast: Cast) -> None:
    lines = ["公示表", "序号,村,姓名,补贴情况,,", ",,,面积（亩）,标准（元/亩）,金额（元）"]
    data = "\r\n".join([*lines, "1,青禾村,方庆,10,107.5,1075"]).encode("gb18030")
    assert [one.amount for one in read(cast, data).rows] == [Decimal("1075.00")]


def test_the_title_names_the_village_where_no_column_does(cast: Cast) -> None:
    sheet = read(cast, _without("行政村", ["阳光镇青禾村2026年补贴公示表"]))
    assert (sheet.problems, {one.village for one in sheet.rows}) == ((), {cast.village.pk})
    unnamed = read(cast, _without("行政村", ["阳光镇2026年补贴公示表"]))
    assert unnamed.problems[0].column == "村（社区）"


@pytest.mark.parametrize("mark", ["〃", "同上", '"'])
def test_ditto_is_the_village_above(cast: Cast, mark: str) -> None:
    sheet = read(cast, roll(ROWS[0], row(2, "方庆", 行政村=mark, 村民组=mark)))
    assert (sheet.problems, sheet.rows[1].group) == ((), "前庄组")


@pytest.mark.parametrize("label", ["合计（户）", "青禾村小计", "3户合计", "共计3户"])
def test_a_total_in_the_column_of_names_behind_its_figures_is_nobody(
    cast: Cast, label: str
) -> None:
    order = [MONEY, AREA, RATE, "户主", "行政村", "村民组"]
    places = [HEADER.index(heading) for heading in order]
    people = [[one[place] for place in places] for one in ROWS]
    people[1][4] = people[2][4] = ""
    sheet = read(cast, of_rows([TITLE, order, *people, [3225, 30, "", label, "", ""]]))
    assert (sheet.problems, len(sheet.rows)) == ((), 3)
    wrong = read(cast, of_rows([TITLE, order, *people, [3226, 30, "", label, "", ""]]))
    assert [(one.row, one.column) for one in wrong.problems] == [(6, MONEY)]


def _in_villages(*villages: str) -> bytes:
    lines = enumerate(zip(villages, PEOPLE, strict=True), start=1)
    return roll(*(row(number, name, 行政村=village) for number, (village, name) in lines))


PEOPLE = (*NAMES, "何云", "王五")


def test_a_village_written_once_over_its_households(cast: Cast) -> None:
    factories.village(cast.town, name="双塘村")
    sheet = read(cast, _in_villages("青禾村", "", "", "双塘村", ""))
    assert (sheet.problems, sorted(sheet.households().values())) == ((), [2, 3])
    assert "下面空着的 3 行当作同一个村" in sheet.read_as[0]


def test_a_total_among_the_names_is_no_household_without_a_village(cast: Cast) -> None:
    people = [row(1, NAMES[0]), row(2, NAMES[1], 行政村="")]
    total = row(3, "2户合计", 行政村="", 村民组="", 身份证号="", 联系电话="")
    sheet = read(cast, roll(*people, total))
    assert [one.row for one in sheet.problems] == [4]


@pytest.mark.parametrize(
    ("villages", "rows"),
    [
        (("青禾村", "", "青禾村", "双塘村", "双塘村"), [4]),
        (("", "青禾村", "", "", ""), [3, 5, 6, 7]),
        (("青禾村", "", "双塘村", "青禾村", ""), [4, 7]),
    ],
)
def test_an_empty_village_elsewhere_is_a_slip(
    cast: Cast, villages: tuple[str, ...], rows: list[int]
) -> None:
    factories.village(cast.town, name="双塘村")
    sheet = read(cast, _in_villages(*villages))
    assert [one.row for one in sheet.problems] == rows
    assert sheet.read_as == ()


@pytest.mark.parametrize(
    ("written", "group"),
    [
        ("青禾村（社区）", ""),
        ("澄湖县阳光镇青禾村", ""),
        ("青禾村前庄组", "前庄组"),
        ("安徽省黄山市徽州区阳光镇青禾村第3组", "第3组"),
    ],
)
def test_a_village_among_other_words(cast: Cast, written: str, group: str) -> None:
    [one] = read(cast, roll(row(1, "方庆", 行政村=written, 村民组=""))).rows
    assert (one.village, one.group) == (cast.village.pk, group)


@pytest.mark.parametrize("heading", ["所在村组", "村组", "组别"])
def test_a_column_of_groups_that_names_the_village_too(cast: Cast, heading: str) -> None:
    place = HEADER.index("行政村")
    lines = [[*one[:place], *one[place + 1 :]] for one in [HEADER, *ROWS]]
    lines[0][place] = heading
    for line in lines[1:]:
        line[place] = "青禾村前庄组"
    sheet = read(cast, of_rows([TITLE, *lines]))
    assert (sheet.problems, sheet.columns["村（社区）"]) == ((), heading)
    assert {(one.village, one.group) for one in sheet.rows} == {(cast.village.pk, "前庄组")}
    lines[2][place] = "东山村前庄组"
    [problem] = read(cast, of_rows([TITLE, *lines])).problems
    assert (problem.row, problem.column) == (4, "村（社区）")


@pytest.mark.parametrize("written", ["别镇青禾村", "清禾村", "青禾村人", "禾村", ""])
def test_another_village_is_not_taken_for_ours(written: str) -> None:
    villages = {"青禾村": 1, "青禾": 1, "阳光镇青禾村": 1}
    assert village_named(written, villages).key is None


@pytest.mark.parametrize(
    "number",
    [
        f"'{person(1)}",
        f"{person(1)}\t",
        person(1).translate(str.maketrans("0123456789X", "０１２３４５６７８９Ｘ")),
        f"{person(1)[:6]}********{person(1)[-4:]}",
    ],
    ids=["apostrophe", "tab", "full width", "masked"],
)
def test_a_number_typed_with_care_is_no_ruined_one(cast: Cast, number: str) -> None:
    sheet = read(cast, roll(row(1, "方庆", 身份证号=number)))
    assert sheet.problems == ()
    assert person(1) not in repr(sheet)


def test_units_behind_a_number_are_read_over(cast: Cast) -> None:
    told = row(1, "方庆", **{AREA: "１０亩", RATE: "107.5元/亩", MONEY: "￥1,075.00元"})
    [one] = read(cast, roll(told)).rows
    assert (one.area, one.standard, one.amount) == (10, Decimal("107.5"), 1075)


def test_what_a_formula_computed_is_rounded_as_it_is_shown(cast: Cast) -> None:
    computed = row(1, "方庆", **{AREA: 4.13, RATE: 108.36, MONEY: 4.13 * 108.36})
    assert read(cast, roll(computed)).total == Decimal("447.53")
    typed = row(1, "方庆", **{AREA: 4.13, RATE: 108.36, MONEY: "447.5268"})
    assert "小数超过 2 位" in read(cast, roll(typed)).problems[0].message


@pytest.mark.parametrize(
    ("changed", "told"),
    [({"户主": "12"}, "不像姓名"), ({AREA: 1e9, RATE: 1, MONEY: 1e9}, "大得不可信")],
)
def test_what_cannot_be_is_asked_about(cast: Cast, changed: dict[str, object], told: str) -> None:
    assert told in read(cast, roll(row(1, "方庆", **changed))).problems[0].message


def test_one_person_may_have_several_rows_where_the_kind_says_so(cast: Cast) -> None:
    header = ["村", "姓名", "身份证号", "补贴项目", "发放金额"]
    care = ["青禾村", "方庆", person(1), "护理补贴", 219]
    life = ["青禾村", "方庆", person(1), "生活补贴", 231]
    assert read(cast, of_rows([header, care, life]), "disabled").ok
    assert not read(cast, of_rows([header, care, care]), "disabled").ok


def test_a_column_without_a_heading_is_told_as_dropped(cast: Cast) -> None:
    sheet = read(cast, roll([*ROWS[0], person(7)]))
    assert "K 列（没有栏名）" in sheet.dropped
    assert person(7) not in repr(sheet)


def _two_sheets(*rows: list[object]) -> bytes:
    def build(book: xlsxwriter.Workbook) -> None:
        for name, one in zip("一二", rows, strict=True):
            fill(book.add_worksheet(name), [HEADER, one])

    return workbook(build)


def test_each_sheets_bad_rows_are_named(cast: Cast) -> None:
    bad = [row(number, "方庆", 行政村="无此村") for number in (1, 2)]
    told = [problem.message for problem in read(cast, _two_sheets(*bad)).problems]
    assert [one[:6] for one in told] == ["工作表《一》", "工作表《二》"]


def test_the_same_person_on_two_sheets_is_found(cast: Cast) -> None:
    [problem] = read(cast, _two_sheets(ROWS[0], ROWS[0])).problems
    assert "与工作表《一》第 2 行是同一个身份证号" in problem.message


def test_hidden_columns_of_an_xls_are_told(cast: Cast) -> None:
    sheet = read(cast, xls_of([TITLE, HEADER, *ROWS], hidden_columns=[5, 6]))
    assert (sheet.problems, sheet.total) == ((), Decimal("3225.00"))
    assert sheet.hidden == ("工作表《花名册》的隐藏列 E、F",)
