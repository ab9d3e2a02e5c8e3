"""Red letters in an accountant's sheet are bound to the entry that they take back."""

from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from finance.ledger.models import LedgerEntry
from tests.cast import Cast
from tests.finance.ledger.books import HEADER, csv
from tests.finance.ledger.village_books import Books, keep_books

TITLE = ("青禾村2026年第一季度财务收支公开明细表",)
OPENING = ("", "", "", "上期结转", "", "", 1000.5)
PAPER = ("2026.1.6", "01-001", "办公费", "打印纸", "", 200.5, "", "方庆")


@pytest.fixture
def books(cast: Cast) -> Books:
    return keep_books(cast)


def _imported(tmp_path: Path, *rows: Any) -> dict[str, LedgerEntry]:
    path = tmp_path / "一季度.csv"
    path.write_bytes(csv([TITLE, ("单位：元",), HEADER, OPENING, *rows]))
    where = ["--village", "qinghe", "--account", "基本户", "--by", "kuaiji"]
    call_command("import_ledger", str(path), *where)
    return {entry.purpose: entry for entry in LedgerEntry.objects.all()}


def test_one_of_the_same_amount_is_found(books: Books, tmp_path: Path) -> None:
    red = ("2026.2.6", "02-001", "办公费", "冲销：打印纸", "", -200.5, "", "方庆")
    found = _imported(tmp_path, PAPER, red)
    assert found["冲销：打印纸"].reverses == found["打印纸"]


def test_of_several_the_one_that_is_named(books: Books, tmp_path: Path) -> None:
    ink = ("2026.1.7", "01-002", "办公费", "墨盒", "", 200.5, "", "方庆")
    red = ("2026.2.6", "02-001", "办公费", "更正多记的打印纸", "", "(200.5)", "", "方庆")
    found = _imported(tmp_path, PAPER, ink, red)
    assert found["更正多记的打印纸"].reverses == found["打印纸"]


def test_a_voucher_number_names_it_too(books: Books, tmp_path: Path) -> None:
    again = ("2026.1.7", "01-002", "办公费", "打印纸", "", 200.5, "", "方庆")
    red = ("2026.2.6", "02-001", "办公费", "红字冲销01-002号凭证", "", -200.5, "", "方庆")
    found = _imported(tmp_path, PAPER, again, red)["红字冲销01-002号凭证"]
    assert found.reverses is not None
    assert found.reverses.voucher == "01-002"


def test_where_there_is_a_doubt_nothing_is_bound(books: Books, tmp_path: Path) -> None:
    ink = ("2026.1.7", "01-002", "办公费", "墨盒", "", 200.5, "", "方庆")
    red = ("2026.2.6", "02-001", "办公费", "退货款", "", -200.5, "", "方庆")
    found = _imported(tmp_path, PAPER, ink, red)["退货款"]
    assert found.reverses is None
    assert found.reason


def test_one_entry_is_taken_back_once(books: Books, tmp_path: Path) -> None:
    red = ("2026.2.6", "02-001", "办公费", "冲销：打印纸", "", -200.5, "", "方庆")
    second = ("2026.2.7", "02-002", "办公费", "再冲销打印纸", "", -200.5, "", "方庆")
    found = _imported(tmp_path, PAPER, red, second)
    assert found["冲销：打印纸"].reverses == found["打印纸"]
    assert found["再冲销打印纸"].reverses is None
