"""Sums of the year so far are held against the months that are on the books."""

from decimal import Decimal

import pytest

from finance.ledger.import_entries import import_entries, match
from finance.ledger.read_entries import read_entries
from finance.ledger.sheet import LedgerSheet
from tests.cast import Cast
from tests.finance.ledger.books import csv
from tests.finance.ledger.village_books import Books, keep_books

HEADER = ("日期", "科目", "用途", "收入", "支出", "余额")


@pytest.fixture
def books(cast: Cast) -> Books:
    return keep_books(cast, opening="100.00")


def _month(books: Books, month: int, spent: str, *sums: tuple[str, str]) -> LedgerSheet:
    """A month with one payment, and under it sums: their label and what was spent."""
    rows = [(f"2025-{month:02}-06", "办公费", "打印纸", "", spent, "")]
    rows += [("", "", label, "0", amount, "") for label, amount in sums]
    data = csv([(f"青禾村2025年{month}月收支",), HEADER, *rows])
    return match(read_entries(data, "账.csv"), books.account)


def _keep(books: Books, cast: Cast, *months: int) -> None:
    for month in months:
        import_entries(_month(books, month, "10.00"), books.account, by=cast.accountant)


@pytest.mark.parametrize(
    ("label", "right"), [("本年累计", "25.00"), ("累计", "25.00"), ("本季累计", "25.00")]
)
def test_a_sum_so_far_is_proven_by_the_months_before(
    books: Books, cast: Cast, label: str, right: str
) -> None:
    _keep(books, cast, 1, 2)
    sheet = _month(books, 3, "5.00", (label, right))
    assert (sheet.problems, sheet.unproven) == ((), ())
    [problem] = _month(books, 3, "5.00", (label, "26.00")).problems
    assert (problem.row, problem.column) == (4, "支出")
    assert "账上以前各期 20.00 加这张表 5.00，应为 25.00" in problem.message


def test_a_sum_that_does_not_say_since_when_may_begin_with_the_sheet(
    books: Books, cast: Cast
) -> None:
    _keep(books, cast, 1, 2)
    assert _month(books, 3, "5.00", ("累计", "5.00")).problems == ()
    assert _month(books, 3, "5.00", ("本年累计", "5.00")).problems != ()


def test_a_quarter_begins_anew_and_a_year_goes_on(books: Books, cast: Cast) -> None:
    _keep(books, cast, 1, 2, 3, 4)
    sheet = _month(books, 5, "5.00", ("本季累计", "15.00"), ("本年累计", "45.00"))
    assert (sheet.problems, sheet.unproven) == ((), ())


def test_what_the_books_do_not_reach_back_to_is_said_not_passed(books: Books, cast: Cast) -> None:
    _keep(books, cast, 2)
    sheet = _month(books, 3, "5.00", ("本年累计", "99.00"))
    assert sheet.problems == ()
    assert "第 4 行“本年累计”含以前各期" in sheet.unproven[0]


def test_the_same_sheet_again_is_proven_by_what_was_before_it(books: Books, cast: Cast) -> None:
    _keep(books, cast, 1)
    sheet = _month(books, 2, "5.00", ("本年累计", "15.00"))
    import_entries(sheet, books.account, by=cast.accountant)
    assert _month(books, 2, "5.00", ("本年累计", "15.00")).problems == ()
    assert books.account.balances.latest("period__first").closing == Decimal("85.00")


@pytest.mark.parametrize(
    ("kept", "title", "days", "label"),
    [
        (range(1, 12), "2025年12月-2026年2月", ("2025-12-06", "2026-01-06"), "本年累计"),
        (range(1, 2), "2025年2-5月", ("2025-02-06", "2025-05-06"), "本季累计"),
    ],
)
def test_a_sum_that_began_within_the_sheet_is_not_held_against_the_books(
    books: Books, cast: Cast, kept: range, title: str, days: tuple[str, str], label: str
) -> None:
    """The books reach back from the sheet's first month, the sum doesn't."""
    _keep(books, cast, *kept)
    rows = [(day, "办公费", "打印纸", "", "7.00", "") for day in days]
    data = csv([(f"青禾村{title}收支",), HEADER, *rows, ("", "", label, "0", "7.00", "")])
    sheet = match(read_entries(data, "账.csv"), books.account)
    assert sheet.problems == ()
    assert label in sheet.unproven[0]
