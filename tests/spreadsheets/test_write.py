import csv
import io
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.spreadsheets.read import read_workbook
from portal.spreadsheets.write import write_csv, write_xlsx

COLUMNS = ["村", "金额", "日期"]


def rows_of(*rows: list[object]) -> list[list[object]]:
    sheet = read_workbook(write_xlsx("公示表", COLUMNS, rows), "x").sheets[0]
    return sheet.rows[1:]


def test_numbers_and_dates_stay_what_they_are() -> None:
    assert rows_of(["甲", Decimal("12.50"), date(2025, 1, 2)]) == [["甲", 12.5, date(2025, 1, 2)]]


def test_formulas_are_only_text() -> None:
    assert rows_of(["=1+1", None, True]) == [["=1+1", "", "是"]]


def test_long_numbers_are_written_as_text() -> None:
    assert rows_of([10**17 + 1, Decimal("NaN"), "x"]) == [["100000000000000001", "NaN", "x"]]


def test_moments_lose_their_zone() -> None:
    moment = datetime(2025, 1, 2, 8, 30, tzinfo=UTC)
    assert rows_of(["", "", moment]) == [["", "", datetime(2025, 1, 2, 8, 30)]]


@pytest.mark.parametrize("title", ["", "'", "a[b]:c*d?e/f\\g", "很" * 50])
def test_any_title_names_the_sheet(title: str) -> None:
    name = read_workbook(write_xlsx(title, ["列"], [["a"]]), "x").sheets[0].name
    assert 0 < len(name) <= 31


def test_a_csv_begins_with_a_mark_and_ends_lines_for_windows() -> None:
    assert "".join(write_csv(["甲"], [["乙"]])) == "\ufeff甲\r\n乙\r\n"


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_no_text_in_a_csv_can_be_a_formula(text: str) -> None:
    line = "".join(write_csv(["列"], [[text, "x"]])).removeprefix("\ufeff列\r\n")
    cell = next(csv.reader(io.StringIO(line, newline="")))[0]
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "＝"))
    assert cell.removeprefix("'") == text.removeprefix("'") or cell == text


def test_a_round_number_is_written_out() -> None:
    cells = [Decimal("1.6E+2"), Decimal("-1E+2"), Decimal("0.50")]
    assert "".join(write_csv(["数量"] * 3, [cells])).splitlines()[1] == "160,-100,0.50"


def test_negative_numbers_stay_numbers() -> None:
    assert "".join(write_csv(["a"], [[Decimal("-5.00")]])).endswith("-5.00\r\n")
