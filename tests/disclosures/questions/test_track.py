"""With number and code one sees how it stands, truthfully; without them, nothing."""

from datetime import date, timedelta
from unittest.mock import patch

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from disclosures.questions.assign import assign
from disclosures.questions.correct import release_supplement, supplement, withdraw
from disclosures.questions.models import Question
from disclosures.questions.receive import Asked, receive
from disclosures.questions.views import MOST_TRIES
from portal.core import clock
from portal.core.query_code import code_from
from tests import factories
from tests.cast import Cast
from tests.disclosures.questions import life
from tests.disclosures.questions.life import CONTACT, ORIGINAL, STATES, WORD

TRACK = "/questions/track/"
CODE = "abcd-2345-efgh"
HEADS = {
    "received": "已收到",
    "assigned": "正在办理",
    "drafted": "正在审核答复",
    "published": "已答复",
    "answered": "已答复",
    "declined": "请找别的单位",
    "merged": "已收到",
    "spam": "没有办理",
    "withdrawn": "答复已撤下",
}
TOLD = {"published", "answered", "declined"}


def look(client: Client, number: object, code: str) -> str:
    return client.post(TRACK, {"number": number, "code": code}).content.decode()


@pytest.fixture
def codes(monkeypatch: pytest.MonkeyPatch) -> str:
    """Every question made in the test has this code, whatever its seed."""
    seen = []

    def same(seed: str) -> str:
        seen.append(seed)
        return CODE if len(seen) == 1 else code_from(seed)

    monkeypatch.setattr("disclosures.questions.receive.code_from", same)
    return CODE


@pytest.mark.parametrize("state", [name for name in STATES if name != "merged"])
def test_each_state_is_told_in_plain_words(
    cast: Cast, client: Client, codes: str, state: str
) -> None:
    question = STATES[state](cast)
    page = look(client, question.pk, codes)
    assert f"<h1>{HEADS[state]}</h1>" in page
    assert ORIGINAL in page
    assert CONTACT not in page
    assert (WORD in page) == (state in TOLD)


def test_an_answer_that_waits_for_review_is_not_shown_yet(
    cast: Cast, client: Client, codes: str
) -> None:
    page = look(client, life.drafted(cast).pk, codes)
    assert "正由另一位同事审核" in page
    assert WORD not in page


def test_a_withdrawn_answer_says_when_and_why(cast: Cast, client: Client, codes: str) -> None:
    page = look(client, life.withdrawn(cast).pk, codes)
    assert "标准已变。" in page
    assert WORD not in page


def test_late_is_called_late(cast: Cast, client: Client, codes: str) -> None:
    question = assign(life.received(cast), cast.office, by=cast.officer)
    assert "天，很抱歉" not in look(client, question.pk, codes)
    later = question.due_on + timedelta(days=4)
    with patch.object(clock, "today", lambda: later):
        page = look(client, question.pk, codes)
    assert "现在已经超过 4 天，很抱歉" in page
    assert "0559-7000002" in page


def test_a_provisional_day_says_so(cast: Cast, client: Client, codes: str) -> None:
    question = life.received(cast, at=factories.moment("2030-03-01 10:00"))
    Question.objects.filter(pk=question.pk).update(due_provisional=True)
    with patch.object(clock, "today", lambda: date(2030, 3, 2)):
        assert "暂定，放假安排公布后确定" in look(client, question.pk, codes)


def test_a_merged_question_shows_how_the_earlier_one_stands(cast: Cast, client: Client) -> None:
    earlier = life.received(cast, message="先问的秘密")
    receipt = receive(cast.town, Asked(kind="question", message="也问一样的", may_publish=True))
    life.merge(receipt.question, earlier, by=cast.officer)
    page = look(client, receipt.question.pk, receipt.code)
    assert f"编号 {earlier.pk}" in page
    assert "先问的秘密" not in page
    assign(earlier, cast.office, by=cast.officer)
    life.release(life.draft(earlier, life.ANSWER, by=cast.clerk), by=cast.reviewer)
    page = look(client, receipt.question.pk, receipt.code)
    assert life.ANSWER.text in page
    assert earlier.get_absolute_url() in page
    withdraw(earlier, by=cast.officer, reason="标准已变。")
    page = look(client, receipt.question.pk, receipt.code)
    assert life.ANSWER.text not in page
    assert "标准已变。" in page


