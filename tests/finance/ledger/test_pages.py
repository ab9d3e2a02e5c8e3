"""A village's books as residents read them: published periods alone, and every figure computed."""

import hashlib
from datetime import date
from typing import Any

import pytest
from django.test import Client

from disclosures.questions.models import Question
from finance.ledger.models import LedgerEntry
from finance.ledger.post import reverse
from tests.cast import Cast
from tests.finance.ledger.village_books import Books, keep_books

BOOK = "/villages/qinghe/ledger/"
JANUARY = f"{BOOK}2026-01/"


@pytest.fixture
def books(cast: Cast) -> Books:
    """January public, with an income and two expenses; February open with one entry."""
    kept = keep_books(cast)
    january = kept.open()
    kept.post(
        january,
        kept.posting("3000", "经营收入", purpose="鱼塘承包款", voucher="记-1"),
        kept.posting("200.50", purpose="更换路灯", counterparty="方小庆"),
        kept.posting("99.50", purpose="订报纸", on=date(2026, 1, 20)),
    )
    kept.publish(january)
    february = kept.open(date(2026, 2, 1))
    kept.post(february, kept.posting("7.77", purpose="还没公开的一笔", on=date(2026, 2, 3)))
    return kept


def _read(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    data = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return data.decode()


def test_the_year_shows_what_came_and_what_went(client: Client, books: Books) -> None:
    page = _read(client, BOOK)
    for told in ("3,000.00", "300.00", "3,700.50", "经营收入", "2026年1月"):
        assert told in page


def test_a_period_shows_each_entry_with_its_balance(client: Client, books: Books) -> None:
    page = _read(client, JANUARY)
    for told in ("更换路灯", "200.50", "3,800.00", "3,700.50", "陈监督"):
        assert told in page
    assert "小庆" not in page


@pytest.mark.parametrize("path", [BOOK, JANUARY, f"{BOOK}?q=还没公开"])
def test_what_is_not_published_is_on_no_page(client: Client, books: Books, path: str) -> None:
    page = _read(client, path)
    assert "7.77" not in page
    assert "还没公开的一笔" not in page


def test_the_sheet_for_the_notice_board_holds_what_is_published_alone(
    client: Client, books: Books, django_assert_max_num_queries: Any
) -> None:
    january, february = books.cast.village.periods.order_by("first")
    with django_assert_max_num_queries(14):
        page = _read(client, f"/board/sheet/period/{january.pk}/look/")
    assert "更换路灯" in page
    assert "还没公开的一笔" not in page
    assert client.get(f"/board/sheet/period/{february.pk}/look/").status_code == 404


@pytest.mark.parametrize("tail", ["", "canonical.txt"])
def test_an_open_period_has_no_page(client: Client, books: Books, tail: str) -> None:
    assert client.get(f"{BOOK}2026-02/{tail}").status_code == 404
    assert client.get(f"{BOOK}2026-q1/{tail}").status_code == 404


def test_an_entry_that_is_not_public_has_no_page(client: Client, books: Books) -> None:
    hidden = LedgerEntry.objects.get(purpose="还没公开的一笔")
    for tail in ("", "ask/"):
        assert client.get(f"{BOOK}2026-02/{hidden.pk}/{tail}").status_code == 404
        assert client.get(f"{JANUARY}{hidden.pk}/{tail}").status_code == 404


def test_entries_are_searched_and_narrowed(client: Client, books: Books) -> None:
    subject = books.subject("办公费").pk
    for query, found in (
        ("q=路灯", 1),
        ("direction=expense", 2),
        ("least=150", 2),
        (f"subject={subject}", 2),
    ):
        assert f"找到 {found} 笔" in _read(client, f"{BOOK}?{query}")
    assert "没有符合条件的收支" in _read(client, f"{BOOK}?q=没有这样的事")


def test_the_file_holds_what_the_page_holds(client: Client, books: Books) -> None:
    rows = _read(client, f"{JANUARY}?format=csv").removeprefix("\ufeff").splitlines()
    assert len(rows) == 4
    assert "2026-01-06,,基本户,办公费,更换路灯,,200.50,3800.00,方某某" in rows[2]
    period = books.cast.village.periods.get(first=date(2026, 1, 1))
    assert all(period.digest in row for row in rows[1:])
    assert "还没公开" not in _read(client, f"{BOOK}?format=csv")


def test_anybody_can_recompute_the_digest(client: Client, books: Books) -> None:
    text = client.get(f"{JANUARY}canonical.txt").content
    period = books.cast.village.periods.get(first=date(2026, 1, 1))
    assert hashlib.sha256(text).hexdigest() == period.digest
    assert "小庆".encode() not in text


def test_a_correction_is_linked_both_ways_once_it_is_public(client: Client, books: Books) -> None:
    wrong = LedgerEntry.objects.get(purpose="更换路灯")
    february = books.cast.village.periods.get(first=date(2026, 2, 1))
    told = {"on": date(2026, 2, 5), "reason": "多记了", "into": february}
    red = reverse(wrong, by=books.cast.accountant, **told)
    assert "已冲销" not in _read(client, wrong.get_absolute_url())
    books.publish(february)
    assert red.get_absolute_url() in _read(client, wrong.get_absolute_url())
    page = _read(client, red.get_absolute_url())
    assert wrong.get_absolute_url() in page
    assert "−200.50（冲减）" in page
    assert "多记了" in page


def test_a_question_about_an_entry_goes_to_the_village(
    client: Client, books: Books, monkeypatch: Any
) -> None:
    monkeypatch.setattr("portal.core.guard.LEAST_SECONDS", -1)
    entry = LedgerEntry.objects.get(purpose="更换路灯")
    address = f"{entry.get_absolute_url()}ask/"
    form = client.get(address).context["form"]
    given = {name: form[name].value() or "" for name in form.fields}
    client.post(address, given | {"message": "为什么换了两次？", "may_publish": "on"})
    question = Question.objects.get()
    assert (question.page, question.assigned_to) == (entry.get_absolute_url(), books.cast.village)


def test_pages_take_a_bounded_number_of_queries(
    client: Client, books: Books, django_assert_max_num_queries: Any
) -> None:
    entry = LedgerEntry.objects.filter(purpose="更换路灯").get()
    for path, most in (
        (BOOK, 24),
        (f"{BOOK}?q=路", 26),
        (JANUARY, 20),
        (entry.get_absolute_url(), 10),
    ):
        with django_assert_max_num_queries(most):
            _read(client, path)


def test_a_long_period_is_read_page_by_page(client: Client, books: Books) -> None:
    march = books.cast.village.periods.get(first=date(2026, 2, 1))
    books.post(
        march,
        *(books.posting("1", purpose=f"第{n}笔", on=date(2026, 2, 10)) for n in range(60)),
    )
    books.publish(march)
    first = client.get(f"{BOOK}2026-02/").context["page"]
    assert len(first.items) == 50
    second = client.get(f"{BOOK}2026-02/?before={first.older}").context["page"]
    assert [one.purpose for one in second.items] == [f"第{n}笔" for n in range(49, 60)]
    back = client.get(f"{BOOK}2026-02/?after={second.newer}").context["page"]
    assert [one.pk for one in back.items] == [one.pk for one in first.items]
