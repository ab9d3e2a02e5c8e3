"""A workbook of budget tables is read sheet by sheet; every bad cell is told with its cure."""

from decimal import Decimal
from typing import Any

import pytest

from disclosures.flow.refusal import CannotMove
from finance.budgets.book import Book
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


def read_of(sheets: dict[str, list[list[Any]]], *, kind: str = "budget", hidden: str = "") -> Book:
    return read_budget(workbook(sheets, hidden), "预算.xlsx", kind=kind, year=2026)


def amounts(read: Book) -> list[tuple[str, Decimal]]:
    return [(line.code, line.amount) for line in read.lines]


def told(read: Book) -> str:
    return " ".join(map(str, read.problems))


def test_sheets_become_tables_in_yuan() -> None:
    read = read_of({"收入总表": INCOME, "支出总表": EXPENSE})
    assert read.problems == []
    assert [(one.table, one.unit, len(one.lines), one.sum) for one in read.taken] == [
        (Table.INCOME, "万元", 1, Decimal("125000.00")),
        (Table.EXPENSE, "万元", 2, Decimal("125000.00")),
    ]
    assert [line.reason for line in read.of(Table.EXPENSE)] == ["", "标准提高"]


def test_a_sheet_is_known_by_its_title_too() -> None:
    read = read_of({"表1": INCOME, "表2": EXPENSE})
    assert [one.table for one in read.taken] == [Table.INCOME, Table.EXPENSE]


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
    read = read_of({name: rows})
    assert [one.table for one in read.taken] == [table]


def test_what_is_computed_hidden_or_published_elsewhere_is_left_out_and_told() -> None:
    sheets = {"收支总表": INCOME, "三公经费表": EXPENSE, "草稿支出": EXPENSE, "收入总表": INCOME}
    read = read_of(sheets, hidden="草稿支出")
    assert [one.sheet for one in read.taken] == ["收入总表"]
    assert "由系统从其他表计算" in read.left_out[0]
    assert len(read.left_out) == 3


@pytest.mark.parametrize(
    ("row", "column", "message"),
    [
        (["208", "社会保障", "若干", ""], "金额", "不是数字"),
        (["208", "社会保障", "", ""], "金额", "金额是空的，没有的请填 0"),
        (["208", "", 3, ""], "科目名称", "科目名称是空的"),
        (["类208", "社会保障", 3, ""], "科目编码", "不是科目编码"),
        (["2081", "社会保障", 3, ""], "科目编码", "有 4 位，科目编码应是 3、5、7 位数字"),
        (["", "其中：社会保障", 3, ""], "科目编码", "没有编码，分不清属于哪个科目"),
        (["208", "社会保障", 3, "因" * 201], "增减原因", "有 201 个字，最多 200 个"),
        (["208", "社会保障", 10**12, ""], "金额", "太大，请核对单位是元还是万元"),
        (["", "合计", 99, ""], "金额", "合计印的是 99.00 元，各科目相加是 1.00 元"),
        (["201", "一般公共服务支出", 2, ""], "金额", "有两行"),
    ],
)
def test_a_bad_cell_is_told_with_its_cure(row: list[Any], column: str, message: str) -> None:
    rows = [HEADER, ["201", "一般公共服务支出", 1, ""], row]
    [problem] = read_of({"支出总表": rows}).problems
    assert (problem.sheet, problem.row, problem.column) == ("支出总表", 3, column)
    assert message in problem.message
    assert "《支出总表》" in problem.message


def test_a_class_that_is_not_the_sum_of_its_lines_is_told_where_it_stands() -> None:
    rows = [HEADER, ["201", "一般公共服务支出", 1, ""], ["20103", "行政运行", 2, ""]]
    [problem] = read_of({"支出总表": rows}).problems
    assert problem.row == 2
    assert "写的是 1.00 元，下面各项相加是 2.00 元" in problem.message


@pytest.mark.parametrize("data", [b"", b"not a workbook", workbook({"杂项": [["没有", "表"]]})])
def test_what_is_no_budget_is_refused_in_words(data: bytes) -> None:
    read = read_budget(data, "预算.xlsx", kind="budget", year=2026)
    assert not read.ok
    assert read.problems


