"""A resident asks; programs are kept out; personal numbers are pointed out; a receipt comes."""

import re
from datetime import date
from unittest.mock import patch

import pytest
from django.core import signing
from django.test import Client, RequestFactory
from django.urls import reverse

from disclosures.questions.ask import ask
from disclosures.questions.models import Question
from disclosures.questions.page_names import Subject, ask_address
from disclosures.questions.promise import AnswerPromise
from disclosures.questions.states import Kind
from portal.core import clock
from portal.core.guard import MOST_PER_HOUR
from portal.core.query_code import fits
from tests import factories
from tests.cast import Cast
from tests.disclosures.questions.sending import mark_of, sent
from tests.factories import moment

ASK, REPORT = "/questions/ask/", "/report-error/"
CODE = re.compile(r"[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}")


@pytest.fixture
def mark(monkeypatch: pytest.MonkeyPatch) -> str:
    return mark_of(monkeypatch, 60)


@pytest.mark.parametrize(("page", "kind"), [(ASK, "question"), (REPORT, "error")])
def test_what_is_asked_is_kept_with_the_page(
    cast: Cast, client: Client, mark: str, page: str, kind: str
) -> None:
    answer = client.post(f"{page}?page=/villages/", sent(mark, contact="0559-7000003"))
    assert answer.status_code == 200
    kept = Question.objects.get()
    assert (kept.kind, kept.page, kept.message) == (kind, "/villages/", "电话打不通")
    assert (kept.township, kept.contact, kept.state) == (cast.town, "0559-7000003", "received")


def test_the_kind_can_be_chosen_on_the_form(cast: Cast, client: Client, mark: str) -> None:
    client.post(REPORT, sent(mark, kind="suggestion"))
    assert Question.objects.get().kind == "suggestion"


def test_the_receipt_gives_number_code_and_promised_day(
    cast: Cast, client: Client, mark: str
) -> None:
    with patch.object(clock, "now", lambda: moment("2026-09-29 10:00")):
        page = client.post(f"{ASK}?page=/villages/", sent(mark)).content.decode()
    question = Question.objects.get()
    code = CODE.search(page)[0]
    assert f"<strong>{question.pk}</strong>" in page
    assert fits(code, question.code_digest)
    # five working days: 30 September, 8, 9, 10 (worked for the holiday) and 12 October
    assert question.due_on == date(2026, 10, 12)
    assert "2026年10月12日" in page
    assert "/deadline/?received=2026-09-29&amp;days=5&amp;unit=working" in page
    assert 'href="/villages/"' in page


def test_the_code_is_kept_nowhere(cast: Cast, client: Client, mark: str) -> None:
    code = CODE.search(client.post(ASK, sent(mark)).content.decode())[0]
    row = Question.objects.values().get()
    assert code not in str(row)
    assert code.replace("-", "") not in str(row)


def test_a_township_promises_what_it_set(cast: Cast, client: Client, mark: str) -> None:
    AnswerPromise.objects.create(township=cast.town, question_days=2)
    with patch.object(clock, "now", lambda: moment("2026-03-02 10:00")):
        client.post(ASK, sent(mark))
    assert Question.objects.get().due_on == date(2026, 3, 4)
    assert "提问 2 个工作日内答复" in client.get(ASK).content.decode()


def test_publishing_needs_consent(cast: Cast, client: Client, mark: str) -> None:
    client.post(ASK, sent(mark))
    assert not Question.objects.get().may_publish
    client.post(ASK, sent(mark, message="另一件", may_publish="on"))
    assert Question.objects.get(message="另一件").may_publish


def test_sent_twice_by_a_slip_it_is_one_question_with_one_receipt(
    cast: Cast, client: Client, mark: str
) -> None:
    pages = [client.post(ASK, sent(mark)).content.decode() for _ in range(2)]
    assert Question.objects.count() == 1
    assert CODE.search(pages[0])[0] == CODE.search(pages[1])[0]


def test_changed_words_or_a_new_form_are_another_question(
    cast: Cast, client: Client, monkeypatch: pytest.MonkeyPatch, mark: str
) -> None:
    client.post(ASK, sent(mark))
    client.post(ASK, sent(mark, message="还有一件事"))
    client.post(ASK, sent(mark_of(monkeypatch, 30)))
    assert Question.objects.count() == 3


@pytest.mark.parametrize(
    ("message", "kind"),
    [
        ("我叫某某，身份证34112519900307771X", "身份证号 1 个"),
        ("打我手机13905591234", "手机号 1 个"),
        ("补贴没到卡6228480402564890018", "银行卡号 1 个"),
    ],
)
def test_personal_numbers_are_pointed_out_and_the_text_stays(
    cast: Cast, client: Client, mark: str, message: str, kind: str
) -> None:
    answer = client.post(ASK, sent(mark, message=message))
    page = answer.content.decode()
    assert answer.status_code == 400
    assert kind in page
    assert "换成星号" in page
    assert f"{message}</textarea>" in page
    assert not Question.objects.exists()


def test_an_office_telephone_is_no_personal_number(cast: Cast, client: Client, mark: str) -> None:
    client.post(ASK, sent(mark, message="0559-5550131打不通"))
    assert Question.objects.exists()


@pytest.mark.parametrize("contact", ["13905591234", "0559-5550100 找老王", "a@mail.example", ""])
def test_a_contact_is_a_telephone_an_address_or_nothing(
    cast: Cast, client: Client, mark: str, contact: str
) -> None:
    client.post(ASK, sent(mark, contact=contact))
    assert Question.objects.get().contact == contact


