"""Periods that were opened early, accounts that were opened late: each opens where it closed."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from finance.accounts.models import Account
from finance.ledger.amend import amend
from finance.ledger.archived import take_over
from finance.ledger.chain import verify
from finance.ledger.models import Balance
from finance.ledger.post import post, remove
from finance.refusal import CannotPost
from tests import factories
from tests.cast import Cast
from tests.finance.ledger.village_books import Books, keep_books

MONTHS = [date(2026, month, 1) for month in (1, 2, 3)]


@pytest.fixture
def books(cast: Cast) -> Books:
    return keep_books(cast)


def _account(books: Books, **fields: object) -> Account:
    village = books.cast.village
    given = {"name": "现金", "kind": "cash", "opening": Decimal(20), "opened_on": MONTHS[0]}
    given |= {"village": village}
    return Account.objects.create(township=village.township, **given | fields)


def test_a_posting_to_an_earlier_period_moves_the_later_ones(books: Books) -> None:
    january, february, march = (books.open(first) for first in MONTHS)
    books.post(january, books.posting("100.50"))
    opened = Balance.objects.order_by("period__first").values_list("opening", "closing")
    assert list(opened)[1:] == [(Decimal("900.00"), Decimal("900.00"))] * 2


def test_an_entry_struck_moves_them_back(books: Books) -> None:
    january, february = (books.open(first) for first in MONTHS[:2])
    [entry] = books.post(january, books.posting("100.50"))
    remove(entry, by=books.cast.accountant)
    assert february.balances.get().opening == Decimal("1000.50")


def test_an_account_opened_meanwhile_is_taken_into_the_open_period(books: Books) -> None:
    january = books.open()
    cash = _account(books)
    post(january, cash, [books.posting("5.00")], by=books.cast.accountant)
    assert january.balances.get(account=cash).closing == Decimal("15.00")
    assert books.open(MONTHS[1]).balances.get(account=cash).opening == Decimal("15.00")


@pytest.mark.parametrize("fields", [{"active": False}, {"opened_on": MONTHS[1]}])
def test_an_account_out_of_use_is_not(books: Books, fields: dict) -> None:
    january = books.open()
    with pytest.raises(CannotPost, match="没有启用"):
        post(january, _account(books, **fields), [books.posting("5")], by=books.cast.accountant)


def test_the_account_of_another_village_is_not(books: Books, cast: Cast) -> None:
    other = factories.village(cast.town, name="石塘村", slug="shitang")
    january, account = books.open(), _account(books, village=other)
    with pytest.raises(CannotPost, match="不是青禾村的账户"):
        post(january, account, [books.posting("5")], by=cast.accountant)


def test_an_entry_of_an_open_period_is_put_right(books: Books) -> None:
    january = books.open()
    [entry] = books.post(january, books.posting("100.50"))
    amend(entry, books.posting("50.50", "经营收入", purpose="租金"), by=books.cast.accountant)
    balance = january.balances.get()
    assert (balance.income, balance.expense, balance.entries) == (Decimal("50.50"), 0, 1)
    assert balance.closing == Decimal("1051.00")


def test_an_entry_of_a_published_period_is_not(books: Books) -> None:
    january = books.open()
    [entry] = books.post(january, books.posting("100.50"))
    books.publish(january)
    with pytest.raises(CannotPost, match="红字冲销"):
        amend(entry, books.posting("1"), by=books.cast.accountant)


def test_a_period_that_was_public_elsewhere_is_taken_over(books: Books, cast: Cast) -> None:
    january = books.open()
    books.post(january, books.posting("8000", "专项支出"))
    at = factories.moment("2026-02-10 09:00")
    told = {"whom": "村务监督委员会", "checked_on": date(2026, 2, 5), "at": at}
    taken = take_over(january, by=cast.administrator, **told)
    assert (taken.published_at, taken.state) == (at, "published")
    assert verify(cast.village).ok


def test_an_archive_that_was_checked_before_it_ended_is_refused(books: Books, cast: Cast) -> None:
    told = {"whom": "村监委会", "checked_on": date(2026, 1, 20)}
    january, at = books.open(), factories.moment("2026-02-10 09:00")
    with pytest.raises(CannotPost, match="审核日期应在账期结束之后"):
        take_over(january, by=cast.administrator, at=at, **told)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    steps=st.lists(
        st.tuples(
            st.integers(0, 2),
            st.sampled_from(["经营收入", "办公费"]),
            st.decimals(min_value="0.01", max_value="999.99", places=2),
            st.booleans(),
        ),
        max_size=12,
    )
)
def test_whatever_is_posted_and_struck_every_period_opens_where_the_last_closed(
    books: Books, steps: list[tuple[int, str, Decimal, bool]]
) -> None:
    with transaction.atomic():
        periods = [books.open(first) for first in MONTHS]
        for place, name, amount, struck in steps:
            on = periods[place].first
            [entry] = books.post(periods[place], books.posting(str(amount), name, on=on))
            if struck:
                remove(entry, by=books.cast.accountant)
        balances = list(Balance.objects.order_by("period__first"))
        assert balances[0].opening == Decimal("1000.50")
        for before, after in zip(balances, balances[1:], strict=False):
            assert before.closing == after.opening
        for one in balances:
            assert one.opening + one.income - one.expense == one.closing
        transaction.set_rollback(True)
