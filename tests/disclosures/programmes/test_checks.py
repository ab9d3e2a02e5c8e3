"""The checks: they lead to what to do next, and keep nothing of what was answered."""

import logging
from typing import Any

import pytest
from django.apps import apps
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.views.debug import SafeExceptionReporterFilter

from disclosures.flow.repeal import repeal
from portal.core import clock
from tests.cast import Cast
from tests.disclosures.programmes.programmes import published

OWN, GENERAL = "/benefits/gaoling/check/", "/benefits/check/"
HINT = "只是提示。"
SENT = {"who": ["very-old"], "place": "village", "circumstances": ["poor"]}


def post(client: Client, address: str, sent: dict[str, Any] | None = None) -> Any:
    return client.post(address, sent or {})


def page(client: Client, address: str, **sent: Any) -> str:
    return post(client, address, sent).content.decode()


@pytest.fixture
def item(cast: Cast) -> Any:
    return published(cast.town, by=cast.officer)


def test_it_begins_with_the_first_question(item: Any, client: Client) -> None:
    text = client.get(OWN).content.decode()
    assert "老人满80周岁了吗？" in text
    assert "户口在本县吗？" not in text
    assert HINT in text


def test_an_answer_leads_on_and_travels_with_the_form(item: Any, client: Client) -> None:
    text = page(client, OWN, q1=1, asked=1)
    assert "户口在本县吗？" in text
    assert '<input type="hidden" name="q1" value="1">' in text


def test_the_end_says_what_to_do_next(item: Any, client: Client) -> None:
    text = page(client, OWN, q1=1, q2=1)
    for words in (
        "可能符合，可以申请",
        "带户口簿。",
        "便民服务中心3号窗口",
        "0559-7000003",
        "身份证",
        "10个工作日",
        "由政务公开办公室按规定审核决定",
        HINT,
    ):
        assert words in text, words


def test_unlikely_says_why_and_whom_to_ask(item: Any, client: Client) -> None:
    text = page(client, OWN, q1=2)
    for words in ("可能不符合", "还没有到龄。", "0559-7000003", HINT):
        assert words in text, words


def test_no_answer_is_asked_for_again(item: Any, client: Client) -> None:
    answer = post(client, OWN, {"asked": 1})
    assert answer.status_code == 400
    assert "请选一个答案。" in answer.content.decode()
    assert "<title>错误：" in answer.content.decode()


def test_one_can_go_back_to_an_answer(item: Any, client: Client) -> None:
    text = page(client, OWN, q1=1, q2=1, back=2)
    assert "户口在本县吗？</legend>" in text
    assert "老人满80周岁了吗？ <strong>满了</strong>" in text


@pytest.mark.parametrize(
    "sent",
    [
        {"q1": "999"},
        {"q1": "x"},
        {"q1": "-1"},
        {"q": "1"},
        {"qq1": "1"},
        {"q1": "１"},
        {"q1": "1" * 40},
        {"asked": "nothing", "back": "x" * 200},
        {"q1": "<script>"},
        {"q2": "1"},
    ],
)
def test_what_no_question_offers_is_no_answer(
    item: Any, client: Client, sent: dict[str, str]
) -> None:
    answer = post(client, OWN, sent)
    assert answer.status_code == 200
    assert "老人满80周岁了吗？</legend>" in answer.content.decode()
    assert "<script>" not in answer.content.decode()


def test_answers_in_the_address_are_not_read(item: Any, client: Client) -> None:
    assert "老人满80周岁了吗？</legend>" in client.get(f"{OWN}?q1=1").content.decode()
    assert "高龄津贴" not in client.get(f"{GENERAL}?who=very-old").content.decode()


def test_a_programme_without_questions_has_no_check(cast: Cast, client: Client) -> None:
    item = published(cast.town, by=cast.officer, questions={})
    assert client.get(OWN).headers["Location"] == item.get_absolute_url()
    assert "可能适合我吗" not in client.get(item.get_absolute_url()).content.decode()


def test_one_that_has_ended_has_no_check(cast: Cast, item: Any, client: Client) -> None:
    repeal(item, by=cast.officer, on=clock.today(), reason="停止")
    assert client.get(OWN).headers["Location"] == item.get_absolute_url()
    assert "高龄津贴" not in post(client, GENERAL, SENT).content.decode()


