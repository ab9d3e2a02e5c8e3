"""三公经费 as residents read it: amounts with counts, changes with reasons, years side by side."""

from typing import Any

from django.test import Client

from tests import factories
from tests.cast import Cast
from tests.finance.sangong.statements import FINAL, LAST, drafted, published


def _page(client: Client, **asked: Any) -> str:
    return client.get("/finance/sangong/", asked).content.decode()


def test_the_latest_final_account_comes_first_with_counts_and_reasons(
    cast: Cast, client: Client
) -> None:
    published(cast)
    published(cast, year=2026, final=None, last=LAST)
    page = _page(client)
    assert "阳光镇本级 2025 年度决算：41.00 万元" in page
    assert "国内 275 批次、2700 人次" in page
    assert "比上年减少 3.00 万元，下降 13.04%" in page
    assert "原因：压减一般性支出。" in page
    assert "2026 年度" in page


def test_nothing_of_nothing_is_said_in_words(cast: Cast, client: Client) -> None:
    published(cast, last=("0", "0", "37", "0"))
    page = _page(client)
    assert "比上年增加 20.00 万元（原为 0，不计算百分比）" in page
    assert "与上年持平" in page


def test_each_unit_has_its_own_years(cast: Cast, client: Client) -> None:
    published(cast)
    office = factories.organisation(cast.town, name="应急管理所", slug="yingji")
    published(cast, unit=office, final=("0", "0", "2", "0"), receptions=0, guests=0, kept=1)
    assert "应急管理所 2025 年度决算：2.00 万元" in _page(client, unit="yingji")
    assert "41.00 万元" in _page(client, unit="nobody")


def test_an_earlier_year_is_opened_by_its_number(cast: Cast, client: Client) -> None:
    published(cast, year=2024, final=LAST)
    published(cast, year=2025)
    assert "2024 年度决算：60.00 万元" in _page(client, year=2024)


def test_the_years_are_taken_away_as_a_file(cast: Cast, client: Client) -> None:
    published(cast)
    answer = client.get("/finance/sangong/", {"format": "csv"})
    lines = b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()
    assert len(lines) == 7
    assert "-31.67" in lines[1]
    assert client.get("/finance/sangong/", {"format": "xlsx"}).content[:2] == b"PK"


def test_its_own_page_tells_where_it_differs_from_what_was_published(
    cast: Cast, client: Client
) -> None:
    published(cast, year=2024, final=("0", "0", "36", "23"), title="2024年决算")
    item = published(cast, restated="上年一辆车后来划入镇里。")
    page = client.get(item.get_absolute_url()).content.decode()
    assert "本站《2024年决算》公布的是 36.00 万元" in page
    assert "上年一辆车后来划入镇里" in page


def test_drafts_and_empty_townships_show_nothing(cast: Cast, client: Client) -> None:
    drafted(cast)
    page = _page(client)
    assert "还没有公开“三公”经费" in page
    assert "41.00" not in page


def test_queries_do_not_grow_with_the_years(
    cast: Cast, client: Client, django_assert_max_num_queries: Any
) -> None:
    for year in range(2019, 2026):
        published(cast, year=year, last=FINAL, budget=FINAL)
    with django_assert_max_num_queries(8):
        assert client.get("/finance/sangong/").status_code == 200


def test_the_page_of_an_item_asks_a_bounded_number_of_queries(
    cast: Cast, client: Client, django_assert_max_num_queries: Any
) -> None:
    item = published(cast)
    with django_assert_max_num_queries(30):
        assert client.get(item.get_absolute_url()).status_code == 200
