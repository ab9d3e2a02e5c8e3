"""The sheets of every standard kind under the headings that offices give them, in their units."""

from decimal import Decimal

import pytest

from tests.cast import Cast
from tests.disclosures.lists.rolls import HEADER, ROWS, TITLE, read
from tests.spreadsheets.sheets import of_rows

AREA = "补贴面积（亩）"


@pytest.mark.parametrize(
    ("slug", "headings"),
    [
        ("tekun-review", ["姓名", "供养类型", "照料护理等级"]),
        ("tekun-payment", ["特困人员姓名", "救助供养方式", "供养金额（元）"]),
        ("relief", ["救助对象姓名", "家庭人口数", "临时救助金额（元）"]),
        ("disabled", ["残疾人姓名", "补贴类别", "月标准", "发放金额"]),
        ("elderly", ["老人姓名", "津贴标准", "高龄津贴（元）"]),
        ("orphans", ["孤儿姓名", "保障标准", "基本生活费（元）"]),
        ("machinery", ["购机者名称", "机具品目名称", "数量", "单台补贴额", "总补贴额（元）"]),
        ("industry", ["经营主体名称", "奖补项目", "奖补资金"]),
        ("family-award", ["奖扶对象姓名", "奖励扶助标准", "奖扶金（元）"]),
        ("family-special", ["对象姓名", "特别扶助金"]),
        ("rain-dew", ["受助学生", "就读院校", "补助标准", "补助金额"]),
        ("student-aid", ["学生姓名", "就读学校", "资助资金"]),
        ("housing", ["危改户姓名", "改造类型", "补助资金"]),
        ("homestead", ["申请户主", "家庭人口数", "批准用地面积（㎡）"]),
    ],
)
def test_every_column_of_a_kind_is_known_by_what_offices_call_it(
    cast: Cast, slug: str, headings: list[str]
) -> None:
    name, *figures = headings
    cells = [1 if "数" in one or "标准" in one else 300 for one in figures]
    cells = [300 if one == "单台补贴额" else cell for one, cell in zip(figures, cells, strict=True)]
    sheet = read(cast, of_rows([["村", *headings], ["青禾村", "方庆", *cells]]), slug)
    assert (sheet.problems, sheet.dropped) == ((), ())
    assert set(sheet.columns.values()) == {"村", name, *figures}


@pytest.mark.parametrize("unit", [["单位：万元"], ["奖补公示表（单位：万元）"], ["", "（万元）"]])
def test_a_list_in_ten_thousands_is_refused(cast: Cast, unit: list[object]) -> None:
    rows = [["村", "农户", "奖补资金"], ["青禾村", "方庆", 2.5]]
    [problem] = read(cast, of_rows([["2026年奖补公示"], unit, *rows]), "industry").problems
    assert (problem.row, problem.column) == (2, "奖补金额（元）")
    assert "换算成元" in problem.message


def test_a_heading_that_says_yuan_is_believed(cast: Cast) -> None:
    sheet = read(cast, of_rows([TITLE, ["资金总额单位：万元"], HEADER, *ROWS]))
    assert (sheet.problems, sheet.total) == ((), Decimal("3225.00"))


@pytest.mark.parametrize("unit", ["公顷", "平方米", "㎡"])
def test_an_area_in_another_unit_is_refused(cast: Cast, unit: str) -> None:
    header = [f"补贴面积（{unit}）" if one == AREA else one for one in HEADER]
    [problem] = read(cast, of_rows([TITLE, header, *ROWS])).problems
    assert (problem.row, problem.column) == (2, AREA)
    assert "按亩保存" in problem.message


def test_units_of_right_sheets_are_no_reason_to_stop(cast: Cast) -> None:
    assert read(cast, of_rows([TITLE, ["单位：元、亩"], HEADER, *ROWS])).ok
