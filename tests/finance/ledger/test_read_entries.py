"""An accountant's sheet is understood as it is, or told row by row what to mend."""

import io
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import xlsxwriter

from finance.ledger.read_entries import read_entries
from finance.ledger.sheet import Direction, LedgerSheet
from tests.finance.ledger.books import HEADER, ROWS, TITLE, book, csv, xlsx


def _messages(sheet: LedgerSheet) -> list[tuple[int, str, str]]:
    return [(problem.row, problem.column, problem.message) for problem in sheet.problems]


def test_titles_totals_and_signatures_are_no_entries() -> None:
    sheet = read_entries(book(*ROWS), "一季度.csv")
    assert sheet.problems == ()
    assert [entry.on for entry in sheet.entries] == [
        date(2025, 1, 6),
        date(2025, 2, 3),
        date(2025, 3, 9),
    ]
    assert (sheet.opening, sheet.income, sheet.expense, sheet.computed_closing) == (
        Decimal("1000.50"),
        Decimal("3000.00"),
        Decimal("1400.50"),
        Decimal("2600.00"),
    )


@pytest.mark.parametrize("written", ["1000.50元", "￥1,000.50", "¥1,000.5", "１，０００．５０"])
def test_an_opening_written_as_text_is_the_opening(written: str) -> None:
    rows = [("", "", "", "上期结转", "", "", written), *ROWS[1:]]
    sheet = read_entries(book(*rows), "账.csv")
    assert (sheet.opening, sheet.problems) == (Decimal("1000.50"), ())


def test_it_says_which_column_is_what() -> None:
    columns = read_entries(book(*ROWS), "一季度.csv").columns
    assert columns["用途"] == "摘要（用途）"
    assert columns["收入"] == "收入金额"


def test_the_same_sheet_in_gb18030_and_xlsx() -> None:
    rows = [TITLE, ("单位：元",), HEADER, *ROWS]
    read = [
        read_entries(csv(rows, "gb18030"), "a.csv"),
        read_entries(xlsx(rows), "a.xlsx"),
        read_entries(book(*ROWS), "a.csv"),
    ]
    assert read[0].entries == read[1].entries == read[2].entries
    assert all(sheet.ok for sheet in read)


def test_columns_in_another_order_and_by_other_names() -> None:
    rows = [("支出数", "事由", "收入数", "时间"), (5, "买扫帚", "", "2025-01-02")]
    [entry] = read_entries(csv(rows), "收支.csv").entries
    assert (entry.direction, entry.amount, entry.purpose) == (
        Direction.EXPENSE,
        Decimal("5.00"),
        "买扫帚",
    )


def test_one_amount_with_its_direction() -> None:
    rows = [
        ("日期", "用途", "收/支", "金额"),
        ("2025-01-02", "租金", "收入", 10),
        ("2025-01-03", "水费", "支出", 4),
    ]
    sheet = read_entries(csv(rows), "收支.csv")
    assert (sheet.income, sheet.expense) == (Decimal("10.00"), Decimal("4.00"))


def test_ten_thousands_become_yuan() -> None:
    rows = [
        ("2025年1月收支",),
        ("单位：万元",),
        ("日期", "用途", "收入", "支出"),
        ("1月2日", "拨款", 2.35, ""),
    ]
    assert read_entries(csv(rows), "a.csv").income == Decimal("23500.00")


def test_a_heading_may_name_the_unit() -> None:
    rows = [("日期", "用途", "收入（万元）", "支出（万元）"), ("2025-01-02", "拨款", 1, "")]
    assert read_entries(csv(rows), "a.csv").income == Decimal("10000.00")


def test_a_date_merged_over_several_rows_holds_for_each() -> None:
    stream = io.BytesIO()
    made = xlsxwriter.Workbook(stream, {"in_memory": True})
    sheet = made.add_worksheet()
    sheet.write_row("A1", ("日期", "用途", "收入", "支出"))
    sheet.merge_range("A2:A3", "2025-01-02")
    sheet.write_row("B2", ("纸", "", 5))
    sheet.write_row("B3", ("水", "", 6))
    made.close()
    entries = read_entries(stream.getvalue(), "a.xlsx").entries
    assert [entry.on.day for entry in entries] == [2, 2]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("1.6", date(2025, 1, 6)),
        ("1月6日", date(2025, 1, 6)),
        ("01-06", date(2025, 1, 6)),
        ("3/9", date(2025, 3, 9)),
        ("20250106", date(2025, 1, 6)),
    ],
)
def test_month_and_day_take_the_year_from_the_title(written: str, meant: date) -> None:
    [entry] = read_entries(book((written, "", "", "打印纸", "", 5)), "a.csv").entries
    assert entry.on == meant


