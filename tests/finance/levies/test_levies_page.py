"""What a levy brought and what it paid for, out of the books, as residents read it."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from disclosures.items.models import Disclosure
from finance.ledger.models import Period
from finance.levies.account import account_of
from tests.admin.test_edition_form import LIST, page_of
from tests.cast import Cast
from tests.factories import entry
from tests.finance.ledger.village_books import Books, keep_books
from tests.finance.levies.asked import drafted, limit, published, spare


@pytest.fixture
def books(cast: Cast) -> Books:
    return keep_books(cast, opening="50000")


def _spend(books: Books, item: Disclosure, publish: bool = True) -> None:
    january = books.open()
    books.post(
        january,
        books.posting("7000.00", "一事一议资金", purpose="收筹资款", levy=item),
        books.posting("2000.00", purpose="买水泥", levy=item),
    )
    if publish:
        books.publish(january)


def _read(client: Client, item: Disclosure) -> str:
    return client.get(item.get_absolute_url()).content.decode()


def test_due_leaves_out_those_who_are_spared(cast: Cast, client: Client) -> None:
    edition = drafted(cast, kind="both", workers=100, days=Decimal("2.0"))
    spare(edition, 20, "both")
    spare(edition, 10, "money")
    burden = edition.levy.burden
    assert (burden.payers, burden.due) == (470, Decimal("7050.00"))
    assert (burden.workers, burden.due_days) == (80, Decimal("160.0"))


def test_collected_and_used_come_from_public_books(
    cast: Cast, client: Client, books: Books
) -> None:
    item = published(cast)
    _spend(books, item, publish=False)
    assert "还没有这项筹资的收支" in _read(client, item)
    assert account_of(item.live.levy, all_periods=True).collected == Decimal("7000.00")
    books.publish(Period.objects.get())
    page = _read(client, item)
    for told in ("7,500.00", "7,000.00", "占应筹 93.33%", "结余 5,000.00 元", "买水泥"):
        assert told in page, told


def test_spending_more_than_came_is_flagged(cast: Cast, client: Client, books: Books) -> None:
    item = published(cast)
    january = books.open()
    books.post(january, books.posting("900.00", purpose="买水泥", levy=item))
    books.publish(january)
    assert "已用 900.00 元，比已筹 0.00 元多 900.00 元。" in _read(client, item)


def test_the_list_is_narrowed_counted_and_taken_away(
    cast: Cast, client: Client, books: Books
) -> None:
    published(cast, title="去年的", year=2025)
    _spend(books, published(cast, title="今年的"))
    page = client.get("/finance/levies/").content.decode()
    assert "全部：2 项" in page
    assert "现在的限额是每人 20.00 元、每个劳动力 3 个工" in page
    for asked, count in (
        ({"year": "2025"}, 1),
        ({"village": "qinghe"}, 2),
        ({"year": "2025", "village": "qinghe"}, 1),
    ):
        answer = client.get("/finance/levies/", asked).content.decode()
        assert f"符合条件：{count} 项" in answer, asked
    answer = client.get("/finance/levies/", {"format": "csv", "year": "2026"})
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    assert "今年的,青禾村,2026,筹资,15.00," in text
    assert "7000.00,2000.00,5000.00" in text
    assert client.get("/finance/levies/", {"format": "xlsx"}).content[:2] == b"PK"


def test_without_levies_the_page_says_so(cast: Cast, client: Client) -> None:
    drafted(cast)
    assert "还没有公开筹资筹劳" in client.get("/finance/levies/").content.decode()


def test_queries_do_not_grow_with_the_levies(
    cast: Cast, client: Client, django_assert_max_num_queries: Any
) -> None:
    for number in range(4):
        edition = published(cast, title=f"第{number}项", year=2020 + number).live
        spare(edition, 3)
    with django_assert_max_num_queries(12):
        assert client.get("/finance/levies/").status_code == 200
    with django_assert_max_num_queries(25):
        assert client.get(edition.disclosure.get_absolute_url()).status_code == 200


def test_a_levy_is_typed_at_the_desk(cast: Cast, client: Client) -> None:
    client.force_login(cast.clerk)
    limit(cast.town)
    sent = {
        "title": "筹资方案",
        "entry": entry(cast.town).pk,
        "issuer": cast.office.pk,
        "formed_on": "2026-02-10",
        "audience": "全社会",
        "levy-TOTAL_FORMS": 1,
        "levy-INITIAL_FORMS": 0,
        "levy-0-village": cast.village.pk,
        "levy-0-year": 2026,
        "levy-0-kind": "money",
        "levy-0-purpose": "修路",
        "levy-0-persons": 500,
        "levy-0-per_head": "25",
        "levy-0-workers": 0,
        "levy-0-days": 0,
        "levy_exemptions-TOTAL_FORMS": 0,
        "levy_exemptions-INITIAL_FORMS": 0,
    }
    answer = client.post(f"{LIST}add/?shape=levy", sent)
    assert answer.status_code == 302, answer.content.decode()
    edition = Disclosure.objects.get().editions.get()
    assert edition.levy.per_head == Decimal(25)
    page = page_of(client, edition)
    assert "超过省定限额规定的每人每年 20.00 元" in page
    assert "应筹 12,500.00 元，已筹 0.00 元，已用 0.00 元。" in page


def test_limits_are_set_by_the_office(cast: Cast, client: Client) -> None:
    client.force_login(cast.officer)
    page = client.get("/admin/finance/levyrule/add/")
    assert page.status_code == 200
    sent = {"name": "省定限额", "since": 2024, "per_head": "20", "days": "3"}
    assert client.post("/admin/finance/levyrule/add/", sent).status_code == 302
    client.force_login(cast.clerk)
    assert client.get("/admin/finance/levyrule/add/").status_code == 403


def test_days_of_meeting_and_approval_are_told(cast: Cast, client: Client) -> None:
    page = _read(client, published(cast, met_on=date(2026, 1, 10)))
    assert "2026年1月10日开会，应到 60 人，实到 55 人，赞成 50 票" in page
    assert "2026年1月22日，澄农筹〔2026〕1号" in page
