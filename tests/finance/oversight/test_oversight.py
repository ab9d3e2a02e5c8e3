"""Villages beside one another: in time or late, sums, large expenses, chains that hold or don't."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from finance.accounts.models import Account, BookRules
from finance.ledger.models import LedgerEntry, Period
from finance.ledger.punctuality import due_day, dues_of
from tests import factories
from tests.cast import Cast
from tests.finance.ledger.village_books import Books, keep_books
from tests.finance.resolutions.meetings import published

TODAY = date(2026, 4, 1)


@pytest.fixture
def books(cast: Cast, monkeypatch: Any) -> Books:
    """January public; nothing since; today is the first of April."""
    kept = keep_books(cast, opening="90000.00")
    kept.account.opened_on = date(2026, 1, 1)
    kept.account.save()
    item = published(cast.village, by=cast.officer)
    january = kept.open()
    kept.post(
        january,
        kept.posting("6000", "专项支出", purpose="路面硬化", resolution=item),
        kept.posting("2000", "经营收入", purpose="租金"),
    )
    kept.publish(january)
    monkeypatch.setattr("portal.core.clock.today", lambda: TODAY)
    return kept


@pytest.mark.parametrize(
    ("last", "day", "due"),
    [
        (date(2026, 1, 31), 20, date(2026, 2, 20)),
        (date(2026, 1, 31), 31, date(2026, 2, 28)),
        (date(2025, 12, 31), 10, date(2026, 1, 10)),
    ],
)
def test_a_period_is_due_in_the_month_after(last: date, day: int, due: date) -> None:
    assert due_day(last, day) == due


def test_each_period_is_in_time_late_or_to_come(books: Books, cast: Cast) -> None:
    Period.objects.update(published_at=factories.moment("2026-02-25 10:00"))
    [one] = dues_of(cast.town, 2026, TODAY)
    told = [due.standing(TODAY) for due in one.dues]
    assert told == ["迟 5 天公开", "逾期 12 天未公开", "未到期"]


def test_an_open_period_is_not_told_apart_from_none(books: Books, cast: Cast) -> None:
    books.open(date(2026, 2, 1))
    [one] = dues_of(cast.town, 2026, TODAY)
    assert one.dues[1].period is None


def test_a_village_by_the_quarter_owes_quarters(books: Books, cast: Cast) -> None:
    rules = {"village": cast.village, "cycle": "quarter", "due_day": 20}
    BookRules.objects.create(township=cast.town, **rules)
    [one] = dues_of(cast.town, 2026, TODAY)
    assert [(due.first, due.last) for due in one.dues] == [(date(2026, 1, 1), date(2026, 3, 31))]


def test_sums_and_sums_per_head(books: Books, cast: Cast, client: Client) -> None:
    cast.village.population = 3000
    cast.village.save()
    answer = client.get("/finance/villages/")
    [one] = answer.context["villages"]
    assert (one.income, one.expense) == (Decimal(2000), Decimal(6000))
    assert (one.income_per_head, one.expense_per_head) == (Decimal("0.67"), Decimal("2.00"))
    assert "2月逾期" in answer.content.decode()
    rows = client.get("/finance/villages/?format=csv").getvalue().decode("utf-8-sig")
    assert "青禾村,3000,1,3,1,2000.00,6000.00,0.67,2.00" in rows


def test_large_expenses_of_all_villages(books: Books, client: Client) -> None:
    page = client.get("/finance/large-expenses/")
    assert [one.purpose for one in page.context["page"].items] == ["路面硬化"]
    assert page.context["sum"] == Decimal(6000)
    assert client.get("/finance/large-expenses/?cited=no").context["count"] == 0
    assert client.get("/finance/large-expenses/?village=qinghe&year=2026").context["count"] == 1


def test_a_chain_that_holds_and_one_that_does_not(books: Books, client: Client) -> None:
    page = client.get("/finance/verify/?village=qinghe").content.decode()
    assert "1 期全部相符" in page
    LedgerEntry.objects.filter(purpose="租金").update(purpose="门面租金")
    page = client.get("/finance/verify/?village=qinghe").content.decode()
    assert "从" in page
    assert "公开以后内容被改动过" in page


def test_the_page_says_what_the_fields_of_the_digest_are(books: Books, client: Client) -> None:
    page = client.get("/finance/verify/").content.decode()
    assert "counterparty" in page
    assert "sha256sum" in page


def test_questions_lead_to_answers_and_only_where_there_are_any(
    books: Books, client: Client, cast: Cast
) -> None:
    doors = client.get("/finance/").context["doors"]
    urls = [door.url for door in doors]
    assert "/finance/villages/" in urls
    assert "/finance/resolutions/" in urls
    assert "/finance/holdings/" not in urls
    for url in urls:
        assert client.get(url).status_code == 200


def test_pages_take_a_bounded_number_of_queries(
    books: Books, client: Client, cast: Cast, django_assert_max_num_queries: Any
) -> None:
    for n in range(5):
        factories.village(cast.town, name=f"第{n}村", slug=f"v{n}")
    for path, most in (
        ("/finance/", 12),
        ("/finance/villages/", 14),
        ("/finance/large-expenses/", 12),
        ("/finance/verify/", 8),
        ("/finance/resolutions/", 10),
        ("/finance/holdings/", 8),
        ("/finance/funds/", 8),
    ):
        with django_assert_max_num_queries(most):
            assert client.get(path).status_code == 200


def test_many_villages_come_in_pages_and_the_file_has_them_all(
    books: Books, cast: Cast, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = factories.village(cast.town, name="柳湾村", slug="liuwan")
    given = {"village": other, "name": "基本户", "opened_on": date(2026, 1, 1)}
    Account.objects.create(township=cast.town, **given)
    monkeypatch.setattr("finance.oversight.views.VILLAGES_A_PAGE", 1)
    first = client.get("/finance/villages/")
    assert len(first.context["villages"]) == 1
    assert "2 个村（社区）" in first.content.decode()
    second = client.get("/finance/villages/?page=2")
    assert first.context["villages"][0].village != second.context["villages"][0].village
    assert client.get("/finance/villages/?page=99").status_code == 200
    rows = client.get("/finance/villages/?format=csv").getvalue().decode("utf-8-sig")
    assert "柳湾村" in rows
    assert "青禾村" in rows
