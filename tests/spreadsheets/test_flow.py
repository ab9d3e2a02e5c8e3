"""A workbook that is sent while it is made reads like any other."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from portal.spreadsheets import flow
from portal.spreadsheets.flow import flow_xlsx
from portal.spreadsheets.read import read_workbook

COLUMNS = ["村", "金额", "日期"]


def read(*rows: list[object], title: str = "公示表") -> list[list[object]]:
    data = b"".join(flow_xlsx(title, COLUMNS, rows))
    return read_workbook(data, "x").sheets[0].rows


def test_the_heading_stands_above_the_rows() -> None:
    assert read(["甲", 1, "乙"])[0] == COLUMNS


def test_numbers_and_dates_stay_what_they_are() -> None:
    row = ["甲", Decimal("12.50"), date(2025, 1, 2)]
    assert read(row)[1] == ["甲", 12.5, date(2025, 1, 2)]


def test_a_moment_keeps_its_hour() -> None:
    moment = datetime(2025, 1, 2, 8, 30, tzinfo=UTC)
    assert read(["", "", moment])[1] == ["", "", datetime(2025, 1, 2, 8, 30)]


def test_formulas_are_only_text() -> None:
    assert read(["=1+1", None, True])[1] == ["=1+1", "", "是"]


def test_long_numbers_are_written_as_text() -> None:
    assert read([10**17 + 1, Decimal("1E+3"), "x"])[1] == ["100000000000000001", 1000, "x"]


def test_signs_of_markup_and_of_machines_do_no_harm() -> None:
    assert read(["<a>&\x00\x0b]]>", "a\nb", " c "])[1] == ["<a>&]]>", "a\nb", " c "]


@pytest.mark.parametrize("title", ["", "'", 'a[b]:c*d?e/f\\g<&">', "很" * 50])
def test_any_title_names_the_sheet(title: str) -> None:
    data = b"".join(flow_xlsx(title, COLUMNS, []))
    assert 0 < len(read_workbook(data, "x").sheets[0].name) <= 31


def test_what_no_table_holds_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(flow, "MOST_ROWS", 3)
    assert read(*(["甲", 1, ""] for _ in range(9)))[-1][0] == flow.TOO_MANY


def test_the_first_bytes_go_out_before_the_last_row_is_read() -> None:
    taken = []

    def rows() -> Iterator[list[object]]:
        for number in range(200_000):
            taken.append(number)
            yield [f"第{number}户", number * 7919 % 100_003, ""]

    first = next(flow_xlsx("表", COLUMNS, rows()))
    assert first.startswith(b"PK")
    assert len(taken) < 100_000