def test_month_and_day_in_columns_of_their_own() -> None:
    rows = [("2025年收支明细",), ("月", "日", "摘要", "收入", "支出"), (3, 9, "路灯", "", 5)]
    [entry] = read_entries(xlsx(rows), "a.xlsx").entries
    assert entry.on == date(2025, 3, 9)


def test_a_shortened_number_is_the_day_that_the_row_before_allows() -> None:
    """1.10 typed into a number cell is stored as 1.1."""
    rows = [TITLE, HEADER, ("1.6", "", "", "纸", "", 5), (1.1, "", "", "水", "", 5)]
    entries = read_entries(xlsx(rows), "a.xlsx").entries
    assert [entry.on.day for entry in entries] == [6, 10]


def test_a_shortened_number_that_may_be_two_days_is_refused() -> None:
    sheet = read_entries(xlsx([TITLE, HEADER, (1.1, "", "", "水", "", 5)]), "a.xlsx")
    [(row, column, message)] = _messages(sheet)
    assert (row, column) == (3, "日期")
    assert "分不清是 1 月 1 日还是 1 月 10 日" in message


@pytest.mark.parametrize(
    ("row", "column", "told"),
    [
        (("2025.1.6", "", "", "", "", 5), "用途", "用途是空的"),
        (("2025.1.6", "", "", "纸", 5, 5), "", "既有收入又有支出"),
        (("2025.1.6", "", "", "纸", "", ""), "", "都是空的"),
        (("2025.1.6", "", "", "纸", "", "五元"), "支出", "不是数字"),
        (("2025.2.30", "", "", "纸", "", 5), "日期", "不是日历上有的日子"),
        (("", "", "", "纸", "", 5), "日期", "日期是空的"),
        (("2025.7.6", "", "", "纸", "", 5), "日期", "不在标题所写的期间"),
        (("2025.1.6", "", "", "纸", "", "1.005"), "支出", "小数超过 2 位"),
        (("一月六日", "", "", "纸", "", 5), "日期", "不是完整的日期"),
    ],
)
def test_a_bad_row_is_named_with_its_cure(row: tuple[object, ...], column: str, told: str) -> None:
    [(number, where, message)] = _messages(read_entries(book(row), "a.csv"))
    assert (number, where) == (4, column)
    assert told in message


def test_every_bad_row_is_told_at_once() -> None:
    bad = ("2025.1.6", "", "", "纸", "", "五元")
    assert len(read_entries(book(bad, bad, bad), "a.csv").problems) == 3


def test_a_wrong_printed_balance_is_told_where_it_begins() -> None:
    rows = [list(row) for row in ROWS]
    rows[1][6] = 810.0
    rows[2][6] = 3810.0
    told = _messages(read_entries(book(*rows), "a.csv"))
    assert told[0][:2] == (5, "余额")
    assert "表上余额 810.00" in told[0][2]
    assert "应为 800.00" in told[0][2]


def test_a_wrong_printed_total_is_told_with_both_figures() -> None:
    rows = [list(row) for row in ROWS]
    rows[5][5] = 1500.0
    [(row, column, message)] = _messages(read_entries(book(*rows), "a.csv"))
    assert (row, column) == (9, "支出")
    assert "“本季累计”印的是 1,500.00" in message
    assert "1,400.50" in message


def test_a_sum_of_the_year_that_begins_before_the_sheet_is_not_passed_as_proven() -> None:
    rows = [("2025.4.6", "", "", "纸", "", 5, ""), ("", "", "", "本年累计", 900, 800, "")]
    sheet = read_entries(book(*rows, title=("2025年第二季度收支",)), "a.csv")
    assert sheet.ok
    assert "本年累计" in sheet.unproven[0]


def test_yuan_in_a_sheet_of_ten_thousands_is_refused() -> None:
    title = ("2025年第一季度收支（单位：万元）",)
    sheet = read_entries(book(("2025.1.6", "", "", "纸", "", "500元"), title=title), "a.csv")
    [(row, column, message)] = _messages(sheet)
    assert (row, column) == (4, "支出")
    assert "这张表的单位是万元" in message


def _second_quarter(april: int, may: int) -> LedgerSheet:
    rows = [
        ("2025.4.6", "", "", "纸", "", 5, ""),
        ("", "", "", "本年累计", 900, april, ""),
        ("2025.5.6", "", "", "水", "", 7, ""),
        ("", "", "", "本年累计", 900, may, ""),
    ]
    return read_entries(book(*rows, title=("2025年第二季度收支",)), "a.csv")


def test_sums_of_the_year_must_agree_with_each_other() -> None:
    assert _second_quarter(805, 812).ok
    [(row, column, message)] = _messages(_second_quarter(805, 810))
    assert (row, column) == (7, "支出")
    assert "应为 812.00" in message
    [(row, _, message)] = _messages(_second_quarter(100, 12))
    assert (row, "应为 5.00" in message) == (5, True)