def test_the_general_check_sorts_all_programmes_with_reasons(cast: Cast, client: Client) -> None:
    make = {"by": cast.officer}
    published(cast.town, **make)
    published(cast.town, **make, key="a", title="耕地补贴", meant_for=["farmer"])
    published(
        cast.town, **make, key="b", title="特困供养", meant_for=["very-old"], in_case_of=["alone"]
    )
    published(cast.town, **make, key="c", title="医保报销", meant_for=[])
    text = post(client, GENERAL, SENT).content.decode()
    assert "有 2 项可能适合" in text
    order = ["医保报销", "高龄津贴", "还要看一种情况（1 项）", "特困供养", "看来不适合的（1 项）"]
    places = [text.index(words) for words in [*order, "耕地补贴"]]
    assert places == sorted(places)
    for words in (
        "因为您选了“80 周岁以上的老人”",
        "如果还有这种情况，也可能适合：“没有人赡养或抚养”",
        "一般要求：“种田、养殖的农户”",
        "再答几题细看",
        HINT,
    ):
        assert words in text, words


def test_the_general_check_needs_to_know_for_whom(client: Client, cast: Cast) -> None:
    answer = post(client, GENERAL, {"place": "village"})
    assert answer.status_code == 400
    assert "请选一选是给谁的" in answer.content.decode()


def test_nobody_of_them_is_an_answer_too(item: Any, client: Client) -> None:
    text = page(client, GENERAL, who=["none"], circumstances=["poor"])
    assert "没有找到明显适合的项目" in text


@pytest.mark.parametrize("sent", [{"who": ["x"]}, {"who": ["old"], "place": "moon"}])
def test_choices_that_are_not_offered_are_refused(
    cast: Cast, client: Client, sent: dict[str, Any]
) -> None:
    assert post(client, GENERAL, sent).status_code == 400


@pytest.fixture
def strict(settings: Any) -> Client:
    """A browser that checks for forgery, as real ones do."""
    return Client(enforce_csrf_checks=True)


@pytest.mark.parametrize(("address", "sent"), [(OWN, {"q1": 1, "q2": 1}), (GENERAL, SENT)])
def test_it_sets_no_cookie_and_needs_none(
    item: Any, strict: Client, address: str, sent: dict[str, Any]
) -> None:
    for answer in (strict.get(address), post(strict, address, sent)):
        assert answer.status_code == 200
        assert not answer.cookies
        assert "Cookie" not in answer.headers.get("Vary", "")
        assert "csrf" not in answer.content.decode()


@pytest.mark.parametrize(("address", "sent"), [(OWN, {"q1": 1, "q2": 1}), (GENERAL, SENT)])
def test_no_cache_and_no_search_engine_keeps_the_answer(
    item: Any, client: Client, address: str, sent: dict[str, Any]
) -> None:
    answer = post(client, address, sent)
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["X-Robots-Tag"] == "noindex, noarchive"
    assert "max-age=60" in client.get(address).headers["Cache-Control"]


def _records() -> dict[str, int]:
    return {model._meta.label: model._default_manager.count() for model in apps.get_models()}


@pytest.mark.parametrize(("address", "sent"), [(OWN, {"q1": 1, "q2": 1}), (GENERAL, SENT)])
def test_it_stores_nothing_and_writes_no_log(
    item: Any,
    client: Client,
    address: str,
    sent: dict[str, Any],
    caplog: pytest.LogCaptureFixture,
    django_assert_max_num_queries: Any,
) -> None:
    before = _records()
    caplog.set_level(logging.DEBUG)
    with django_assert_max_num_queries(10) as queries:
        post(client, address, sent)
    assert _records() == before
    assert not [one["sql"] for one in queries if not one["sql"].startswith("SELECT")]
    assert not cache._cache  # type: ignore[attr-defined]
    told = " ".join(one.getMessage() for one in caplog.records if "SELECT" not in one.getMessage())
    assert "q1" not in told
    assert "very-old" not in told


def test_the_answers_are_not_part_of_error_reports(item: Any, client: Client, rf: Any) -> None:
    request = client.post(OWN, {"q1": "1"}).wsgi_request
    shown = SafeExceptionReporterFilter().get_post_parameters(request)
    assert "1" not in shown.values()


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_nothing_but_asking_and_answering(item: Any, client: Client, method: str) -> None:
    assert getattr(client, method)(OWN).status_code == 405
    assert getattr(client, method)(reverse("disclosures:benefit-check")).status_code == 405


def test_the_general_check_takes_few_queries(
    cast: Cast, client: Client, django_assert_max_num_queries: Any
) -> None:
    for number in range(12):
        published(cast.town, by=cast.officer, key=f"key-{number}")
    with django_assert_max_num_queries(6):
        post(client, GENERAL, SENT)
