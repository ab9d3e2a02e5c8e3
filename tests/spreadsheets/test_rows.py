from portal.spreadsheets.read import Sheet
from portal.spreadsheets.rows import Column, Problem, Table, find_table
from tests.spreadsheets.sheets import LEDGER

COLUMNS = (
    Column("日期", required=True),
    Column("凭证号"),
    Column("用途", aliases=("摘要",), required=True),
    Column("收入", aliases=("收入金额",)),
    Column("支出", aliases=("支出金额",)),
    Column("收款人", required=True),
)


def ledger() -> Table:
    table = find_table(Sheet("明细", LEDGER), COLUMNS)
    assert table is not None
    return table


def table_of(*rows: list[object], columns: tuple[Column, ...]) -> Table:
    table = find_table(Sheet("表", list(rows)), columns)
    assert table is not None
    return table


def test_it_finds_the_header_under_titles_and_units() -> None:
    table = ledger()
    assert table.header == 3
    assert table.above == ("青禾村2025年第一季度财务收支公开明细表", "单位：元")


def test_rows_carry_the_number_the_clerk_sees() -> None:
    assert [row.number for row in ledger().rows] == [4, 5, 6]


def test_values_are_named_by_our_columns() -> None:
    assert ledger().rows[1].values["用途"] == "村口绿化苗木"


def test_totals_are_reported_not_imported() -> None:
    assert [row.number for row in ledger().totals] == [7, 9]
    assert ledger().totals[0].values["收入"] == 14280.0


def test_signatures_are_notes() -> None:
    assert [row.number for row in ledger().notes] == [10]


def test_it_says_which_columns_are_missing_and_which_unknown() -> None:
    assert ledger().missing == ("收款人",)
    assert ledger().unknown == ("科目", "余额", "经手人")


def test_headings_may_be_broken_starred_bracketed_and_spaced() -> None:
    header = ["*户 主\n姓名", "补贴金额（元）", "村（居）："]
    table = table_of(
        header,
        ["甲", 1, "乙"],
        columns=(Column("户主姓名"), Column("补贴金额"), Column("村（居）")),
    )
    assert table.rows[0].values == {"户主姓名": "甲", "补贴金额": 1, "村（居）": "乙"}


def test_another_unit_is_another_column() -> None:
    columns = (Column("项目"), Column("年度"), Column("金额", required=True))
    table = table_of(["项目", "年度", "金额（万元）"], ["甲", 2025, 1], columns=columns)
    assert table.missing == ("金额",)


def test_a_whole_heading_beats_a_shortened_one() -> None:
    header = ["金额（合计）", "金额", "村"]
    table = table_of(header, [1, 2, "甲"], columns=(Column("金额"), Column("村")))
    assert table.rows[0].values["金额"] == 2


def test_no_header_no_table() -> None:
    assert find_table(Sheet("表", [["甲", "乙"], ["丙", "丁"]]), COLUMNS) is None


def test_villages_totals_are_totals() -> None:
    rows = [["青禾村小计", "", 3], ["合 计", "", 3], ["总计：", "", 3], ["2025.1.1", "水费合计", 3]]
    table = table_of(["日期", "用途", "收入"], *rows, columns=COLUMNS)
    assert [row.number for row in table.totals] == [2, 3, 4]
    assert [row.values["用途"] for row in table.rows] == ["水费合计"]


def test_short_rows_are_filled_with_nothing() -> None:
    table = table_of(["日期", "用途", "收入"], ["2025.1.1", "电费"], columns=COLUMNS)
    assert table.rows[0].values["收入"] == ""


def test_a_problem_says_where_it_is() -> None:
    assert str(Problem(5, "金额", "是空的。")) == "第 5 行“金额”：是空的。"
    assert str(Problem(0, "", "没有表头。")) == "没有表头。"
