"""A workbook of budget tables is read sheet by sheet; every bad cell is told with its cure."""

from decimal import Decimal

import pytest

from disclosures.flow.refusal import CannotMove
from finance.budgets.read_budget import read_budget
from finance.budgets.save_lines import save_lines
from finance.budgets.tables import Table
from tests.cast import Cast
from tests.finance.budgets.books import drafted, workbook

HEADER = ["科目编码", "科目名称", "预算数", "增减原因"]
INCOME = [["青禾镇2026年收入总表"], ["单位：万元"], HEADER, ["", "拨款收入", 12.5, ""]]
EXPENSE = [
    ["青禾镇2026年支出总表"],
    ["", "", "", "单位：万元"],
    HEADER,
    ["208", "社会保障和就业支出", 12.5, ""],
    ["20810", "社会福利", 12.5, "标准提高"],
    ["", "合计", 12.5, ""],
]


def test_sheets_become_tables_in_yuan() -> None:
    read = read_budget(workbook({"收入总表": INCOME, "支出总表": EXPENSE}), "预算.xlsx")
    assert read.problems == []
    assert read.sums == [
        (Table.INCOME, 1, Decimal("125000.00")),
        (Table.EXPENSE, 2, Decimal("125000.00")),
    ]
    assert [line.reason for line in read.of(Table.EXPENSE)] == ["", "标准提高"]


def test_a_sheet_is_known_by_its_title_too() -> None:
    read = read_budget(workbook({"表1": INCOME, "表2": EXPENSE}), "预算.xlsx")
    assert set(read.taken.values()) == {Table.INCOME, Table.EXPENSE}


@pytest.mark.parametrize(
    ("name", "table"),
    [
        ("支出总表（经济分类）", Table.ECONOMIC),
        ("一般公共预算基本支出表", Table.BASIC),
        ("一般公共预算支出表", Table.PUBLIC),
        ("政府性基金预算支出表", Table.FUNDS),
        ("国有资本经营预算支出表", Table.CAPITAL),
        ("项目支出绩效表", Table.PROJECTS),
    ],
)
def test_every_table_of_the_set_is_known(name: str, table: Table) -> None:
    rows = [HEADER, ["501", "工资福利支出", 1, ""]]
    read = read_budget(workbook({name: rows}), "预算.xlsx")
    assert list(read.taken.values()) == [table]


def test_what_is_computed_hidden_or_published_elsewhere_is_left_out_and_told() -> None:
    sheets = {"收支总表": INCOME, "三公经费表": EXPENSE, "草稿支出": EXPENSE, "收入总表": INCOME}
    read = read_budget(workbook(sheets, hidden="草稿支出"), "预算.xlsx")
    assert list(read.taken) == ["收入总表"]
    assert "由系统从其他表计算" in read.left_out[0]
    assert len(read.left_out) == 3


@pytest.mark.parametrize(
    ("row", "column", "told"),
    [
        (["208", "社会保障", "若干", ""], "金额", "不是数字"),
        (["208", "社会保障", "", ""], "金额", "金额是空的，没有的请填 0"),
        (["208", "", 3, ""], "科目名称", "科目名称是空的"),
        (["类208", "社会保障", 3, ""], "科目编码", "不是科目编码"),
        (["", "合计", 99, ""], "金额", "合计印的是 99.00 元，各科目相加是 1.00 元"),
    ],
)
def test_a_bad_cell_is_told_with_its_cure(row: list, column: str, told: str) -> None:
    rows = [HEADER, ["201", "一般公共服务支出", 1, ""], row]
    [problem] = read_budget(workbook({"支出总表": rows}), "预算.xlsx").problems
    assert (problem.row, problem.column) == (3, column)
    assert told in problem.message
    assert "《支出总表》" in problem.message


@pytest.mark.parametrize("data", [b"", b"not a workbook", workbook({"杂项": [["没有", "表"]]})])
def test_what_is_no_budget_is_refused_in_words(data: bytes) -> None:
    read = read_budget(data, "预算.xlsx")
    assert not read.ok
    assert read.problems


def test_lines_take_the_place_of_those_that_were_there(cast: Cast) -> None:
    edition = drafted(cast, ("03-expense", "201", "旧的", "1", ""))
    right = read_budget(workbook({"收入总表": INCOME, "支出总表": EXPENSE}), "预算.xlsx")
    assert save_lines(edition, right, by=cast.officer) == 3
    assert not edition.budget_lines.filter(name="旧的").exists()


def test_a_wrong_workbook_changes_nothing(cast: Cast) -> None:
    edition = drafted(cast, ("03-expense", "201", "旧的", "1", ""))
    with pytest.raises(CannotMove, match="一行也没有导入"):
        save_lines(edition, read_budget(b"", "预算.xlsx"), by=cast.officer)
    assert edition.budget_lines.get().name == "旧的"
