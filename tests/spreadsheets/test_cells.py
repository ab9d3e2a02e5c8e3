import contextlib
from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.spreadsheets.rows import BadCell, as_amount, as_date, as_text, as_whole_number

DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))
WRITTEN = ["{0:%Y-%m-%d}", "{0.year}.{0.month}.{0.day}", "{0.year}/{0.month}/{0.day}"]
WRITTEN += ["{0.year}年{0.month}月{0.day}日", "{0:%Y%m%d}", " {0.year} 年 {0.month} 月 {0.day} 日 "]


@pytest.mark.parametrize(
    ("cell", "text"),
    [(None, ""), (3.0, "3"), (3, "3"), (6.2, "6.2"), (0.1 + 0.2, "0.3"), (" 甲 ", "甲")]
    + [(True, "是"), (date(2025, 1, 2), "2025-01-02"), (datetime(2025, 1, 2), "2025-01-02")]
    + [(datetime(2025, 1, 2, 8, 30), "2025-01-02 08:30"), (13812345678.0, "13812345678")]
    + [("3E12", "3E12"), (1e14, "100000000000000")],
)
def test_text_reads_as_on_the_screen(cell: object, text: str) -> None:
    assert as_text(cell) == text


@pytest.mark.parametrize(
    "cell", [3.41424198309077e17, 6217855951051111957, "3.41424E+17", "6.2E+18"]
)
def test_a_ruined_long_number_is_refused_with_the_cure(cell: object) -> None:
    with pytest.raises(BadCell, match="设置单元格格式.*文本.*重新录入"):
        as_text(cell)


@given(DAYS, st.sampled_from(WRITTEN))
def test_every_usual_way_to_write_a_date_is_read(day: date, form: str) -> None:
    assert as_date(form.format(day)) == day


@pytest.mark.parametrize(
    "cell",
    [date(2025, 1, 2), datetime(2025, 1, 2, 9), 45659, 45659.0, 20250102.0, "２０２５．１．２"],
)
def test_dates_of_other_types_are_read(cell: object) -> None:
    assert as_date(cell) == date(2025, 1, 2)


@pytest.mark.parametrize(
    ("cell", "why"),
    [("", "空"), (None, "空"), ("2025.13.1", "日历"), ("2025-02-30", "日历"), ("25.1.2", "完整")]
    + [
        ("2025年1月", "完整"),
        ("3025-01-01", "年份"),
        (2025.1, "完整"),
        ("昨天", "完整"),
        (7, "完整"),
    ],
)
def test_what_is_no_date_is_refused(cell: object, why: str) -> None:
    with pytest.raises(BadCell, match=why):
        as_date(cell)


@given(st.text())
def test_no_text_breaks_the_date_reader(text: str) -> None:
    with contextlib.suppress(BadCell):
        assert isinstance(as_date(text), date)


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=2))
def test_amounts_survive_every_form(amount: Decimal) -> None:
    assert (
        as_amount(str(amount)) == as_amount(f"¥{amount:,} 元") == as_amount(float(amount)) == amount
    )


def test_brackets_mean_a_negative_amount() -> None:
    assert as_amount("（1,234.50）") == Decimal("-1234.50")


@pytest.mark.parametrize(
    ("cell", "why"),
    [("", "空"), ("-", "不是数字"), ("1.5万元", "万"), ("abc", "不是数字"), ("1.234", "小数")]
    + [("nan", "不是数字"), ("Infinity", "不是数字"), ("1_000", "不是数字")],
)
def test_what_is_no_amount_is_refused(cell: object, why: str) -> None:
    with pytest.raises(BadCell, match=why):
        as_amount(cell)


def test_areas_may_have_more_decimals() -> None:
    assert as_amount(6.2555, places=4) == Decimal("6.2555")


@pytest.mark.parametrize("cell", [3, 3.0, "3", "３"])
def test_whole_numbers_are_read(cell: object) -> None:
    assert as_whole_number(cell) == 3


@pytest.mark.parametrize("cell", [3.5, "三", ""])
def test_what_is_no_whole_number_is_refused(cell: object) -> None:
    with pytest.raises(BadCell):
        as_whole_number(cell)


def test_what_nobody_sees_in_a_cell_is_left_out() -> None:
    assert as_text("\x07铃\x00声\x0b\n下一行") == "铃声\n下一行"