def test_what_was_added_is_shown_once_it_is_released(
    cast: Cast, client: Client, codes: str
) -> None:
    question = life.published(cast)
    supplement(question, "补上一句", by=cast.clerk)
    assert "补上一句" not in look(client, question.pk, codes)
    release_supplement(question, by=cast.reviewer)
    assert "补上一句" in look(client, question.pk, codes)


def test_a_wrong_code_and_an_unknown_number_get_the_same_answer(cast: Cast, client: Client) -> None:
    question = life.published(cast)
    answers = []
    for number in (question.pk, question.pk + 999):
        with CaptureQueriesContext(connection) as queries:
            answer = client.post(TRACK, {"number": number, "code": "wwww-wwww-wwww"})
        page = answer.content.decode().replace(f'value="{number}"', "")
        answers.append((answer.status_code, len(queries), page.split("<main")[1]))
    token = 'name="csrfmiddlewaretoken" value="'
    pages = [page.partition(token)[0] + page.partition(token)[2][64:] for _, _, page in answers]
    assert answers[0][:2] == answers[1][:2] == (400, len(queries))
    assert pages[0] == pages[1]
    assert life.ANSWER.text not in pages[0]


@pytest.mark.parametrize("number", ["", "x", "-1", "9" * 19, "１２", "第 3 号"])
def test_any_number_may_be_typed(cast: Cast, client: Client, number: str) -> None:
    answer = client.post(TRACK, {"number": number, "code": "wwww-wwww-wwww"})
    assert answer.status_code == 400


def test_a_number_may_be_typed_with_words_around_it(cast: Cast, client: Client, codes: str) -> None:
    question = life.received(cast)
    assert ORIGINAL in look(client, f"第{question.pk}号", codes.upper())


def test_guessing_is_slowed_down(cast: Cast, client: Client, codes: str) -> None:
    question = life.received(cast)
    for _ in range(MOST_TRIES):
        look(client, question.pk, "wwww-wwww-wwww")
    assert "试得太多了" in look(client, question.pk, "wwww-wwww-wwww")
    assert ORIGINAL not in look(client, question.pk, codes)
    later = clock.now() + timedelta(minutes=61)
    with patch.object(clock, "now", lambda: later):
        assert ORIGINAL in look(client, question.pk, codes)


def test_looking_with_the_right_code_is_not_counted(cast: Cast, client: Client, codes: str) -> None:
    question = life.received(cast)
    for _ in range(MOST_TRIES + 2):
        assert ORIGINAL in look(client, question.pk, codes)


def test_the_code_opens_only_its_own_question(cast: Cast, client: Client, codes: str) -> None:
    own = life.received(cast)
    another = life.received(cast, message="别人的事")
    assert "别人的事" not in look(client, another.pk, codes)
    assert ORIGINAL in look(client, own.pk, codes)


def test_another_township_does_not_know_it(
    cast: Cast, client: Client, codes: str, settings: object
) -> None:
    question = life.received(cast)
    settings.ALLOWED_HOSTS = ["elsewhere.test"]
    factories.township(host="elsewhere.test")
    visitor = Client(headers={"host": "elsewhere.test"})
    assert ORIGINAL not in look(visitor, question.pk, codes)


def test_reports_from_before_there_were_codes_open_with_none(cast: Cast, client: Client) -> None:
    question = life.received(cast)
    Question.objects.update(code_digest="")
    for code in (CODE, "-", "0"):
        assert ORIGINAL not in look(client, question.pk, code)


def test_the_page_is_kept_by_no_cache_and_no_index(cast: Cast, client: Client, codes: str) -> None:
    question = life.received(cast)
    for answer in (
        client.get(TRACK),
        client.post(TRACK, {"number": question.pk, "code": codes}),
    ):
        assert "no-store" in answer["Cache-Control"]
        assert answer["X-Robots-Tag"] == "noindex, nofollow"
        assert '<meta name="robots" content="noindex, nofollow">' in answer.content.decode()


def test_nothing_is_told_by_address(cast: Cast, client: Client, codes: str) -> None:
    question = life.received(cast)
    page = client.get(TRACK, {"number": question.pk, "code": codes}).content.decode()
    assert ORIGINAL not in page
