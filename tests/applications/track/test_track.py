"""With number and code one sees how it stands, truthfully; and may do what the law lets one do."""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from unittest.mock import patch

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from applications.cases.keep_file import keep_file
from applications.cases.models import Application, CaseFile
from applications.cases.record_event import record_event
from applications.cases.take_in import Receipt, confirm, submit
from applications.decisions.outcomes import Outcome
from applications.procedure.events import (
    Closed,
    Decided,
    Event,
    FeeNotified,
    LawsuitFiled,
    OfficeAsked,
    ReasonsAsked,
    SupplementRequested,
    ThirdPartyAsked,
    Withdrawn,
)
from applications.track.views import MOST_TRIES, NOT_FOUND
from portal.core import clock
from portal.core.staff.roles import Role
from tests import factories
from tests.applications.apply.test_form import PNG
from tests.applications.cases.test_take_in import wanted
from tests.cast import Cast
from tests.factories import moment

TRACK, CASE = "/applications/track/", "/applications/track/case/"
MARK = re.compile(r'name="csrfmiddlewaretoken" value="\w+"')
START = date(2026, 3, 2)

Goes = Callable[[int], None]


@pytest.fixture
def goes() -> Iterator[Goes]:
    """Let so many days pass since the application was confirmed on 2 March 2026."""
    past = timedelta()

    def go(days: int) -> None:
        nonlocal past
        past = timedelta(days=days)

    with (
        patch.object(clock, "now", lambda: moment("2026-03-02 10:00") + past),
        patch.object(clock, "today", lambda: START + past),
    ):
        yield go


@pytest.fixture
def receipt(cast: Cast, goes: Goes) -> Receipt:
    receipt = submit(cast.town, wanted())
    confirm(receipt.application, by=cast.officer, on=START)
    return receipt


def enter(client: Client, receipt: Receipt) -> str:
    given = {"number": receipt.application.number, "code": receipt.code}
    return client.post(TRACK, given, follow=True).content.decode()


def happened(cast: Cast, receipt: Receipt, event: Event) -> None:
    head = factories.staff(cast.office, Role.HEAD)
    record_event(receipt.application, event, by=head, drafted_by=cast.officer)


def test_it_says_where_it_is_and_when_the_answer_comes(client: Client, receipt: Receipt) -> None:
    page = enter(client, receipt)
    assert "办理中" in page
    assert "最晚2026年3月30日答复" in page
    assert "第20日" in page  # counted day by day
    assert "通组路硬化" in page


def test_before_it_is_confirmed_it_says_so(cast: Cast, client: Client, goes: Goes) -> None:
    page = enter(client, submit(cast.town, wanted()))
    assert "等待确认收到" in page
    assert "2026年3月4日前和您确认" in page


def test_late_is_called_late(client: Client, receipt: Receipt, goes: Goes) -> None:
    goes(40)
    page = enter(client, receipt)
    assert "已经迟了" in page
    assert "很抱歉" in page


def test_what_was_answered_is_owed_no_more_while_a_court_looks_at_it(
    cast: Cast, client: Client, receipt: Receipt, goes: Goes
) -> None:
    happened(cast, receipt, Decided(on=START, outcomes=(Outcome.GRANTED,)))
    goes(3)
    happened(cast, receipt, LawsuitFiled(on=clock.today()))
    page = enter(client, receipt)
    assert "正在等待复议机关或者法院的结果。" in page
    assert "最晚2026年3月30日答复" not in page


def test_what_was_withdrawn_and_filed_away_is_called_withdrawn(
    cast: Cast, client: Client, receipt: Receipt
) -> None:
    happened(cast, receipt, Withdrawn(on=START))
    happened(cast, receipt, Closed(on=START))
    page = enter(client, receipt)
    assert "您已经撤回" in page
    assert "没有在期限内" not in page


def test_it_says_by_when_a_fee_is_to_be_paid(cast: Cast, client: Client, receipt: Receipt) -> None:
    happened(cast, receipt, FeeNotified(on=START, amount=Decimal(480)))
    assert "请在2026年3月30日前按收费通知缴费" in enter(client, receipt)


@pytest.mark.parametrize("code", ["", "aaaa-bbbb-cccc", "查询码"])
def test_a_wrong_code_and_a_number_that_is_not_there_get_the_same_answer(
    client: Client, receipt: Receipt, code: str
) -> None:
    told = []
    for number in (receipt.application.number, "SQ2026-9999"):
        answer = client.post(TRACK, {"number": number, "code": code})
        assert answer.status_code == 400
        told.append(MARK.sub("", answer.content.decode().replace(number, "")))
    assert told[0] == told[1]


def test_guessing_ends_soon_even_with_the_right_code(client: Client, receipt: Receipt) -> None:
    for _ in range(MOST_TRIES):
        client.post(TRACK, {"number": receipt.application.number, "code": "aaaa-bbbb-cccc"})
    assert "试得太多了" in enter(client, receipt)


def test_without_the_code_nothing_opens(client: Client, receipt: Receipt) -> None:
    assert client.get(CASE).headers["Location"] == TRACK
    for act in ("supplement", "reasons", "withdraw"):
        assert (
            client.post(f"{CASE}{act}/", {"words": "x", "sure": "on"}).headers["Location"] == TRACK
        )
    assert Application.objects.get().state == "in_hand"


def test_it_closes_after_half_an_hour_or_at_will(
    client: Client, receipt: Receipt, goes: Goes
) -> None:
    enter(client, receipt)
    assert client.get(CASE).status_code == 200
    client.post(f"{CASE}leave/")
    assert client.get(CASE).status_code == 302
    enter(client, receipt)
    goes(1)
    assert client.get(CASE).status_code == 302


