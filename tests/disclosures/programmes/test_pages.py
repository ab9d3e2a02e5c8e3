"""Programmes as residents find and read them."""

import csv
import io
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client

from disclosures.catalogue.models import CatalogueEntry
from disclosures.flow.repeal import repeal
from disclosures.lists.models import NoticeList
from disclosures.programmes.rows import Basis
from portal.core import clock
from portal.spreadsheets.read import read_workbook
from tests import factories
from tests.cast import Cast
from tests.disclosures.lists import rolls
from tests.disclosures.programmes.programmes import drafted, published
from tests.doors.routes import text_of
from tests.factories import moment

LIST, TABLE = "/benefits/", "/benefits/standards/"


@pytest.fixture(autouse=True)
def on(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    def set_now(text: str) -> None:
        now = moment(text)
        monkeypatch.setattr(clock, "now", lambda: now)
        monkeypatch.setattr(clock, "today", lambda: now.date())

    set_now("2026-11-23 10:00")
    return set_now


def html(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def rows_of(client: Client, address: str) -> list[dict[str, str]]:
    text = text_of(client.get(address)).split("Content-Type:")[0].lstrip("\ufeff")
    return list(csv.DictReader(io.StringIO(text)))


def test_a_page_answers_first_what_one_gets_today(cast: Cast, client: Client) -> None:
    page = html(client, published(cast.town, by=cast.officer).get_absolute_url())
    answer = page[page.index("programme-answer") : page.index("谁可以享受</h2>")]
    assert "<strong>60</strong>" in answer
    assert "<strong>600</strong>" in answer
    assert "<strong>50</strong>" not in answer
    assert "2026年10月1日起" in answer


def test_the_day_before_it_is_the_former_standard_and_the_new_one_is_announced(
    cast: Cast, client: Client, on: Callable[[str], None]
) -> None:
    item = published(cast.town, by=cast.officer)
    on("2026-09-30 23:59")
    page = html(client, item.get_absolute_url())
    assert "<strong>50</strong>" in page
    assert "已经定下的调整：2026年10月1日起“80—89周岁”60 元/人·月" in page


def test_without_a_standard_in_force_it_says_so(cast: Cast, client: Client) -> None:
    standards = {"一类": (("50", "2024-01-01", "2024-12-31"),)}
    item = published(cast.town, by=cast.officer, standards=standards)
    assert "今天没有执行中的标准" in html(client, item.get_absolute_url())


def test_the_page_says_who_how_where_and_since_when(cast: Cast, client: Client) -> None:
    page = html(client, published(cast.town, by=cast.officer).get_absolute_url())
    for words in (
        "年满80周岁",
        "户口迁出的",
        "便民服务中心3号窗口",
        "10个工作日",
        "“一卡通”打到社保卡",
        "谁来做：本人",
        "原件看一眼",
        "增加 10 元（20.00%）",
        "县文〔2026〕1号",
        "主席令第24号",
        "0559-7000009",
        "/benefits/gaoling/check/",
    ):
        assert words in page, words


def test_the_history_is_drawn_and_told_beside_its_table(cast: Cast, client: Client) -> None:
    page = html(client, published(cast.town, by=cast.officer).get_absolute_url())
    assert 'aria-label="80—89周岁：2025年1月起50 元/人·月，2026年10月起60 元/人·月。"' in page
    assert page.count(">现行</text>") == 2
    assert '<span class="badge">现行</span>' in page


def test_many_grades_stand_below_each_other(cast: Cast, client: Client) -> None:
    standards = {f"{n}类": (("50", "2025-01-01", None),) for n in range(1, 6)}
    page = html(
        client, published(cast.town, by=cast.officer, standards=standards).get_absolute_url()
    )
    assert '<th scope="row">5类</th>' in page


def test_a_policy_is_linked_only_while_it_is_public(cast: Cast, client: Client) -> None:
    entry = factories.entry(cast.town, kind=CatalogueEntry.Kind.POLICY)
    policy = factories.published(cast.town, by=cast.officer, entry=entry, title="高龄津贴通知")
    edition = drafted(cast.town, by=cast.officer)
    Basis.objects.create(township=cast.town, edition=edition, name="那份通知", policy=policy)
    item = factories.publish_archived(edition, at=moment("2026-03-10 09:00"), by=cast.officer)
    link = f'<a href="{policy.get_absolute_url()}">那份通知</a>'
    assert link in html(client, item.get_absolute_url())
    policy.withdrawn_at = clock.now()
    policy.save(update_fields=["withdrawn_at"])
    page = html(client, item.get_absolute_url())
    assert link not in page
    assert "那份通知" in page


def test_its_lists_stand_on_its_page(cast: Cast, client: Client) -> None:
    item = published(cast.town, by=cast.officer)
    listed = rolls.published(cast)
    NoticeList.objects.filter(edition=listed.live_id).update(programme=item)
    page = html(client, item.get_absolute_url())
    assert "这个项目的名单" in page
    assert listed.get_absolute_url() in page


def test_the_short_address_leads_to_the_item(cast: Cast, client: Client) -> None:
    item = published(cast.town, by=cast.officer)
    assert client.get("/benefits/gaoling/").headers["Location"] == item.get_absolute_url()
    assert client.get("/benefits/nothing/").status_code == 404


def test_the_list_stands_by_area_with_what_holds_today(cast: Cast, client: Client) -> None:
    published(cast.town, by=cast.officer)
    published(cast.town, by=cast.officer, key="gengdi", area="farm-subsidies", title="耕地补贴")
    page = html(client, LIST)
    assert page.index("社会救助<span") < page.index("高龄津贴") < page.index("农业补贴<span")
    assert page.index("农业补贴<span") < page.index("耕地补贴")
    assert "<strong>600</strong>" in page
    assert "共 2 个项目" in page


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=长寿钱", True),
        ("q=80周岁 津贴", True),
        ("q=80周岁津贴", True),
        ("q=80周岁补贴", True),
        ("q=耕地", False),
        ("area=social-assistance", True),
        ("area=medical", True),  # no such choice: left out, and said
        ("category=social-assistance", True),
        ("category=population", False),
        ("office=minzheng", True),
    ],
)
def test_it_is_found_by_plain_words_area_and_office(
    cast: Cast, client: Client, query: str, found: bool
) -> None:
    office = factories.organisation(cast.town, name="民政办", slug="minzheng")
    published(cast.town, by=cast.officer, also_called="长寿钱、老年补贴", office=office)
    assert ("高龄津贴</a>" in html(client, f"{LIST}?{query}")) is found


