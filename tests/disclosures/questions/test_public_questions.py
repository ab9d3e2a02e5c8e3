"""The list of answers and each of them, as residents read them."""

import pytest
from django.test import Client

from disclosures.questions.answer import Answer
from disclosures.questions.correct import release_supplement, supplement
from disclosures.questions.models import Question
from portal.core import clock
from tests import factories
from tests.cast import Cast
from tests.disclosures.questions import life
from tests.disclosures.questions.life import ANSWER, CONTACT, ORIGINAL
from tests.doors.routes import text_of
from tests.factories import moment

LIST = "/questions/"


def html(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def about(cast: Cast, title: str, **fields: object) -> Question:
    answer = {"asked": "问", "text": "答"}
    words = {
        key: fields.pop(key) for key in ("asked", "text", "entry", "category") if key in fields
    }
    return life.published(cast, Answer(title, **answer | words), **fields)


def test_a_page_shows_question_answer_office_and_days(cast: Cast, client: Client) -> None:
    entry = factories.entry(cast.town, name="高龄津贴事项", category="social-assistance")
    question = about(
        cast, "几月发？", entry=entry, subject="高龄津贴指南", at=moment("2026-03-02 10:00")
    )
    Question.objects.update(answered_at=moment("2026-03-10 08:00"))
    page = html(client, question.get_absolute_url())
    for words in (
        "<h1>几月发？</h1>",
        "政务公开办公室",
        "2026年3月2日",
        "2026年3月10日",
        "高龄津贴事项",
        "高龄津贴指南",
        "社会救助",
        "迟复",
        "/deadline/?received=2026-03-02&amp;days=5&amp;unit=working",
    ):
        assert words in page, words
    assert ORIGINAL not in page
    assert CONTACT not in page


def test_line_breaks_stay_and_markup_is_only_text(cast: Cast, client: Client) -> None:
    question = about(cast, "问", text="第一段\n\n第二段<script>alert(1)</script>")
    page = html(client, question.get_absolute_url())
    assert "<p>第一段</p>" in page
    assert "第二段&lt;script&gt;" in page


def test_supplements_stand_below_with_their_day(cast: Cast, client: Client) -> None:
    question = life.published(cast)
    supplement(question, "补上一句", by=cast.clerk)
    assert "补上一句" not in html(client, question.get_absolute_url())
    release_supplement(question, by=cast.reviewer, at=moment("2026-11-20 09:00"))
    page = html(client, question.get_absolute_url())
    assert (
        page.index(ANSWER.text) < page.index("补上一句") < page.index("2026年11月20日</time>补充")
    )


def test_a_withdrawn_one_says_that_when_and_why_but_not_what(cast: Cast, client: Client) -> None:
    question = life.withdrawn(cast)
    answer = client.get(question.get_absolute_url())
    page = answer.content.decode()
    assert answer.status_code == 410
    assert "标准已变。" in page
    assert life.WORD not in page
    assert ORIGINAL not in page


@pytest.mark.parametrize("number", [0, 999_999, 10**30])
def test_a_number_that_is_none_is_not_found(cast: Cast, client: Client, number: int) -> None:
    assert client.get(f"{LIST}{number}/").status_code == 404


def test_related_ones_are_of_the_same_entry_or_category(cast: Cast, client: Client) -> None:
    entry = factories.entry(cast.town, category="services")
    first = about(cast, "本条", entry=entry)
    about(cast, "同一事项的", entry=entry)
    about(cast, "同一类别的", category="services")
    page = html(client, first.get_absolute_url())
    assert "同一事项的" in page
    assert "同一类别的" not in page
    alone = about(cast, "没有类别的")
    assert "相关的问答" not in html(client, alone.get_absolute_url())


def test_the_list_is_newest_first_and_says_how_many(cast: Cast, client: Client) -> None:
    for number in range(3):
        about(cast, f"第{number}问")
    page = html(client, LIST)
    assert "共 3 条" in page
    assert page.index("第2问") < page.index("第1问") < page.index("第0问")


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("q=津贴", {"津贴问"}),
        ("q=甲 乙", {"津贴问"}),
        ("q=甲 丙", set()),
        ("q=没有", set()),
        ("kind=error", {"找错的"}),
        ("office=qinghe", {"村里的"}),
        ("category=services", {"津贴问"}),
        ("year=2025", {"去年的"}),
        ("kind=nonsense", {"津贴问", "找错的", "村里的", "去年的"}),
        ("q=津贴&kind=question", {"津贴问"}),
    ],
)
def test_it_is_narrowed_by_words_kind_office_category_and_year(
    cast: Cast, client: Client, query: str, titles: set[str]
) -> None:
    about(cast, "津贴问", text="甲乙", category="services")
    about(cast, "找错的", kind="error")
    village = about(cast, "村里的")
    Question.objects.filter(pk=village.pk).update(assigned_to=cast.village)
    old = about(cast, "去年的")
    Question.objects.filter(pk=old.pk).update(published_at=moment("2025-12-30 10:00"))
    page = html(client, f"{LIST}?{query}")
    assert {
        one for one in ("津贴问", "找错的", "村里的", "去年的") if f">{one}</a>" in page
    } == titles
    assert f"共 {len(titles)} 条" in page


