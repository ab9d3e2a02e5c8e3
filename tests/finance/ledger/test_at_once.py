"""Two at the same books at once, on the database that lets them: no entry lost, none doubled."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from decimal import Decimal

import pytest
from django.db import connection

from finance.accounts.models import Account
from finance.ledger.import_entries import import_entries, match
from finance.ledger.models import Balance, LedgerEntry, Period
from finance.ledger.periods import publish, submit
from finance.ledger.post import post
from finance.ledger.read_entries import read_entries
from finance.ledger.states import State
from finance.refusal import CannotPost
from tests.cast import assemble
from tests.finance.ledger.books import ROWS, book
from tests.finance.ledger.village_books import keep_books

MANY = 12

pytestmark = [
    pytest.mark.postgresql,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        connection.vendor != "postgresql", reason="SQLite lets one writer in at a time"
    ),
]


def _at_once(act: Callable[[int], object]) -> list[object]:
    def one(number: int) -> object:
        try:
            return act(number)
        except CannotPost as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as pool:
        return list(pool.map(one, range(MANY)))


def test_many_postings_at_once_are_all_kept_and_prove() -> None:
    books = keep_books(assemble())
    january = books.open()
    posting = books.posting("10.10")
    _at_once(lambda number: books.post(january, posting))
    balance = Balance.objects.get()
    assert LedgerEntry.objects.count() == balance.entries == MANY
    assert balance.expense == Decimal("121.20")
    assert balance.closing == balance.opening - balance.expense


def test_a_period_submitted_meanwhile_takes_no_entry_more() -> None:
    books = keep_books(assemble())
    january = books.open()
    posting = books.posting("1")

    def act(number: int) -> object:
        if number == MANY // 2:
            return submit(Period.objects.get(), by=books.cast.accountant)
        return books.post(january, posting)

    answers = _at_once(act)
    posted = [one for one in answers if isinstance(one, list)]
    balance = Balance.objects.get()
    assert LedgerEntry.objects.count() == balance.entries == len(posted)
    assert Period.objects.get().state == State.SUBMITTED
    assert len(posted) + 1 + sum(isinstance(one, CannotPost) for one in answers) == MANY


def test_a_double_click_publishes_once() -> None:
    books = keep_books(assemble())
    january = books.open()
    books.publish(january)
    refused = _at_once(lambda number: publish(january, by=books.cast.officer))
    assert all(isinstance(one, CannotPost) for one in refused)
    assert Period.objects.get().digest


def test_the_same_period_is_opened_once() -> None:
    books = keep_books(assemble())
    opened = _at_once(lambda number: books.open())
    assert sum(isinstance(one, Period) for one in opened) == 1
    assert Period.objects.count() == 1


def test_one_sheet_sent_by_many_is_posted_once() -> None:
    books = keep_books(assemble())
    sheet = match(read_entries(book(*ROWS), "账.csv"), books.account)
    answers = _at_once(
        lambda number: import_entries(sheet, books.account, by=books.cast.accountant)
    )
    assert LedgerEntry.objects.count() == len(sheet.entries)
    assert sorted(one.posted for one in answers) == [0] * (MANY - 1) + [len(sheet.entries)]


def test_a_period_submitted_during_an_import_holds_all_of_it_or_nothing() -> None:
    books = keep_books(assemble())
    sheet = match(read_entries(book(*ROWS), "账.csv"), books.account)

    def act(number: int) -> object:
        if number % 2:
            return submit(Period.objects.order_by("first").first(), by=books.cast.accountant)
        return import_entries(sheet, books.account, by=books.cast.accountant)

    books.open(date(2025, 1, 1))
    _at_once(act)
    assert LedgerEntry.objects.count() in (0, len(sheet.entries))
    for balance in Balance.objects.all():
        assert balance.opening + balance.income - balance.expense == balance.closing


def test_an_account_opened_late_is_taken_in_once() -> None:
    books = keep_books(assemble())
    january = books.open()
    given = {"township": books.cast.town, "village": books.cast.village, "name": "现金"}
    cash = Account.objects.create(opened_on=date(2025, 1, 1), opening=100, **given)
    _at_once(lambda number: post(january, cash, [books.posting("1")], by=books.cast.accountant))
    assert Balance.objects.get(account=cash).closing == 100 - MANY
