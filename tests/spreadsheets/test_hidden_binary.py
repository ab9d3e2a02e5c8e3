"""An XLS hides as much as an XLSX; it is told as well."""

from pathlib import Path

import pytest

from portal.spreadsheets.hidden_binary import binary_layouts
from portal.spreadsheets.read import read_workbook
from tests.spreadsheets.xls import xls_of

SMALL = Path(__file__).parent / "files" / "红字.xls"
ROWS = [["姓名", "身份证号", "金额"], ["方庆", "某号", 5.5]]


def test_cells_are_read_and_hidden_columns_and_rows_told() -> None:
    data = xls_of(ROWS, hidden_columns=[2, 9], hidden_rows=[2])
    [sheet] = read_workbook(data, "名单.xls").sheets
    assert sheet.rows == ROWS
    assert (sheet.hidden_columns, sheet.hidden_rows) == ((2,), (2,))


@pytest.mark.parametrize(("state", "told"), [(0, ""), (1, "hidden"), (2, "very hidden")])
def test_hidden_sheets_are_told(state: int, told: str) -> None:
    assert read_workbook(xls_of(ROWS, state=state), "名单.xls").sheets[0].hidden == told


@pytest.mark.parametrize("cut", [20, 80, 511, 700, 1400])
def test_a_broken_container_tells_nothing(cut: int) -> None:
    assert binary_layouts(xls_of(ROWS)[:cut]) == {}


def test_a_chain_that_runs_in_a_circle_tells_nothing() -> None:
    data = bytearray(xls_of(ROWS))
    data[512 + 4 * 5 : 512 + 4 * 6] = (2).to_bytes(4, "little")
    assert binary_layouts(bytes(data)) == {}


def test_a_small_file_as_an_office_writes_it_tells_what_it_hides_and_what_is_red() -> None:
    [sheet] = read_workbook(SMALL.read_bytes(), SMALL.name).sheets
    assert sheet.hidden_columns == (2,)
    assert sheet.red == {(6, 5), (7, 4)}


@pytest.mark.parametrize("cut", range(600, 6656, 173))
def test_a_small_file_cut_short_tells_nothing_or_is_refused(cut: int) -> None:
    assert binary_layouts(SMALL.read_bytes()[:cut]).keys() <= {"明细"}