def test_nothing_found_leads_to_the_form(cast: Cast, client: Client) -> None:
    page = html(client, f"{LIST}?q=火星")
    assert "没有找到这样的问答" in page
    assert 'href="/questions/ask/"' in page
    assert "还没有公开的问答" in html(client, LIST)


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_list_can_be_taken_away_without_what_is_private(
    cast: Cast, client: Client, kind: str
) -> None:
    question = about(cast, "津贴问", text="每月十日", category="services")
    about(cast, "别的问")
    supplement(question, "逢假日提前", by=cast.clerk)
    release_supplement(question, by=cast.reviewer)
    file = text_of(client.get(f"{LIST}?q=津贴&format={kind}"))
    for words in ("津贴问", "每月十日", "逢假日提前", "按时", "为民服务事项", "承诺答复日期"):
        assert words in file, words
    for words in ("别的问", ORIGINAL, CONTACT):
        assert words not in file, words


def test_pages_follow_each_other(cast: Cast, client: Client) -> None:
    for number in range(23):
        question = about(cast, f"第{number}问")
        Question.objects.filter(pk=question.pk).update(
            published_at=moment(f"2026-03-{number + 1:02d} 10:00")
        )
    first = html(client, f"{LIST}?kind=question")
    assert first.count('class="item-row"') == 20
    older = first.split('rel="next" href="')[1].split('"')[0].replace("&amp;", "&")
    assert older.startswith("?kind=question&before=")
    assert html(client, LIST + older).count('class="item-row"') == 3


def test_what_was_asked_about_a_page_stands_on_it(cast: Cast, client: Client) -> None:
    item = factories.published(cast.town, by=cast.officer)
    page = item.get_absolute_url()
    assert "关于这一页，大家在问" not in html(client, page)
    for number in range(4):
        about(cast, f"关于它的第{number}问", page=page)
    about(cast, "关于别的", page="/villages/")
    life.drafted(cast, page=page)
    shown = html(client, page)
    assert [f"关于它的第{number}问" in shown for number in range(4)] == [False, True, True, True]
    assert "关于别的" not in shown
    assert life.WORD not in shown


def test_queries_stay_bounded(
    cast: Cast, client: Client, django_assert_max_num_queries: object
) -> None:
    entry = factories.entry(cast.town, category="services")
    for number in range(25):
        question = about(cast, f"第{number}问", entry=entry)
        supplement(question, "补一句", by=cast.clerk)
        release_supplement(question, by=cast.reviewer)
    for address, most in (
        (LIST, 9),
        (f"{LIST}?q=问&office=open-government", 9),
        (f"{LIST}?format=csv", 8),
        (question.get_absolute_url(), 6),
        ("/feeds/questions/", 4),
    ):
        with django_assert_max_num_queries(most):
            text_of(client.get(address))


@pytest.mark.parametrize("address", [LIST, f"{LIST}?q=x", "one", "/feeds/questions/"])
def test_caches_may_keep_them_for_a_minute_and_no_cookie_comes(
    cast: Cast, client: Client, address: str
) -> None:
    question = life.published(cast)
    answer = client.get(question.get_absolute_url() if address == "one" else address)
    assert answer.status_code == 200
    assert set(answer["Cache-Control"].split(", ")) == {"public", "max-age=60"}
    assert not answer.cookies
    assert "Cookie" not in answer.get("Vary", "")
    assert client.post(address if address != "one" else LIST).status_code == 405


def test_blocks_of_other_pages_go_through_the_same_door(cast: Cast) -> None:
    about(cast, "一类", category="services", page="/villages/")
    life.withdrawn(cast)
    public = Question.objects.public(cast.town, clock.now())
    assert [one.title for one in public.in_category("services")] == ["一类"]
    assert [one.title for one in public.about("/villages/")] == ["一类"]
