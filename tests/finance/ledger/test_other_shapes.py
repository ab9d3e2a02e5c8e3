"""Shapes in which villages keep their books beside the usual one."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest

from finance.ledger.read_entries import read_entries
from finance.ledger.sheet import LedgerSheet
from tests.finance.ledger.books import csv, workbook

TITLE = ("青禾村2025年1月收支明细表",)
USUAL = ("日期", "凭证号", "摘要", "收入", "支出", "余额")
OPENING = ("", "", "期初余额", "", "", "100")
RENT = ("1.2", "1", "租金", "50", "", "150")
WATER = ("1.3", "2", "水费", "", "20", "130")
Rows = Sequence[Sequence[object]]


def _read(*rows: Sequence[object], name: str = "账.csv") -> LedgerSheet:
    return read_entries(csv([TITLE, *rows]), name)


def _sums(sheet: LedgerSheet) -> tuple[str, ...]:
    assert sheet.problems == ()
    return tuple(f"{sum_:.0f}" for sum_ in (sheet.income, sheet.expense, sheet.computed_closing))


@pytest.mark.parametrize(
    "rows",
    [
        [
            ("日期", "摘要", "收支金额", "余额"),
            ("1.2", "租金", "50", "50"),
            ("1.3", "水费", "-20", "30"),
        ],
        [("日期", "摘要", "收入/支出"), ("1.2", "租金", "50"), ("1.3", "水费", "(20)")],
        [
            ("日期", "摘要", "金额（正数为收入，负数为支出）"),
            ("1.2", "租金", "50"),
            ("1.3", "水费", "－20"),
        ],
        [
            ("日期", "类别", "事项", "金额"),
            ("1.2", "收入", "租金", "50"),
            ("1.3", "支出", "水费", "20"),
        ],
        [("日期", "项目", "增加", "减少"), ("1.2", "租金", "50", ""), ("1.3", "水费", "", "20")],
        [
            ("日期", "收入项目", "收入金额", "支出项目", "支出金额"),
            ("1.2", "租金", "50", "", ""),
            ("1.3", "", "", "水费", "20"),
        ],
        [
            ("收入", "", "", "支出", "", ""),
            ("日期", "摘要", "金额", "日期", "摘要", "金额"),
            ("1.2", "租金", "50", "1.3", "水费", "20"),
            ("", "合计", "50", "", "合计", "20"),
        ],
        [
            ("日期", "摘要", "金额", ""),
            ("", "", "收入", "支出"),
            ("1.2", "租金", "50", ""),
            ("1.3", "水费", "", "20"),
        ],
    ],
)
def test_income_and_expense_are_told_apart_in_many_ways(rows: Rows) -> None:
    assert _sums(_read(*rows)) == ("50", "20", "30")


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("支付日期（年月日）", "日期"),
        ("用途及摘要", "用途"),
        ("资金收支用途", "用途"),
        ("收支摘要说明", "用途"),
        ("本月收入（元）", "收入"),
        ("集体收入金额", "收入"),
        ("本期支出数", "支出"),
        ("村级支出", "支出"),
        ("账户结余金额", "余额"),
        ("期末结存数", "余额"),
        ("会计凭证号数", "凭证号"),
        ("编号", "凭证号"),
        ("收款商户名称", "对方"),
        ("经办人（签字）", "经手人"),
        ("备注栏", "备注"),
    ],
)
def test_a_heading_that_says_the_same_in_more_words(heading: str, column: str) -> None:
    usual = ("日期", "凭证号", "用途", "收入", "支出", "余额", "对方", "经手人", "备注")
    header = [heading if name == column else name for name in usual]
    sheet = _read(header, (*RENT, "方庆", "王五", "已公示"))
    assert (sheet.columns[column], sheet.unknown, sheet.problems) == (heading, (), ())


def test_two_headings_that_say_nearly_the_same_are_left_to_the_accountant() -> None:
    header = ("日期", "凭证号", "摘要", "村级收入", "上级收入", "支出")
    sheet = _read(header, ("1.2", "1", "租金", "50", "", ""))
    assert sheet.unknown == ("村级收入", "上级收入")
    assert [problem.row for problem in sheet.problems] == [3]


@pytest.mark.parametrize("heading", ["累计收入", "收入合计", "上期余额", "收入类别", "公示日期"])
def test_a_heading_of_something_else_is_not_taken(heading: str) -> None:
    header = ("日期", "凭证号", "摘要", "支出", heading)
    assert heading in _read(header, ("1.2", "1", "水费", "20", "9")).unknown


def test_one_column_of_amounts_alone_is_refused_with_its_cure() -> None:
    [problem] = _read(("日期", "摘要", "金额"), ("1.2", "租金", "50")).problems
    assert "请加一栏“收/支”" in problem.message


def test_a_title_may_say_that_all_is_expense() -> None:
    rows = [
        ("2025年支出明细",),
        ("日期", "摘要", "金额"),
        ("1.2", "水费", "20"),
        ("", "合计", "20"),
    ]
    assert _sums(read_entries(csv(rows), "a.csv")) == ("0", "20", "-20")


def test_a_bank_calls_credit_what_a_book_calls_debit() -> None:
    header = ("交易时间", "借方发生额", "贷方发生额", "余额", "对方户名", "摘要")
    entry = ("2025-01-03 10:20:30", "20", "", "30", "水厂", "水费")
    first = ("2025-01-02 09:00:00", "", "50", "50", "方庆", "租金")
    assert _sums(_read(header, first, entry)) == ("50", "20", "30")


def test_year_over_month_and_day() -> None:
    """2025年 spans 月 and 日; the month is written once."""
    rows = [
        ("青禾村银行存款日记账",),
        ("2025年", "", "凭证号", "摘要", "收入", "支出", "余额"),
        ("月", "日", "", "", "", "", ""),
        ("1", "1", "", "上年结转", "", "", "100"),
        ("1", "2", "1", "租金", "50", "", "150"),
        ("", "3", "2", "水费", "", "20", "130"),
    ]
    sheet = read_entries(csv(rows), "账.csv")
    assert _sums(sheet) == ("50", "20", "130")
    assert [entry.on for entry in sheet.entries] == [date(2025, 1, 2), date(2025, 1, 3)]


def test_a_month_left_out_is_not_guessed_when_the_days_begin_anew() -> None:
    rows = [
        ("月", "日", "摘要", "收入", "支出"),
        ("1", "30", "租金", "5", ""),
        ("", "2", "水费", "", "2"),
    ]
    [problem] = _read(*rows).problems
    assert (problem.row, problem.column) == (4, "日期")


@pytest.mark.parametrize(
    "written",
    ["6日", "25.1.6", "2025。1。6", "1月6号", "45663", "2025、1、6", "2025-01-06 00:00:00"],
)
def test_more_ways_to_write_a_day(written: str) -> None:
    [entry] = _read(("日期", "摘要", "收入", "支出"), (written, "租金", "5", "")).entries
    assert entry.on == date(2025, 1, 6)


@pytest.mark.parametrize(
    "written", ["20圆", "人民币20元", "RMB20", "20.00元整", "−20", "–20.00", "(￥20元)", "￥(20)"]
)
def test_more_ways_to_write_an_amount(written: str) -> None:
    [entry] = _read(("日期", "摘要", "收入", "支出"), ("1.2", "租金", written, "")).entries
    assert abs(entry.amount) == Decimal("20.00")
    assert (entry.amount < 0) == (written[0] in "−–" or "(" in written)


@pytest.mark.parametrize(
    "label",
    [
        "上期结转",
        "2024年结转",
        "2024年12月结余",
        "结转上年",
        "前期结转",
        "承上页",
        "1月1日余额",
        "余额结转",
        "一、上期结余",
        "期初余额（2024年12月31日）",
        "上月累计结余",
        "承前结余",
        "承前",
        "承上期余额",
        "接上月结余",
        "上期转来",
        "上年转入",
        "结转上期余额",
        "期初库存现金",
        "原账面余额",
    ],
)
@pytest.mark.parametrize("day", ["", "1.1"])
def test_an_opening_by_any_name(label: str, day: str) -> None:
    sheet = _read(USUAL, (day, "", label, "", "", "100"), RENT)
    assert (sheet.opening, sheet.problems) == (Decimal("100.00"), ())


def test_an_opening_beside_other_words() -> None:
    header = ("日期", "科目", "摘要", "收入", "支出", "余额", "经手人")
    sheet = _read(header, ("1.1", "银行存款", "上月结转", "", "", "100", "方庆"))
    assert sheet.opening == Decimal("100.00")


@pytest.mark.parametrize("line", [("期初余额：100.00元", "", "单位：元"), ("上期结余", "100.00")])
def test_an_opening_over_the_table(line: Sequence[object]) -> None:
    assert _read(line, ("日期", "摘要", "收入", "支出"), ("1.2", "租金", "50", "")).opening == 100


def test_money_left_over_that_comes_in_is_an_entry() -> None:
    sheet = _read(USUAL, RENT, ("1.3", "2", "拨入上年结余资金", "20", "", "170"))
    assert len(sheet.entries) == 2


@pytest.mark.parametrize(
    "label",
    [
        "1月合计",
        "一月份合计",
        "月计",
        "本月发生额",
        "本月发生额及余额",
        "截止本月累计",
        "截至1月底累计",
        "年初至本月累计",
        "当月合计",
        "2025年1月合计",
        "1-1月累计",
        "收支合计",
    ],
)
@pytest.mark.parametrize("day", ["", "1.31"])
def test_a_sum_by_any_name(label: str, day: str) -> None:
    sheet = _read(USUAL, OPENING, RENT, WATER, (day, "", label, "50", "20", "130"))
    assert _sums(sheet) == ("50", "20", "130")
    wrong = _read(USUAL, OPENING, RENT, WATER, (day, "", label, "51", "20", "130"))
    assert [problem.row for problem in wrong.problems] == [6]


def test_what_came_over_may_be_among_the_receipts_of_a_sum() -> None:
    rows = [
        ("日期", "摘要", "收入", "支出"),
        ("", "上月结转", "100", ""),
        ("1.2", "租金", "50", ""),
    ]
    assert _sums(_read(*rows, ("", "合计", "150", ""), ("", "结余", "150", ""))) == (
        "50",
        "0",
        "150",
    )


def test_a_closing_alone_tells_the_opening() -> None:
    header = ("日期", "摘要", "收入", "支出")
    sheet = _read(header, ("1.2", "租金", "50", ""), ("", "期末余额", "150", ""))
    assert (sheet.opening, sheet.problems) == (Decimal("100.00"), ())


@pytest.mark.parametrize("label", ["结转下期", "结转下月余额", "转入下期", "结余转下年"])
def test_what_is_handed_on_is_proven(label: str) -> None:
    assert _read(USUAL, OPENING, RENT, ("", "", label, "", "", "150")).ok
    [problem] = _read(USUAL, OPENING, RENT, ("", "", label, "", "", "155")).problems
    assert (problem.row, problem.column) == (5, "余额")


@pytest.mark.parametrize("label", ["承前页", "上月结转"])
def test_a_balance_carried_on_between_entries_is_proven(label: str) -> None:
    assert _read(USUAL, OPENING, RENT, ("", "", label, "", "", "150"), WATER).ok
    [problem] = _read(USUAL, OPENING, RENT, ("", "", label, "", "", "155"), WATER).problems
    assert (problem.row, problem.column) == (5, "余额")


@pytest.mark.parametrize(
    "row",
    [
        ("公示时间：2025年2月5日",),
        ("监督电话：0551-1234567",),
        ("理财小组成员：方庆、王五", "", "", "2025年2月5日"),
        ("青禾村村民委员会",),
        ("2025年2月5日",),
        ("以上收支情况已经村民理财小组审核，如有异议请拨打12345。",),
        ("一、收入", "", "", "", "", ""),
    ],
)
def test_words_about_the_table_are_left_out_in_sight(row: Sequence[object]) -> None:
    sheet = _read(USUAL, RENT, row)
    assert (len(sheet.entries), sheet.problems) == (1, ())
    assert str(row[0])[:8] in sheet.left_out[0]


@pytest.mark.parametrize(
    "row",
    [
        ("1.5", "3", "买扫帚", "", "", ""),
        ("", "", "买扫帚", "", "", ""),
        ("五号", "", "扫帚", "", "五元", ""),
    ],
)
def test_an_entry_that_lacks_something_is_never_left_out(row: Sequence[object]) -> None:
    assert {problem.row for problem in _read(USUAL, RENT, row).problems} == {4}


JANUARY: Rows = [TITLE, USUAL, OPENING, RENT, ("", "", "本月合计", "50", "0", "150")]
LATER: Rows = [
    ("2.3", "2", "水费", "", "20", "130"),
    ("", "", "本月合计", "0", "20", "130"),
    ("", "", "本年累计", "50", "20", "130"),
]


def _february(title: str, carried: str = "150") -> Rows:
    return [(title,), USUAL, ("", "", "上月结转", "", "", carried), *LATER]


@pytest.mark.parametrize("title", ["青禾村2025年2月收支明细表", "2月收支"])
def test_a_worksheet_for_each_month(title: str) -> None:
    sheet = read_entries(workbook({"1月": JANUARY, "2月": _february(title)}), "账.xlsx")
    assert _sums(sheet) == ("50", "20", "130")
    assert str(sheet.span) == "2025-01-01 至 2025-02-28"


@pytest.mark.parametrize("title", ["青禾村2025年2月收支明细表", "2月收支"])
def test_months_one_under_the_other(title: str) -> None:
    assert _sums(read_entries(csv([*JANUARY, *_february(title)]), "账.csv")) == ("50", "20", "130")


def test_a_problem_names_its_worksheet() -> None:
    data = workbook({"1月": JANUARY, "2月": _february("2025年2月收支", carried="151")})
    [problem] = read_entries(data, "账.xlsx").problems
    assert "工作表《2月》" in problem.message


def test_a_summary_without_days_is_no_second_book() -> None:
    summary = [("科目", "收入", "支出"), ("租金", 50, "")]
    assert read_entries(workbook({"明细": JANUARY, "汇总": summary}), "账.xlsx").ok


def test_a_shortened_number_is_told_by_the_row_after_it() -> None:
    """1.2 in a number cell may be the 20th, but not before the 6th."""
    header = ("日期", "摘要", "收入", "支出")
    rows = [TITLE, header, (1.2, "租金", 5, ""), (1.6, "水费", "", 2)]
    sheet = read_entries(workbook({"明细": rows}), "账.xlsx")
    assert [entry.on.day for entry in sheet.entries] == [2, 6]


def test_year_month_and_day_in_columns_of_their_own() -> None:
    rows = [("收支",), ("年", "月", "日", "摘要", "收入", "支出"), (2025, 1, 6, "租金", 5, "")]
    [entry] = read_entries(workbook({"明细": rows}), "账.xlsx").entries
    assert entry.on == date(2025, 1, 6)


SPENT = [("1.3", "2", "水费", "", "(20)", "80"), ("1.4", "3", "电费", "", "-30", "50")]


def test_payments_that_are_all_printed_with_a_minus_are_payments() -> None:
    total = ("", "", "合计", "", "-50", "50")
    assert _sums(_read(USUAL, OPENING, *SPENT, total)) == ("0", "50", "50")
    unproven = _read(USUAL[:5], *(row[:5] for row in SPENT))
    assert _sums(unproven) == ("0", "-50", "50")


def test_a_month_without_entries_is_proven_too() -> None:
    closing = ("", "", "期末余额", "", "", "101")
    [problem] = _read(USUAL, OPENING, closing).problems
    assert (problem.row, problem.column) == (4, "余额")


def test_a_minus_that_the_balance_proves_takes_back() -> None:
    back = ("1.3", "2", "退回水费", "", "(20)", "120")
    assert _sums(_read(USUAL, OPENING, back)) == ("0", "-20", "120")


def test_worksheets_of_several_accounts_are_not_added_up() -> None:
    usual = [USUAL, RENT]
    data = workbook({"银行存款": usual, "库存现金": usual})
    sheet = read_entries(data, "2025年收支.xlsx")
    assert "按账户分开导入" in sheet.problems[0].message
    assert read_entries(workbook({"库存现金": usual}), "2025年收支.xlsx").ok