def test_an_address_of_an_act_opened_again_leads_back_to_the_page(
    client: Client, receipt: Receipt
) -> None:
    enter(client, receipt)
    assert client.get(f"{CASE}withdraw/").headers["Location"] == CASE
    assert Application.objects.get().state == "in_hand"


def test_another_township_opens_nothing(client: Client, receipt: Receipt, settings: Any) -> None:
    settings.ALLOWED_HOSTS = ["*"]
    enter(client, receipt)
    assert client.get(CASE).status_code == 200
    other = {"host": factories.township(host="other.example.gov.cn").host}
    given = {"number": receipt.application.number, "code": receipt.code}
    page = client.get(TRACK, headers=other)
    assert (page.status_code, page.context["township"].host) == (200, other["host"])

    answer = client.post(TRACK, given, headers=other)
    assert answer.status_code == 400
    assert NOT_FOUND in answer.content.decode()
    assert client.get(CASE, headers=other).headers["Location"] == TRACK


def test_a_supplement_with_papers_starts_the_clock_anew(
    cast: Cast, client: Client, receipt: Receipt, goes: Goes
) -> None:
    happened(cast, receipt, SupplementRequested(on=START, until=date(2026, 3, 20)))
    goes(3)
    page = enter(client, receipt)
    assert "等待申请人补正" in page
    assert "2026年3月20日前" in page
    assert "已经迟了" not in page
    given = {"words": "要的是2025年的", "papers": SimpleUploadedFile("地图.png", PNG)}
    page = client.post(f"{CASE}supplement/", given, follow=True).content.decode()
    assert "收到补正" in page
    application = Application.objects.get()
    assert application.due_on == date(2026, 4, 2)
    paper = CaseFile.objects.get()
    assert (paper.kind, paper.event.remark, paper.shared) == ("supplement", "要的是2025年的", False)


def test_a_late_supplement_needs_a_reason(
    cast: Cast, client: Client, receipt: Receipt, goes: Goes
) -> None:
    happened(cast, receipt, SupplementRequested(on=START, until=date(2026, 3, 9)))
    goes(20)
    enter(client, receipt)
    page = client.post(f"{CASE}supplement/", {"words": "在这里"}).content.decode()
    assert "请写明迟了的正当理由" in page
    assert "在这里" in page
    client.post(f"{CASE}supplement/", {"words": "在这里", "excuse": "住院"})
    assert Application.objects.get().state == "in_hand"


def test_a_supplement_with_a_bad_paper_leaves_nothing_half_done(
    cast: Cast, client: Client, receipt: Receipt
) -> None:
    happened(cast, receipt, SupplementRequested(on=START, until=date(2026, 3, 20)))
    enter(client, receipt)
    given = {"words": "看附件", "papers": SimpleUploadedFile("地图.pdf", b"MZ" + b"\0" * 99)}
    answer = client.post(f"{CASE}supplement/", given)
    assert answer.status_code == 400
    assert "看附件" in answer.content.decode()
    assert Application.objects.get().state == "awaiting_supplement"
    assert not CaseFile.objects.exists()


def test_reasons_are_given(cast: Cast, client: Client, receipt: Receipt) -> None:
    happened(cast, receipt, ReasonsAsked(on=START, until=date(2026, 3, 20)))
    assert "说明理由" in enter(client, receipt)
    client.post(f"{CASE}reasons/", {"words": "写村志用"})
    assert receipt.application.events.get(type="reasons_given").remark == "写村志用"


def test_withdrawing_asks_twice_and_ends_it(client: Client, receipt: Receipt) -> None:
    enter(client, receipt)
    assert "撤回请先打勾" in client.post(f"{CASE}withdraw/", {}).content.decode()
    page = client.post(f"{CASE}withdraw/", {"sure": "on"}, follow=True).content.decode()
    assert "您已经撤回" in page
    assert Application.objects.get().state == "withdrawn"


def test_what_is_not_lawful_now_is_refused_in_a_sentence(client: Client, receipt: Receipt) -> None:
    enter(client, receipt)
    answer = client.post(f"{CASE}supplement/", {"words": "多补一点"})
    assert answer.status_code == 400
    assert "有错误需要更正" in answer.content.decode()


def test_third_parties_and_offices_stay_unnamed(
    cast: Cast, client: Client, receipt: Receipt
) -> None:
    happened(cast, receipt, ThirdPartyAsked(on=START, who="丰收建筑公司"))
    happened(cast, receipt, OfficeAsked(on=START, who="经济发展办公室"))
    page = enter(client, receipt)
    assert "征求第三方意见" in page
    assert "丰收建筑公司" not in page
    assert "会商" not in page


def test_the_answer_its_basis_its_remedies_and_its_files(
    cast: Cast, client: Client, receipt: Receipt
) -> None:
    happened(cast, receipt, Decided(on=START, outcomes=(Outcome.PARTIAL,)))
    kind = CaseFile.Kind.RELEASED
    shared = keep_file(receipt.application, PNG, "合同.png", kind, shared=True)
    own = keep_file(receipt.application, PNG, "原件.png", CaseFile.Kind.SOURCE)
    page = enter(client, receipt)
    assert "部分公开" in page
    assert "第三十七条" in page
    assert "原件.png" not in page
    answer = client.get(f"{CASE}files/{shared.pk}/")
    assert answer.content == PNG
    assert "attachment" in answer.headers["Content-Disposition"]
    assert client.get(f"{CASE}files/{own.pk}/").status_code == 404
    assert Client().get(f"{CASE}files/{shared.pk}/").status_code == 404


def test_the_page_asks_few_questions_of_the_database(
    client: Client, receipt: Receipt, django_assert_max_num_queries: Callable
) -> None:
    enter(client, receipt)
    with django_assert_max_num_queries(25):
        client.get(CASE)