def test_lines_take_the_place_of_those_that_were_there(cast: Cast) -> None:
    edition = drafted(cast, ("03-expense", "201", "旧的", "1", ""))
    right = read_of({"收入总表": INCOME, "支出总表": EXPENSE})
    assert save_lines(edition, right, by=cast.officer) == 3
    assert not edition.budget_lines.filter(name="旧的").exists()


def test_a_wrong_workbook_changes_nothing(cast: Cast) -> None:
    edition = drafted(cast, ("03-expense", "201", "旧的", "1", ""))
    with pytest.raises(CannotMove, match="一行也没有导入"):
        save_lines(
            edition, read_budget(b"", "预算.xlsx", kind="budget", year=2026), by=cast.officer
        )
    assert edition.budget_lines.get().name == "旧的"


CODED = ["科目编码", "科目名称"]


@pytest.mark.parametrize(
    "rows",
    [
        [
            [*CODED, "合计", "基本支出", "项目支出"],
            ["208", "社会保障", 5, 3, 2],
            ["", "合计", 5, 3, 2],
        ],
        [[*CODED, "上年决算数", "本年预算数"], ["208", "社会保障", 4, 5]],
        [
            ["科目", "", "预算数"],
            ["科目编码", "科目名称", ""],
            ["栏次", "", 1],
            ["208", "社会保障", 5],
        ],
        [
            [*CODED, "上年数", "", "预算数", ""],
            ["", "", "合计", "基本支出", "合计", "基本支出"],
            ["208", "社会保障", 4, 4, 5, 5],
        ],
        [[*CODED, "预算数"], ["", "合 计", 5], [208, "社会保障", 5.0]],
        [[*CODED, "预算数"], ["２０８", "　社会保障", "５．００"]],
        [[*CODED, "预算数(万元)"], ["208", "社会保障", 0.0005]],
    ],
    ids=["split", "last year beside", "two rows", "two rows of sums", "sum first", "wide", "万元"],
)
def test_the_shapes_that_offices_publish_are_read(rows: list[list[Any]]) -> None:
    read = read_of({"支出总表": rows})
    assert told(read) == ""
    assert amounts(read) == [("208", Decimal("5.00"))]


@pytest.mark.parametrize(
    "rows",
    [
        [["208", "", ""], ["208", "10", ""], ["208", "10", "02"], ["213", "", ""]],
        [["208", "", ""], ["", "10", ""], ["", "", "02"], ["213", "", ""]],
        [["208", "", ""], ["208", "20810", ""], ["208", "20810", "2081002"], ["213", "", ""]],
        [[208, "", ""], ["", 10, ""], ["", "", 2], [213, "", ""]],
    ],
    ids=["each row whole", "merged cells", "whole codes", "numbers"],
)
def test_a_code_in_three_columns_is_put_together(rows: list[list[Any]]) -> None:
    header = ["类", "款", "项", "科目名称", "预算数"]
    read = read_of({"支出总表": [header, *([*row, "科目", 5] for row in rows)]})
    assert told(read) == ""
    assert [line.code for line in read.lines] == ["208", "20810", "2081002", "213"]


def test_a_sum_of_the_year_covers_what_stands_above_it() -> None:
    rows = [["", "拨款收入", 5], ["", "本年收入合计", 5], ["", "上年结转", 2], ["", "收入总计", 7]]
    read = read_of({"收入总表": [["科目编码", "科目名称", "预算数"], *rows]})
    assert told(read) == ""
    assert sum(amount for _, amount in amounts(read)) == 7


def test_what_is_not_taken_over_is_noted() -> None:
    rows = [["", "一、本年收入", ""], ["", "拨款收入", 5], ["", "小计", 5]]
    read = read_of({"收入总表": [["科目编码", "科目名称", "预算数"], *rows]})
    assert len(read.lines) == 1
    assert ["没有金额" in read.noted[1], "是小计" in read.noted[2]] == [True, True]


def test_a_sheet_that_says_no_unit_is_in_yuan_and_to_be_looked_at() -> None:
    read = read_of({"支出总表": [[*CODED, "预算数"], ["208", "社会保障", 5]]})
    assert "没有写单位，按元读取" in read.noted[0]
    read = read_of({"支出总表": [[*CODED, "预算数（元）"], ["208", "社会保障", 5]]})
    assert read.noted == []