def test_what_is_repealed_is_told_apart(cast: Cast, client: Client) -> None:
    item = published(cast.town, by=cast.officer)
    repeal(item, by=cast.officer, on=date(2026, 11, 1), reason="停止执行")
    page = html(client, LIST)
    assert "共 0 个项目" in page
    assert "已经停止的项目（1 个）" in page
    assert "高龄津贴" not in html(client, TABLE)


def test_the_file_has_a_row_for_each(cast: Cast, client: Client) -> None:
    published(cast.town, by=cast.officer)
    (row,) = rows_of(client, f"{LIST}?format=csv")
    assert row["今天执行的标准"] == "80—89周岁：60 元/人·月\n100周岁以上：600 元/人·月"
    assert row["咨询电话"] == "0559-7000003"
    assert row["网址"].startswith("http://testserver/disclosures/")


def test_the_table_sets_year_against_year(cast: Cast, client: Client) -> None:
    published(cast.town, by=cast.officer)
    (old, _) = rows_of(client, f"{TABLE}?format=csv")
    assert (old["2024年末"], old["2025年末"], old["2026年（今天）"]) == ("", "50.00", "60.00")
    assert old["2026年（今天）比2025年末增减"] == "10.00"
    assert old["增减（%）"] == "20.00"
    assert old["现行标准执行起日"] == "2026-10-01"
    assert "增加 10 元（20.00%）" in html(client, TABLE)


def test_the_table_looks_back_from_an_earlier_year(cast: Cast, client: Client) -> None:
    standards = {"一类": (("50", "2022-01-01", "2024-12-31"), ("60", "2025-01-01", None))}
    published(cast.town, by=cast.officer, standards=standards)
    (row,) = rows_of(client, f"{TABLE}?format=csv&year=2025")
    assert (row["2023年末"], row["2024年末"], row["2025年末"]) == ("50.00", "50.00", "60.00")


@pytest.mark.parametrize("year", ["1066", "abc", "9999", "２０２６"])
def test_a_year_that_is_not_offered_is_this_one(cast: Cast, client: Client, year: str) -> None:
    published(cast.town, by=cast.officer)
    assert "2024—2026年" in html(client, f"{TABLE}?year={year}")


def test_the_workbook_holds_numbers(cast: Cast, client: Client) -> None:
    published(cast.town, by=cast.officer)
    data = client.get(f"{TABLE}?format=xlsx").content
    first = read_workbook(data, "表").sheets[0].rows[1]
    assert first[5:9] == [50, 60, 10, 20]


@pytest.mark.parametrize("address", [LIST, TABLE])
def test_a_list_without_programmes_says_so(cast: Cast, client: Client, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 200
    assert "没有" in answer.content.decode()


def test_the_site_map_names_the_pages(cast: Cast, client: Client) -> None:
    text = html(client, "/sitemap.xml")
    for address in (LIST, TABLE, "/benefits/check/"):
        assert f"{address}</loc>" in text


@pytest.mark.parametrize(
    ("address", "most"),
    [(LIST, 8), (TABLE, 8), (f"{LIST}?format=csv", 8), (f"{TABLE}?format=xlsx", 8)],
)
def test_the_number_of_queries_does_not_grow(
    cast: Cast, client: Client, address: str, most: int, django_assert_max_num_queries: Any
) -> None:
    for number in range(12):
        published(cast.town, by=cast.officer, key=f"key-{number}", title=f"第{number}项")
    with django_assert_max_num_queries(most):
        text_of(client.get(address))


def test_an_item_page_takes_few_queries(
    cast: Cast, client: Client, django_assert_max_num_queries: Any
) -> None:
    standards = {f"{n}类": (("50", "2025-01-01", None),) for n in range(1, 12)}
    item = published(cast.town, by=cast.officer, standards=standards)
    with django_assert_max_num_queries(28):
        client.get(item.get_absolute_url())
