"""Finding a service: by what has happened, by plain words, by who gives it."""

import io
from typing import Any

import pytest
from django.test import Client
from python_calamine import CalamineWorkbook

from disclosures.guides.events import BY_SLUG, LifeEvent
from disclosures.guides.public import events_with_counts, of_event, public_guides
from portal.core import clock
from tests import factories
from tests.cast import Cast
from tests.disclosures.guides.guides import published

PAGE = "/services/"


@pytest.fixture
def found(cast: Cast, client: Client) -> Any:
    """The names of the services that a question finds."""
    shelf = factories.entry(cast.town, name="最低生活保障", category="social-assistance")

    def add(title: str, **given: Any) -> None:
        published(cast.town, by=cast.officer, title=f"{title}办事指南", **given)

    add("生育登记", events=("birth",), also_called="办准生证、怀孕登记", promised_unit="at_once")
    add("育儿补贴申领", events=("birth",), summary="三周岁以下每年领补贴")
    add("孤儿保障", events=("birth", "hardship"), keywords="困境儿童")
    add("最低生活保障", events=("hardship",), also_called="吃低保", entry=shelf)
    add("养老金领取", events=("old-age",), office=cast.village)

    def ask(**query: str) -> list[str]:
        page = client.get(PAGE, query)
        assert page.status_code == 200
        return [item.live.serviceguide.name for item in page.context["page"].items]

    return ask


def test_without_a_question_all_are_there(found: Any) -> None:
    assert len(found()) == 5


def test_by_life_event_what_belongs_to_it_alone_first(found: Any) -> None:
    assert found(event="birth") == ["生育登记", "育儿补贴申领", "孤儿保障"]
    assert found(event="death") == []


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("低保", {"最低生活保障"}),
        ("准生证", {"生育登记"}),
        ("怎么办准生证", {"生育登记"}),
        ("生小孩", {"生育登记", "育儿补贴申领", "孤儿保障"}),
        ("生小孩补贴", {"育儿补贴申领"}),
        ("领取养老金", {"养老金领取"}),
        ("三周岁", {"育儿补贴申领"}),
        ("困境儿童", {"孤儿保障"}),
        ("生孩子", {"生育登记", "育儿补贴申领", "孤儿保障"}),
        ("养老金领取要带什么", {"养老金领取"}),
        ("补贴 三周岁", {"育儿补贴申领"}),
        ("补贴 低保", set()),
        ("火星", set()),
    ],
)
def test_by_the_words_that_people_use(found: Any, words: str, names: set[str]) -> None:
    assert set(found(q=words)) == names


def test_by_office_and_by_category(cast: Cast, found: Any) -> None:
    assert found(office=cast.village.slug) == ["养老金领取"]
    assert len(found(office=cast.office.slug)) == 4
    assert found(category="social-assistance") == ["最低生活保障"]
    assert found(category="social-assistance", event="birth") == []


def test_what_no_choice_has_is_said_and_left_out(found: Any, client: Client) -> None:
    assert len(found(event="火星", office="x", category="y")) == 5
    text = client.get(PAGE, {"event": "火星"}).content.decode()
    assert "有的条件没有看懂" in text


def test_a_search_without_result_leads_on(found: Any, client: Client) -> None:
    text = client.get(PAGE, {"q": "火星"}).content.decode()
    assert "找到 0 件事" in text
    assert "没有找到" in text
    assert "?event=birth" in text


def test_counts_stand_on_the_tiles_and_in_the_choices(
    cast: Cast, found: Any, client: Client, django_assert_num_queries: Any
) -> None:
    guides = public_guides(cast.town, clock.now())
    with django_assert_num_queries(1):
        counts = {one.event.slug: one.count for one in events_with_counts(guides)}
    assert counts == {"birth": 3, "hardship": 2, "old-age": 1}
    text = client.get(PAGE).content.decode()
    assert "全部 5 件事" in text
    assert f"{cast.village.name}（1 件）" in text
    assert "社会救助（1 件）" in text


def test_rows_say_how_long_how_much_and_where(found: Any, client: Client) -> None:
    text = client.get(PAGE, {"event": "birth"}).content.decode()
    assert "当场办结" in text
    assert "10 个工作日" in text
    assert "不收费" in text
    assert "3号窗口" in text


def test_one_event_is_not_found_inside_the_name_of_another(cast: Cast) -> None:
    published(cast.town, by=cast.officer, events=("old-age",))
    guides = public_guides(cast.town, clock.now())
    assert of_event(guides, BY_SLUG["old-age"]).count() == 1
    assert of_event(guides, LifeEvent("age", "年龄", "多大了？")).count() == 0


def test_long_lists_have_pages(cast: Cast, client: Client) -> None:
    for number in range(23):
        published(cast.town, by=cast.officer, title=f"第{number}件事办事指南", events=("work",))
    first = client.get(PAGE)
    assert len(first.context["page"].items) == 20
    second = client.get(PAGE, {"before": first.context["page"].older})
    assert len(second.context["page"].items) == 3
    assert len(client.get(PAGE, {"event": "work"}).context["page"].items) == 23


@pytest.mark.parametrize("query", [{}, {"event": "birth"}, {"q": "低保"}, {"office": "x"}])
def test_queries_do_not_grow_with_the_list(
    cast: Cast, client: Client, query: dict[str, str], django_assert_max_num_queries: Any
) -> None:
    for number in range(15):
        published(
            cast.town,
            by=cast.officer,
            title=f"低保{number}办事指南",
            events=("birth",),
            office=cast.village,
        )
    client.get(PAGE)
    with django_assert_max_num_queries(9):
        client.get(PAGE, query)


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_exactly_the_list_can_be_taken_away(found: Any, client: Client, kind: str) -> None:
    answer = client.get(PAGE, {"event": "birth", "format": kind})
    data = b"".join(answer.streaming_content) if answer.streaming else answer.content
    if kind == "csv":
        text = data.decode("utf-8-sig")
    else:
        sheet = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0)
        text = "\n".join("，".join(map(str, row)) for row in sheet.to_python())
    assert "生育登记" in text
    assert "最低生活保障" not in text
    assert "社会保障卡，复印件 2 份" in text
    assert "迎春路22号" in text


def test_the_file_needs_few_queries(
    cast: Cast, client: Client, django_assert_max_num_queries: Any
) -> None:
    for number in range(12):
        published(cast.town, by=cast.officer, title=f"第{number}件事办事指南")
    with django_assert_max_num_queries(10):
        answer = client.get(PAGE, {"format": "csv"})
        assert len(list(answer.streaming_content)) == 13
