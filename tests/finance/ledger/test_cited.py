"""What a sheet cites must be public: by index number, document number or title."""

from dataclasses import replace
from decimal import Decimal

import pytest

from finance.ledger.import_entries import import_entries, match
from finance.ledger.models import LedgerEntry
from finance.ledger.read_entries import read_entries
from tests.cast import Cast
from tests.finance.ledger.books import csv
from tests.finance.ledger.village_books import Books, keep_books
from tests.finance.resolutions.meetings import published

HEADER = ("日期", "科目", "用途", "收入", "支出", "收款人", "决议")


@pytest.fixture
def books(cast: Cast) -> Books:
    return keep_books(cast, opening="90000.00")


def _sheet(cited: str) -> bytes:
    row = ("2026-01-06", "专项/项目支出", "路面硬化", "", "8000.00", "方小庆", cited)
    return csv([("青禾村2026年1月收支",), HEADER, row])


@pytest.mark.parametrize("by", ["index_number", "document_number", "title"])
def test_a_resolution_is_found_by_any_of_its_names(books: Books, cast: Cast, by: str) -> None:
    item = published(cast.village, by=cast.officer)
    name = item.index_number if by == "index_number" else getattr(item.live, by)
    sheet = match(read_entries(_sheet(name), "账.csv"), books.account)
    assert sheet.problems == ()
    import_entries(sheet, books.account, by=cast.accountant)
    assert LedgerEntry.objects.get().resolution == item


def test_one_that_nobody_published_is_told_with_its_row(books: Books) -> None:
    sheet = match(read_entries(_sheet("青禾议〔2025〕9号"), "账.csv"), books.account)
    [problem] = sheet.problems
    assert (problem.row, problem.column) == (3, "决议")
    assert "没有找到已公开的决议“青禾议〔2025〕9号”" in problem.message


def test_the_name_of_a_private_person_is_not_stored(books: Books, cast: Cast) -> None:
    sheet = match(read_entries(_sheet(""), "账.csv"), books.account)
    import_entries(sheet, books.account, by=cast.accountant)
    entry = LedgerEntry.objects.get()
    assert entry.counterparty.startswith("方某")
    assert "小庆" not in str(LedgerEntry.objects.values_list())


def test_a_column_put_right_by_hand_is_read_so(books: Books) -> None:
    row = ("2026-01-06", "办公费", "打印纸", "", "80.00", "文具店", "甲")
    data = csv([(*HEADER[:-1], "批文"), row])
    sheet = read_entries(data, "账.csv", mapping={"批文": "备注", "收款人": ""})
    assert [(one.remark, one.counterparty) for one in sheet.entries] == [("甲", "")]
    assert replace(sheet.entries[0]).expense == Decimal("80.00")