def test_the_amounts_are_those_of_the_kind() -> None:
    rows = {"支出总表": [[*CODED, "预算数", "决算数"], ["208", "社会保障", 5, 6]]}
    assert amounts(read_of(rows)) == [("208", Decimal(5))]
    assert amounts(read_of(rows, kind="final")) == [("208", Decimal(6))]


def test_a_final_account_brings_both_reasons() -> None:
    header = [*CODED, "决算数", "增减原因", "比上年增减原因"]
    rows = {"支出总表": [header, ["208", "社会保障", 5, "比预算", "比上年"]]}
    [line] = read_of(rows, kind="final").lines
    assert (line.reason, line.reason_last) == ("比预算", "比上年")
    [line] = read_of(
        {"支出总表": [[*CODED, "预算数", "比上年增减原因"], ["208", "社会保障", 5, "标准提高"]]}
    ).lines
    assert (line.reason, line.reason_last) == ("标准提高", "")


def test_a_file_of_another_year_or_kind_is_refused() -> None:
    rows = [["青禾镇2025年支出总表"], HEADER, ["208", "社会保障", 5, ""]]
    assert "标题写的是2025年，这份稿件是2026年" in told(read_of({"支出总表": rows}))
    rows = [["青禾镇2026年支出决算表"], HEADER, ["208", "社会保障", 5, ""]]
    assert "标题写的是决算" in told(read_of({"支出总表": rows}))
    assert told(read_of({"支出总表": rows}, kind="final")) != ""  # has no 决算数


def test_tables_that_contradict_each_other_are_refused() -> None:
    income = [HEADER, ["", "拨款收入", 13, ""]]
    sheets = {"收入总表": income, "支出总表": [HEADER, ["208", "社会保障", 12, ""]]}
    assert "收入合计 13.00 元，支出合计 12.00 元" in told(read_of(sheets))
    assert told(read_of(sheets | {"收入总表": [*income, ["", "其他", -1, ""]]})) == ""


def test_an_adjustment_names_single_lines() -> None:
    rows = {"支出总表": [[*CODED, "调整后预算数"], ["208", "社会保障", 9], ["20810", "福利", 3]]}
    assert told(read_of(rows, kind="adjustment")) == ""


def test_an_adjustment_names_each_line_once() -> None:
    twice = [["20810", "社会福利", 15, ""], ["20810", "社会福利", 16, ""]]
    header = ["科目编码", "科目名称", "调整后预算数", "增减原因"]
    sheet = [*EXPENSE[:2], header, *twice]
    [problem] = read_of({"支出总表": sheet}, kind="adjustment").problems
    assert (problem.row, "有两行" in problem.message) == (5, True)


def test_yuan_in_a_sheet_of_ten_thousands_is_refused() -> None:
    sheet = [*EXPENSE[:3], ["208", "社会保障和就业支出", "125000元", ""]]
    [problem] = read_of({"支出总表": sheet}).problems
    assert (problem.row, problem.column) == (4, "金额")
    assert "这张表的单位是万元" in problem.message


def test_projects_of_one_code_are_told_apart_by_name() -> None:
    rows = [[*CODED, "预算数"], ["2130142", "修路", 3], ["2130142", "修渠", 4]]
    read = read_of({"项目支出表": rows})
    assert told(read) == ""
    assert [line.code for line in read.lines] == ["", ""]


@pytest.mark.parametrize(
    ("code", "name", "amount"),
    [
        ("支出功能分类科目编码", "支出功能分类科目名称", "2026年预算数"),
        ("功能分类科目代码", "预算科目", "2026年度预算"),
        ("科目编号", "支出科目", "本年预算（万元）"),
    ],
)
def test_headings_as_finance_offices_write_them_in_full(code: str, name: str, amount: str) -> None:
    sheet = [*EXPENSE[:2], [code, name, amount, "说明"], *EXPENSE[3:]]
    read = read_of({"支出总表": sheet})
    assert read.problems == []
    assert [code for code, _ in amounts(read)] == ["208", "20810"]
