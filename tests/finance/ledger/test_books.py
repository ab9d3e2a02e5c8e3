"""The books of a village: they open where they closed, prove, lock, and keep every correction."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from finance.ledger.chain import digest_of, verify
from finance.ledger.models import Balance, LedgerEntry
from finance.ledger.periods import check, publish, send_back, submit
from finance.ledger.post import post, remove, reverse
from finance.refusal import CannotPost
from tests import factories
from tests.cast import Cast
from tests.finance.ledger.village_books import Books, keep_books

FEBRUARY, MARCH = date(2026, 2, 1), date(2026, 3, 1)


@pytest.fixture
def books(cast: Cast) -> Books:
    return keep_books(cast)


def test_the_first_period_opens_with_the_account(books: Books) -> None:
    [balance] = books.open().balances.all()
    assert (balance.opening, balance.closing) == (Decimal("1000.50"), Decimal("1000.50"))


def test_a_period_opens_where_the_one_before_closed(books: Books) -> None:
    january = books.open()
    books.post(january, books.posting("200.50"), books.posting("3000", "经营收入"))
    [balance] = books.open(FEBRUARY).balances.all()
    assert balance.opening == Decimal("3800.00")


def test_periods_follow_each_other_without_a_gap(books: Books) -> None:
    books.open()
    with pytest.raises(CannotPost, match="下一期从 2026-02-01 开始"):
        books.open(MARCH)


def test_a_quarter_is_one_period_where_the_village_says_so(cast: Cast) -> None:
    period = keep_books(cast, cycle="quarter").open(date(2026, 2, 14))
    assert (period.first, period.last, period.name) == (
        date(2026, 1, 1),
        date(2026, 3, 31),
        "2026年第1季度",
    )


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"on": date(2026, 2, 1)}, "不在2026年1月内"),
        ({"purpose": "  "}, "用途是空的"),
        ({"amount": "0"}, "金额不能是 0"),
        ({"amount": "-5"}, "请写明冲销的原因"),
    ],
)
def test_a_bad_entry_is_refused_and_nothing_is_posted(
    books: Books, fields: dict[str, object], told: str
) -> None:
    period, amount = books.open(), str(fields.pop("amount", "5"))
    with pytest.raises(CannotPost, match=told):
        books.post(period, books.posting("7"), books.posting(amount, **fields))
    assert not LedgerEntry.objects.exists()


def test_only_the_villages_accountant_posts(books: Books) -> None:
    period = books.open()
    for person in (books.cast.clerk, books.cast.supervisor, books.cast.officer):
        with pytest.raises(PermissionDenied):
            post(period, books.account, [books.posting("5")], by=person)


def test_another_villages_accountant_does_not(books: Books) -> None:
    other = factories.village(books.cast.town)
    person = factories.staff(other, *books.cast.accountant.roles)
    with pytest.raises(PermissionDenied):
        post(books.open(), books.account, [books.posting("5")], by=person)


def test_a_correction_is_a_second_entry_in_red(books: Books) -> None:
    january = books.open()
    [entry] = books.post(january, books.posting("200.50"))
    red = reverse(
        entry, on=date(2026, 1, 20), reason="金额记错", by=books.cast.accountant, into=january
    )
    assert (red.amount, red.reverses, red.reason) == (Decimal("-200.50"), entry, "金额记错")
    assert Balance.objects.get(period=january).expense == 0
    with pytest.raises(CannotPost, match="已经冲销过"):
        reverse(entry, on=date(2026, 1, 20), reason="再来", by=books.cast.accountant, into=january)
    with pytest.raises(CannotPost, match="不能再冲销"):
        reverse(red, on=date(2026, 1, 20), reason="再来", by=books.cast.accountant, into=january)


def test_a_correction_needs_a_reason(books: Books) -> None:
    january = books.open()
    [entry] = books.post(january, books.posting("5"))
    with pytest.raises(CannotPost, match="请写明冲销的原因"):
        reverse(entry, on=date(2026, 1, 20), reason=" ", by=books.cast.accountant, into=january)


def test_what_is_not_yet_submitted_may_be_struck(books: Books) -> None:
    january = books.open()
    [entry] = books.post(january, books.posting("5"))
    remove(entry, by=books.cast.accountant)
    balance = Balance.objects.get(period=january)
    assert (balance.expense, balance.closing, balance.entries) == (0, balance.opening, 0)


def test_a_submitted_period_takes_no_entry(books: Books) -> None:
    january = books.open()
    [entry] = books.post(january, books.posting("5"))
    submit(january, by=books.cast.accountant)
    with pytest.raises(CannotPost, match="请在下一期用红字冲销"):
        books.post(january, books.posting("6"))
    with pytest.raises(CannotPost):
        remove(entry, by=books.cast.accountant)


def test_the_way_to_the_public_is_by_three(books: Books) -> None:
    january = books.open()
    books.post(january, books.posting("5"))
    with pytest.raises(CannotPost, match="不能这样办理"):
        publish(january, by=books.cast.officer)
    published = books.publish(january)
    assert (published.state, published.checked_by_whom) == ("published", "陈监督")
    assert len(published.digest) == 64


def test_nobody_checks_his_own_books(books: Books) -> None:
    january = books.open()
    both = factories.staff(
        books.cast.village, *books.cast.accountant.roles, *books.cast.supervisor.roles
    )
    submit(january, by=both)
    with pytest.raises(CannotPost, match="不能自己审核"):
        check(january, by=both, whom="某", on=date(2026, 2, 3))


def test_a_period_that_runs_is_not_submitted(books: Books, monkeypatch: object) -> None:
    january = books.open()
    monkeypatch.setattr("portal.core.clock.today", lambda: date(2026, 1, 31))  # type: ignore[attr-defined]
    with pytest.raises(CannotPost, match="还没有结束"):
        submit(january, by=books.cast.accountant)


def test_what_is_sent_back_is_open_again(books: Books) -> None:
    january = books.open()
    submit(january, by=books.cast.accountant)
    period = send_back(january, by=books.cast.supervisor, reason="缺凭证")
    assert (period.state, period.sent_back) == ("open", "缺凭证")


def test_a_later_period_is_not_published_first(books: Books) -> None:
    books.open()
    february = books.open(FEBRUARY)
    submit(february, by=books.cast.accountant)
    check(february, by=books.cast.supervisor, whom="陈监督", on=date(2026, 3, 2))
    with pytest.raises(CannotPost, match="还没有公开，请先公开它"):
        publish(february, by=books.cast.officer)


def test_cash_is_never_below_nothing(books: Books) -> None:
    books.account.kind = "cash"
    books.account.save()
    january = books.open()
    books.post(january, books.posting("2000"))
    with pytest.raises(CannotPost, match="不能为负"):
        submit(january, by=books.cast.accountant)


def test_the_database_itself_refuses_a_balance_that_does_not_prove(books: Books) -> None:
    [balance] = books.open().balances.all()
    with pytest.raises(IntegrityError), transaction.atomic():
        Balance.objects.filter(pk=balance.pk).update(closing=Decimal("1.00"))


def test_the_chain_of_a_village_holds(books: Books) -> None:
    january = books.open()
    books.post(january, books.posting("5"))
    february = books.open(FEBRUARY)
    books.publish(january)
    books.publish(february)
    assert (verify(books.cast.village).ok, verify(books.cast.village).periods) == (True, 2)


@pytest.mark.parametrize(
    "tamper",
    [
        lambda: LedgerEntry.objects.update(amount=Decimal("6")),
        lambda: LedgerEntry.objects.update(purpose="买别的"),
        lambda: LedgerEntry.objects.all().delete(),
        lambda: Balance.objects.filter(period__first="2026-02-01").update(
            opening=Decimal("1"), closing=Decimal("1")
        ),
    ],
)
def test_the_first_period_that_was_tampered_with_is_named(books: Books, tamper: object) -> None:
    january = books.open()
    books.post(january, books.posting("5"))
    february = books.open(FEBRUARY)
    books.publish(january)
    books.publish(february)
    tamper()  # type: ignore[operator]
    found = verify(books.cast.village)
    assert not found.ok
    assert found.broken in (january, february)
    assert found.why


def test_the_digest_depends_on_the_one_before(books: Books) -> None:
    january = books.open()
    assert digest_of(january, "a") != digest_of(january, "b")


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    amounts=st.lists(
        st.tuples(
            st.sampled_from(["经营收入", "办公费"]),
            st.decimals(min_value="0.01", max_value="9999.99", places=2),
        ),
        max_size=12,
    )
)
def test_opening_plus_income_less_expense_is_closing(
    books: Books, amounts: list[tuple[str, Decimal]]
) -> None:
    with transaction.atomic():
        january = books.open()
        for name, amount in amounts:
            books.post(january, books.posting(str(amount), name))
        balance = Balance.objects.get(period=january)
        entries = list(january.entries.all())
        assert balance.closing == balance.opening + sum((e.signed for e in entries), Decimal(0))
        assert balance.closing == balance.opening + balance.income - balance.expense
        assert balance.entries == len(entries)
        transaction.set_rollback(True)
