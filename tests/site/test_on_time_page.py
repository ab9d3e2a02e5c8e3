"""按时公开情况: every office, every year, the same figures on the page and in the file."""

from datetime import date

import pytest
from django.test import Client

from tests import factories
from tests.cast import Cast
from tests.factories import moment

PAGE = "/on-time/"
DUE = "2026-03-30 17:00"  # 20 working days after 2026-03-02
LATE = "2026-03-31 09:00"


def publish(cast: Cast, at: str, **fields: object) -> object:
    return factories.published(
        cast.town, by=cast.officer, at=moment(at), formed_on=date(2026, 3, 2), **fields
    )


def csv_of(client: Client, **query: str) -> list[str]:
    answer = client.get(PAGE, {"format": "csv", **query})
    return b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()


@pytest.fixture
def three(cast: Cast) -> None:
    for at in (DUE, DUE, LATE):
        publish(cast, at)


def test_rates_have_two_places_and_a_total(three: None, client: Client) -> None:
    page = client.get(PAGE).content.decode()
    assert page.count("66.67%") == 3  # the figure, the office, the sum


def test_the_file_tells_the_same(three: None, client: Client) -> None:
    assert csv_of(client) == [
        "机构,已公开,按时,迟公开,按时率",
        "政务公开办公室,3,2,1,66.67%",
        "合计,3,2,1,66.67%",
    ]


def test_the_file_has_a_chinese_name(three: None, client: Client) -> None:
    answer = client.get(PAGE, {"format": "csv"})
    assert "2026%E5%B9%B4" in answer["Content-Disposition"]
    assert answer["Content-Type"].startswith("text/csv")


def test_each_year_has_its_tab(three: None, cast: Cast, client: Client) -> None:
    publish(cast, "2025-12-31 23:59")
    publish(cast, "2026-01-01 00:00")
    assert csv_of(client, year="2025")[-1].startswith("合计,1,")
    assert csv_of(client, year="2026")[-1].startswith("合计,4,")
    assert 'href="?year=2025"' in client.get(PAGE).content.decode()


@pytest.mark.parametrize("year", ["1999", "abc", "２０２６", "9" * 30, "-1", ""])
def test_a_year_that_is_not_there_shows_the_newest(three: None, client: Client, year: str) -> None:
    answer = client.get(PAGE, {"year": year})
    assert answer.status_code == 200
    assert "2026年按时公开情况" in answer.content.decode()


def test_with_nothing_published_it_says_so_in_words(cast: Cast, client: Client) -> None:
    page = client.get(PAGE).content.decode()
    assert "无应公开事项" in page
    assert "NaN" not in page


def test_drafts_and_neighbours_do_not_count(three: None, cast: Cast, client: Client) -> None:
    factories.draft(cast.town, by=cast.clerk)
    cast.town.host = "testserver"
    cast.town.save(update_fields=["host"])
    elsewhere = factories.township(host="else.test")
    stranger = factories.staff(factories.organisation(elsewhere), is_superuser=True)
    factories.published(elsewhere, by=stranger)
    assert csv_of(client)[-1].startswith("合计,3,")


def test_more_items_cost_no_more_queries(
    three: None, cast: Cast, client: Client, django_assert_max_num_queries: object
) -> None:
    for _ in range(5):
        publish(cast, DUE, issuer=factories.organisation(cast.town))
    with django_assert_max_num_queries(6):
        client.get(PAGE)