def test_a_wrong_opening_is_told_in_its_own_row() -> None:
    rows = [list(row) for row in ROWS]
    rows[0][6] = 5000.0
    [(row, column, message)] = _messages(read_entries(book(*rows), "a.csv"))
    assert (row, column) == (4, "余额")
    assert "期初余额是 5,000.00，按下面各行的余额倒推应为 1,000.50" in message


def test_what_follows_from_a_wrong_balance_is_not_told_again() -> None:
    rows = [
        ("", "", "", "上期结转", "", "", 100),
        ("2025.1.6", "", "", "纸", "", 5, 95),
        ("2025.2.6", "", "", "水", "", 7, 98),
        ("", "", "", "合计", "", 12, 98),
        ("2025.3.6", "", "", "笔", "", 8, 90),
        ("", "", "", "期末余额", "", "", 90),
    ]
    [(row, column, _)] = _messages(read_entries(book(*rows), "a.csv"))
    assert (row, column) == (6, "余额")


def test_an_entry_that_stands_there_twice_is_told() -> None:
    row = ("2025.1.6", "01-1", "办公费", "纸", "", 5)
    [(number, _, message)] = _messages(read_entries(book(row, row), "a.csv"))
    assert number == 5
    assert "与第 4 行完全相同" in message


def test_red_letters_are_negative_amounts() -> None:
    sheet = read_entries(book(("2025.1.6", "", "", "冲回多付", "", "(200.00)")), "a.csv")
    assert sheet.expense == Decimal("-200.00")


def test_red_letters_of_the_old_format_too() -> None:
    path = Path(__file__).parents[2] / "spreadsheets" / "files" / "红字.xls"
    sheet = read_entries(path.read_bytes(), path.name)
    assert sheet.problems == ()
    assert [str(entry.amount) for entry in sheet.entries] == ["50.00", "20.00", "-20.00", "-10.25"]
    assert sheet.computed_closing == Decimal("139.75")


def test_hidden_sheets_are_told_and_not_read() -> None:
    sheet = read_entries(xlsx([TITLE, HEADER, *ROWS], hidden=True), "a.xlsx")
    assert sheet.hidden == ("隐藏的工作表《草稿》，没有读取",)


@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04broken", csv([("姓名", "电话"), ("甲", "1")]), b"\xff\xfe\x00"]
)
def test_what_is_no_ledger_is_refused_in_words(data: bytes) -> None:
    sheet = read_entries(data, "a.xlsx")
    assert sheet.entries == ()
    assert sheet.problems[0].message


def test_a_sheet_without_dates_is_refused() -> None:
    sheet = read_entries(csv([("用途", "收入", "支出"), ("纸", "", 5)]), "a.csv")
    assert "没有日期栏" in sheet.problems[0].message


def _red(rows: list[tuple[object, ...]], red: tuple[int, int], color: str = "#FF0000") -> bytes:
    """A workbook in which the cell at `red` (row, column from 0) is written in red."""
    stream = io.BytesIO()
    made = xlsxwriter.Workbook(stream, {"in_memory": True})
    page, letters = made.add_worksheet("明细"), made.add_format({"font_color": color})
    for number, row in enumerate(rows):
        for place, cell in enumerate(row):
            page.write(number, place, cell, letters if (number, place) == red else None)
    made.close()
    return stream.getvalue()


def _rows(balance: float) -> list[tuple[object, ...]]:
    return [
        TITLE,
        HEADER,
        ("", "", "", "上期结转", "", "", 1000),
        ("2025.1.6", "1", "办公费", "打印纸", "", 200, 800),
        ("2025.1.9", "2", "办公费", "更正打印纸", "", 50, balance),
    ]


@pytest.mark.parametrize("color", ["#FF0000", "#C00000"])
def test_an_amount_in_red_takes_back(color: str) -> None:
    sheet = read_entries(_red(_rows(850), (4, 5), color), "账.xlsx")
    assert [entry.amount for entry in sheet.entries] == [Decimal("200.00"), Decimal("-50.00")]
    assert (sheet.problems, sheet.computed_closing) == ((), Decimal("850.00"))


def test_red_for_emphasis_is_what_the_balance_says() -> None:
    sheet = read_entries(_red(_rows(750), (4, 5)), "账.xlsx")
    assert [entry.amount for entry in sheet.entries] == [Decimal("200.00"), Decimal("50.00")]


def test_other_colours_mean_nothing() -> None:
    sheet = read_entries(_red(_rows(750), (4, 5), "#0070C0"), "账.xlsx")
    assert [entry.amount for entry in sheet.entries] == [Decimal("200.00"), Decimal("50.00")]