def test_a_contact_that_reaches_nobody_is_asked_again(
    cast: Cast, client: Client, mark: str
) -> None:
    page = client.post(ASK, sent(mark, contact="村里老王")).content.decode()
    assert page.count("请写电话或电子邮箱") == 2  # summary and beside the field
    assert not Question.objects.exists()


def test_an_empty_form_says_what_is_missing(cast: Cast, client: Client, mark: str) -> None:
    answer = client.post(ASK, sent(mark, message=""))
    assert answer.status_code == 400
    assert answer.content.decode().count("请写明您要问什么") == 2


def test_what_comes_at_once_is_sent_back_and_can_be_sent_again(cast: Cast, client: Client) -> None:
    young = re.search(r'name="started" value="([^"]+)"', client.get(ASK).content.decode())[1]
    page = client.post(ASK, sent(young)).content.decode()
    assert "提交得太快了" in page
    assert young in page
    assert not Question.objects.exists()


ALIEN = signing.dumps(1, salt="another")


@pytest.mark.parametrize("mark", ["", "forged", ALIEN], ids=["empty", "forged", "alien"])
def test_a_forged_mark_is_refused(cast: Cast, client: Client, mark: str) -> None:
    client.post(ASK, sent(mark))
    assert not Question.objects.exists()


def test_a_page_left_open_overnight_keeps_its_text_and_can_be_sent(
    cast: Cast, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    stale = mark_of(monkeypatch, 25 * 3600)
    page = client.post(ASK, sent(stale, may_publish="on")).content.decode()
    assert "打开太久了" in page
    assert "电话打不通" in page
    assert re.search('name="may_publish"[^>]* checked', page)
    assert stale not in page


def test_the_hidden_field_catches_programs(cast: Cast, client: Client, mark: str) -> None:
    answer = client.post(ASK, sent(mark, website="http://spam.example"))
    assert answer.status_code == 200
    assert "已经收到" in answer.content.decode()
    assert not Question.objects.exists()


def test_one_address_cannot_flood(cast: Cast, client: Client, mark: str) -> None:
    for number in range(MOST_PER_HOUR + 2):
        answer = client.post(ASK, sent(mark, message=f"第{number}件"))
    assert Question.objects.count() == MOST_PER_HOUR
    assert "过一会儿再试" in answer.content.decode()


@pytest.mark.parametrize(
    "page", ["javascript:alert(1)", "https://evil.example/", "/\\evil.example", "//evil.example/"]
)
def test_the_form_knows_no_address_elsewhere(
    cast: Cast, client: Client, mark: str, page: str
) -> None:
    assert page not in client.get(ASK, {"page": page}).content.decode()
    client.post(f"{ASK}?page={page}", sent(mark))
    assert Question.objects.get().page == "/"


def test_every_page_leads_to_a_form_that_remembers_it_by_name(
    cast: Cast, client: Client, mark: str
) -> None:
    item = factories.published(cast.town, by=cast.officer, title="高龄津贴指南")
    html = client.get(item.get_absolute_url()).content.decode()
    for route in ("ask", "report-error"):
        address = ask_address(f"disclosures:{route}", item.get_absolute_url(), "高龄津贴指南")
        assert f'href="{address.replace("&", "&amp;")}"' in html
        assert ">高龄津贴指南</a>" in client.get(address).content.decode()
        client.post(address, sent(mark, message=route))
        assert Question.objects.get(message=route).subject == "高龄津贴指南"


def test_a_room_that_knows_who_answers_draws_the_form_itself(cast: Cast, mark: str) -> None:
    """As a village's ledger does: the question goes to the village at once."""
    subject = Subject("/villages/qinghe/", "三月账目", cast.village)
    request = RequestFactory().post("/anywhere/", sent(mark))
    request.township = cast.town
    assert ask(request, subject, Kind.QUESTION).status_code == 200
    question = Question.objects.get()
    assert (question.page, question.subject) == ("/villages/qinghe/", "三月账目")
    assert (question.assigned_to, question.state) == (cast.village, "assigned")


def test_nobody_makes_our_form_show_words_of_their_own(
    cast: Cast, client: Client, mark: str
) -> None:
    address = ask_address("disclosures:ask", "/villages/", "村和社区")
    for forged in (
        address.replace("page=/villages/", "page=/offices/"),
        f"{ASK}?page=/offices/&name=中奖了&sign=x",
        f"{ASK}?page=/offices/&name=中奖了",
    ):
        page = client.get(forged).content.decode()
        assert "中奖了" not in page
        assert ">村和社区</a></p>" not in page


def test_the_form_is_kept_by_no_cache(cast: Cast, client: Client) -> None:
    for page in (ASK, REPORT):
        assert "no-store" in client.get(page)["Cache-Control"]


def test_a_form_without_its_token_is_refused(cast: Cast, mark: str) -> None:
    strict = Client(enforce_csrf_checks=True)
    for route in ("ask", "report-error", "track-question"):
        answer = strict.post(reverse(f"disclosures:{route}"), sent(mark))
        assert answer.status_code == 403


def test_robots_are_asked_to_stay_out_of_the_forms(cast: Cast, client: Client) -> None:
    told = client.get("/robots.txt").content.decode()
    for path in (ASK, REPORT, "/questions/track/"):
        assert f"Disallow: {path}" in told
    assert "Disallow: /questions/\n" not in told
