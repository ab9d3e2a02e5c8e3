"""What the page of an item tells."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from disclosures.flow.repeal import repeal
from disclosures.items.digest import digest_of
from disclosures.items.models import Disclosure
from tests import factories
from tests.cast import Cast
from tests.disclosures.items.revised import revised


@pytest.fixture
def item(cast: Cast) -> Disclosure:
    entry = factories.entry(cast.town, code="S03-02", name="低保审批", column="key-fields")
    return factories.published(
        cast.town,
        by=cast.officer,
        entry=entry,
        title="二季度低保审批公示",
        summary="新增五户，停发两户。",
        keywords="低保、公示",
        document_number="阳政〔2026〕5号",
        source="民政办公室",
        responsible=cast.officer,
        body='<p>请查看。</p><p><img src="/images/0b54f3b1-6c7e-4f1a-9a58-0f2f0f2d2a11"></p>',
    )


def html_of(client: Client, item: Disclosure) -> str:
    return client.get(item.get_absolute_url()).content.decode()


def test_the_metadata_box_is_complete(client: Client, item: Disclosure) -> None:
    html = html_of(client, item)
    for told in (
        item.index_number,
        "重点领域信息公开",
        "政务公开办公室",
        "低保审批",
        "阳政〔2026〕5号",
        "2026年3月2日",
        "2026年3月10日",
        "低保、公示",
        "民政办公室",
        "新增五户，停发两户。",
        "自发布之日起",
        "有效",
        "李主任",
        "20个工作日",
        "按时",
        digest_of(item.live),
    ):
        assert told in html, told


def test_lateness_is_told(client: Client, cast: Cast) -> None:
    item = factories.published(
        cast.town,
        by=cast.officer,
        formed_on=date(2026, 1, 5),
        at=factories.moment("2026-03-10 10:00"),
    )
    assert "逾期" in html_of(client, item)


def test_labels_are_those_of_an_article(client: Client, item: Disclosure) -> None:
    html = html_of(client, item)
    for label in (
        'name="ArticleTitle" content="二季度低保审批公示"',
        'name="PubDate" content="2026-03-10 10:00"',
        'name="ContentSource" content="民政办公室"',
        'name="Keywords" content="低保、公示"',
        'name="Description" content="新增五户，停发两户。"',
        'name="ColumnName" content="低保审批"',
        'name="ColumnType" content="重点领域信息公开"',
        f'name="Url" content="http://testserver{item.get_absolute_url()}"',
        'name="Image" content="http://testserver/images/0b54f3b1',
    ):
        assert label in html, label


def test_history_lists_editions_and_repeal(client: Client, cast: Cast, item: Disclosure) -> None:
    revised(item, by=cast.officer, note="补充发放时间。")
    item.refresh_from_db()
    repeal(item, by=cast.officer, on=date(2026, 5, 1), reason="已有新规定。")
    changes = client.get(item.get_absolute_url()).context["changes"]
    assert [(str(change.on), change.what, change.current) for change in changes] == [
        ("2026-05-01", "废止：已有新规定。", False),
        ("2026-04-01", "补充发放时间。", True),
        ("2026-03-10", "首次公开", False),
    ]


def test_a_correction_of_spelling_moves_no_date(
    client: Client, cast: Cast, item: Disclosure
) -> None:
    revised(item, by=cast.officer, note="更正错字。", substantial=False)
    answer = client.get(item.get_absolute_url())
    assert answer.context["disclosure"].published_at == factories.moment("2026-03-10 10:00")
    assert "文字更正：更正错字。" in answer.content.decode()


def test_an_earlier_version_says_that_it_is_one(
    client: Client, cast: Cast, item: Disclosure
) -> None:
    revised(item, by=cast.officer, note="补充发放时间。")
    earlier = client.get(reverse("disclosures:version", args=[item.index_number, 1]))
    html = earlier.content.decode()
    assert "这是以前的版本：第 1 版" in html
    assert "二季度低保审批公示（修订）" not in html


def test_the_present_version_is_the_item_itself(client: Client, item: Disclosure) -> None:
    answer = client.get(reverse("disclosures:version", args=[item.index_number, 1]))
    assert answer["Location"] == item.get_absolute_url()


def test_a_version_that_never_was_is_not_found(client: Client, item: Disclosure) -> None:
    assert (
        client.get(reverse("disclosures:version", args=[item.index_number, 9])).status_code == 404
    )


def test_related_items_are_of_the_same_entry(client: Client, cast: Cast, item: Disclosure) -> None:
    factories.published(cast.town, by=cast.officer, entry=item.live.entry, title="一季度低保审批")
    factories.published(cast.town, by=cast.officer, title="别的事项")
    related = client.get(item.get_absolute_url()).context["related"]
    assert [each.live.title for each in related] == ["一季度低保审批"]


def test_errors_can_be_pointed_out(client: Client, item: Disclosure) -> None:
    assert f'href="/report-error/?page={item.get_absolute_url()}&amp;name=' in html_of(client, item)


def test_the_sheet_leads_back_by_qr_code_and_address(client: Client, item: Disclosure) -> None:
    answer = client.get(reverse("disclosures:print", args=[item.index_number]))
    html = answer.content.decode()
    assert "<svg" in html
    assert f"http://testserver{item.get_absolute_url()}" in html


def test_queries_do_not_grow_with_history_and_neighbours(
    client: Client, cast: Cast, item: Disclosure, django_assert_max_num_queries: object
) -> None:
    for n in range(12):
        factories.published(cast.town, by=cast.officer, entry=item.live.entry)
        at = factories.moment(f"2026-04-{n + 1:02d} 09:00")
        revised(item, by=cast.officer, note=f"第{n}次。", at=at)
        item.refresh_from_db()
    with django_assert_max_num_queries(14):
        client.get(item.get_absolute_url())
