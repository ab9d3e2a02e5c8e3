"""A paper application is typed in; its applicant goes home with a number and a code."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from applications.cases.models import Application, CaseFile
from portal.core import clock
from portal.core.staff.roles import Role
from tests.applications.desk_doors import as_role, enters
from tests.cast import Cast
from tests.documents.test_official import words_of_pdf
from tests.uploads import files

pytestmark = pytest.mark.django_db
REGISTER = reverse("admin:applications_application_register", args=["citizen"])


def paper(**changed: Any) -> dict[str, Any]:
    given = {
        "channel": "counter",
        "came_on": "2026-09-24",
        "subject": "青禾村修路合同",
        "description": "2025年通组路的施工合同",
        "supply_form": "paper",
        "delivery": "pickup",
        "name": "周小满",
        "identity_kind": "居民身份证",
        "phone": "0559-7000003",
    }
    return {**given, **changed}


@pytest.fixture
def desk(cast: Cast, client: Client) -> Client:
    as_role(client, cast, Role.OFFICER)
    return client


def test_one_handed_in_is_received_on_that_day(desk: Client) -> None:
    shown = desk.post(REGISTER, paper()).content.decode()
    application = Application.objects.get()
    assert (application.received_on, application.due_on) == (date(2026, 9, 24), date(2026, 10, 29))
    assert application.number in shown
    assert "查询码只显示这一次" in shown
    assert application.handler is not None


def test_one_by_ordinary_post_waits_for_confirmation(desk: Client) -> None:
    shown = desk.post(REGISTER, paper(channel="post")).content.decode()
    assert Application.objects.get().received_on is None
    assert "还没有和申请人确认收到" in shown


def test_one_by_fax_that_was_confirmed_counts_from_then(desk: Client) -> None:
    desk.post(REGISTER, paper(channel="fax", confirmed_on="2026-09-25"))
    assert Application.objects.get().received_on == date(2026, 9, 25)


def test_what_the_paper_lacks_does_not_stop_it(desk: Client) -> None:
    desk.post(REGISTER, paper())
    assert Application.objects.get().applicant.identity_number == ""


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"came_on": (date.today() + timedelta(days=9)).isoformat()}, "日期还没有到"),
        ({"channel": "fax", "confirmed_on": "2026-09-23"}, "早于申请到达的日期"),
        ({"name": ""}, "请填写姓名"),
        ({"phone": ""}, "至少填一样"),
        ({"identity_number": "123"}, "身份证号码不对"),
        ({"channel": "pigeon"}, "选择一个有效的选项"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_kept(
    desk: Client, changed: dict[str, str], sentence: str
) -> None:
    assert sentence in desk.post(REGISTER, paper(**changed)).content.decode()
    assert not Application.objects.exists()


def test_its_scan_comes_along(desk: Client) -> None:
    scan = SimpleUploadedFile("申请.jpg", files.picture(form="JPEG"))
    desk.post(REGISTER, paper(scan=scan))
    assert CaseFile.objects.get().kind == "scan"


def test_a_scan_that_is_none_stops_the_whole(desk: Client) -> None:
    liar = SimpleUploadedFile("申请.pdf", b"MZ\x90\x00 a program")
    assert "申请.pdf" in desk.post(REGISTER, paper(scan=liar)).content.decode()
    assert not Application.objects.exists()


def test_an_organisation_is_registered_with_its_kind(desk: Client) -> None:
    address = reverse("admin:applications_application_register", args=["legal"])
    given = paper(
        name="澄正律师事务所",
        applicant_kind="legal_service",
        contact_person="钱律师",
        representative="孙主任",
        identity_kind="统一社会信用代码",
        more_2="用地批复",
    )
    desk.post(address, given)
    application = Application.objects.get()
    assert application.applicant_kind == "legal_service"
    assert application.parts.count() == 2


def test_the_receipt_is_printed_with_the_code_and_not_without(desk: Client) -> None:
    shown = desk.post(REGISTER, paper())
    address = reverse("admin:applications_application_receipt")
    number, code = shown.context["application"].number, shown.context["code"]
    printed = desk.post(address, {"number": number, "code": code})
    assert printed["Content-Type"] == "application/pdf"
    assert number in words_of_pdf(printed.content)
    assert desk.post(address, {"number": number, "code": "xxxx-xxxx-xxxx"}).status_code == 404


def test_the_list_leads_to_it(desk: Client) -> None:
    found = desk.get(reverse("admin:applications_application_changelist")).content.decode()
    assert REGISTER in found
    assert reverse("admin:applications_application_board") in found


def test_only_the_desk_registers(cast: Cast, client: Client) -> None:
    assert enters(client, cast, REGISTER) == {"officer", "head"}


def test_the_board_lists_what_is_due_in_order_and_who_does_it(
    cast: Cast, desk: Client, django_assert_max_num_queries: Any
) -> None:
    for came in ("2026-11-26", "2026-11-20", "2026-11-27"):
        desk.post(REGISTER, paper(came_on=came))
    board = desk.get(reverse("admin:applications_application_board"))
    lines = [*board.context["board"].late, *board.context["board"].today]
    lines += board.context["board"].later
    assert [line.due.on for line in lines] == sorted(line.due.on for line in lines)
    assert {line.application.number for line in lines} == {
        one.number for one in Application.objects.all()
    }
    assert all(line.who for line in lines)
    with django_assert_max_num_queries(22):
        desk.get(reverse("admin:applications_application_board"))
    assert clock.today() == board.context["today"]


def test_only_the_desk_sees_the_board(cast: Cast, client: Client) -> None:
    address = reverse("admin:applications_application_board")
    assert enters(client, cast, address) == {"officer", "head"}
