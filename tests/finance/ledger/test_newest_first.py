"""Books that begin with the newest entry are read from below, if their balances prove it."""

from collections.abc import Sequence

import pytest

from finance.ledger.read_entries import read_entries
from finance.ledger.sheet import LedgerSheet
from tests.finance.ledger.books import csv

TITLE = ("青禾村2025年1月收支明细表",)
USUAL = ("日期", "凭证号", "摘要", "收入", "支出", "余额")
RENT = ("1.2", "1", "租金", "50", "", "150")
WATER = ("1.3", "2", "水费", "", "20", "130")
LAMPS = ("1.3", "3", "路灯", "", "40", "90")
SUM = ("", "", "合计", "50", "60", "")


def _read(*rows: Sequence[object]) -> LedgerSheet:
    return read_entries(csv([TITLE, USUAL, *rows]), "账.csv")


def _told(sheet: LedgerSheet) -> tuple[str, str, list[str]]:
    assert sheet.problems == ()
    closing = f"{sheet.computed_closing:.0f}"
    return f"{sheet.opening:.0f}", closing, [entry.purpose for entry in sheet.entries]


ORDER = ["租金", "水费", "路灯"]


@pytest.mark.parametrize(
    "rows",
    [
        (LAMPS, WATER, RENT),
        (LAMPS, WATER, RENT, SUM),
        (LAMPS, WATER, RENT, ("", "", "期初余额", "", "", "100")),
        (("", "", "期末余额", "", "", "90"), LAMPS, WATER, RENT),
        (("", "", "上期结转", "", "", "100"), LAMPS, WATER, RENT),
    ],
)
def test_it_is_read_from_below(rows: Sequence[Sequence[object]]) -> None:
    assert _told(_read(*rows)) == ("100", "90", ORDER)


def test_the_usual_order_is_left_alone() -> None:
    assert _told(_read(RENT, WATER, LAMPS)) == ("100", "90", ORDER)


def test_a_wrong_balance_is_told_as_it_stands_in_the_sheet() -> None:
    wrong = ("1.3", "2", "水费", "", "20", "131")
    assert [problem.row for problem in _read(LAMPS, wrong, RENT).problems]


def test_a_wrong_sum_is_not_forgiven() -> None:
    assert _read(LAMPS, WATER, RENT, ("", "", "合计", "51", "60", "")).problems


def test_a_wrong_opening_is_not_forgiven() -> None:
    assert _read(LAMPS, WATER, RENT, ("", "", "期初余额", "", "", "101")).problems
