"""A large expense is decided by the village's assembly before it is paid, and cites it."""

from datetime import date

import pytest

from disclosures.flow.withdraw import withdraw
from finance.accounts.models import BookRules
from finance.ledger.large import split_payments
from finance.ledger.periods import submit
from finance.refusal import CannotPost
from tests import factories
from tests.cast import Cast
from tests.finance.ledger.village_books import Books, keep_books
from tests.finance.resolutions.meetings import published


@pytest.fixture
def books(cast: Cast) -> Books:
    return keep_books(cast, opening="50000.00")


def _findings(books: Books, **fields: object) -> str:
    january = books.open()
    books.post(january, books.posting("5000", "专项支出", purpose="路面硬化", **fields))
    with pytest.raises(CannotPost) as refusal:
        submit(january, by=books.cast.accountant)
    return str(refusal.value)


def test_without_a_resolution_its_period_goes_nowhere(books: Books) -> None:
    assert "达到大额支出起点 5,000.00 元，没有注明村民代表会议的决议" in _findings(books)


def test_a_cent_below_the_threshold_needs_none(books: Books) -> None:
    january = books.open()
    books.post(january, books.posting("4999.99", "专项支出"))
    assert submit(january, by=books.cast.accountant).state == "submitted"


def test_an_income_is_never_a_large_expense(books: Books) -> None:
    january = books.open()
    [entry] = books.post(january, books.posting("90000", "补助收入"))
    assert not entry.large


def test_the_resolution_of_the_village_held_before_carries_it(books: Books, cast: Cast) -> None:
    item = published(cast.village, by=cast.officer)
    january = books.open()
    books.post(january, books.posting("5000", "专项支出", resolution=item))
    assert books.publish(january).digest


def test_a_meeting_after_the_payment_does_not(books: Books, cast: Cast) -> None:
    item = published(cast.village, by=cast.officer, met_on=date(2026, 1, 7))
    assert "会议在 2026-01-07，晚于付款" in _findings(books, resolution=item)


def test_the_resolution_of_another_village_does_not(books: Books, cast: Cast) -> None:
    other = factories.village(cast.town, name="石塘村", slug="shitang")
    item = published(other, by=cast.officer)
    assert "注明的是石塘村的决议" in _findings(books, resolution=item)


def test_an_item_that_is_no_resolution_does_not(books: Books, cast: Cast) -> None:
    item = factories.published(cast.town, by=cast.officer)
    assert "决议现在没有公开" in _findings(books, resolution=item)


def test_a_withdrawn_resolution_does_not(books: Books, cast: Cast) -> None:
    item = published(cast.village, by=cast.officer)
    withdraw(item, by=cast.officer, reason="登错了")
    item.refresh_from_db()
    assert "决议现在没有公开" in _findings(books, resolution=item)


def test_a_threshold_set_later_leaves_earlier_periods_as_they_were(books: Books) -> None:
    january = books.open()
    BookRules.objects.update(large_expense=100)
    [entry] = books.post(january, books.posting("4000", "专项支出"))
    assert not entry.large


def test_parts_to_one_payee_for_one_purpose_are_told_together(books: Books) -> None:
    january = books.open()
    for day, part in ((6, "一"), (20, "二")):
        told = {"on": date(2026, 1, day), "purpose": f"围墙工程第{part}期款"}
        books.post(january, books.posting("3000", "专项支出", counterparty="青禾工程队", **told))
    [warning] = split_payments(january)
    assert "01-06、01-20 分 2 笔付给“青禾工程队”" in warning
    assert "合计 6,000.00 元" in warning


@pytest.mark.parametrize(
    ("second", "name"),
    [
        ({"counterparty": "石塘工程队"}, "another payee"),
        ({"purpose": "路灯电费"}, "another purpose"),
        ({"on": date(2026, 1, 6)}, "below the threshold together"),
    ],
)
def test_other_payments_are_not_taken_for_parts(books: Books, second: dict, name: str) -> None:
    january = books.open()
    one = {"on": date(2026, 1, 6), "purpose": "围墙工程款", "counterparty": "青禾工程队"}
    least = "2000" if name.startswith("below") else "3000"
    books.post(january, books.posting(least, "专项支出", **one))
    books.post(january, books.posting(least, "专项支出", **one | second))
    assert split_payments(january) == []
