"""The pages: who asks, who answers, and what an office gets to see."""

from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from applications.cases.keep_file import keep_file
from applications.cases.models import CaseFile
from applications.consult.ask import Paper
from applications.consult.desk.piles import heap_of
from applications.consult.models import Consultation, files_answered, files_handed
from portal.core import clock
from portal.core.organisations.models import Organisation
from portal.core.staff.roles import Role
from portal.core.trail.record import history
from tests import factories
from tests.applications.consult.asking import QUESTION, asked, clerk_of, finance_office
from tests.applications.decided import on_the_desk
from tests.applications.desk_doors import as_role, elsewhere, enters
from tests.cast import Cast

pytestmark = pytest.mark.django_db
LIST = "/admin/applications/consultation/"
ANSWER = "合同在我所，可以公开。"
DESK = {"officer", "head"}
PRIVATE = (
    *("周小满", "34170019900101123X", "13900001111", "青禾村三组"),
    *("硬化工程的施工合同全文", "身份证", "授权"),
)


@pytest.fixture
def office(cast: Cast) -> Organisation:
    return finance_office(cast)


@pytest.fixture
def consultation(cast: Cast, office: Organisation) -> Consultation:
    application = on_the_desk(cast)
    keep_file(application, "身份证".encode(), "周小满身份证.txt", CaseFile.Kind.IDENTITY)
    return asked(cast, office, application, papers=(Paper("合同目录.txt", "目录".encode()),))


def page(consultation: Consultation) -> str:
    return reverse("admin:applications_consultation_change", args=[consultation.pk])


def asking(consultation: Consultation) -> str:
    return reverse("admin:applications_consultation_ask", args=[consultation.application_id])


def address_of(consultation: Consultation, file: CaseFile) -> str:
    return reverse("admin:applications_consultation_file", args=[consultation.pk, file.pk])


def test_doors_within_the_disclosure_office(
    cast: Cast, client: Client, consultation: Consultation
) -> None:
    """Its clerks were not asked; they see the empty list of their own office."""
    [file] = files_handed(consultation)
    assert enters(client, cast, LIST) == DESK | {"clerk", "reviewer"}
    assert enters(client, cast, asking(consultation)) == DESK
    found = set()
    for role in Role:
        as_role(client, cast, role)
        answers = [
            client.get(address).status_code
            for address in (page(consultation), address_of(consultation, file))
        ]
        assert answers in ([200, 200], [403, 403], [404, 404])
        listed = consultation.application.number in client.get(LIST).content.decode()
        assert listed == (role.value in DESK)
        found |= {role.value} if answers == [200, 200] else set()
    assert found == DESK


@pytest.mark.parametrize("role", list(Role))
def test_doors_of_the_asked_office(
    cast: Cast, client: Client, consultation: Consultation, role: Role
) -> None:
    client.force_login(clerk_of(consultation.office, role))
    may = role in {Role.CLERK, Role.REVIEWER, Role.OFFICER, Role.HEAD}
    assert client.get(LIST).status_code == (200 if may else 403)
    assert client.get(page(consultation)).status_code == (200 if may else 403)
    sent = client.post(page(consultation), {"answer": ANSWER})
    assert sent.status_code == (302 if may else 403)
    assert Consultation.objects.filter(answer_number=None).exists() != may
    desk = role in {Role.OFFICER, Role.HEAD}
    assert client.get(asking(consultation)).status_code == (200 if desk else 403)


@pytest.mark.parametrize("role", [Role.CLERK, Role.REVIEWER])
def test_the_office_sees_subject_question_day_and_files_alone(
    cast: Cast, client: Client, consultation: Consultation, role: Role
) -> None:
    client.force_login(clerk_of(consultation.office, role))
    shown = client.get(page(consultation)).content.decode()
    for word in (consultation.application.subject, QUESTION, "2026年10月12日", "合同目录.txt"):
        assert word in shown
    history_page = f"{LIST}{consultation.pk}/history/"
    for address in (page(consultation), LIST, f"{LIST}?pile=mine", "/admin/", history_page):
        text = client.get(address).content.decode()
        assert not any(word in text for word in PRIVATE)


def test_the_office_finds_nothing_by_what_the_applicant_wrote(
    client: Client, consultation: Consultation
) -> None:
    client.force_login(clerk_of(consultation.office))
    for word in PRIVATE:
        found = client.get(LIST, {"q": word}).content.decode()
        assert page(consultation) not in found
    assert page(consultation) in client.get(LIST, {"q": "修路合同"}).content.decode()


def test_only_files_of_the_question_are_handed_out(
    client: Client, consultation: Consultation
) -> None:
    client.force_login(clerk_of(consultation.office))
    [handed] = files_handed(consultation)
    answer = client.get(address_of(consultation, handed))
    assert answer.content.decode() == "目录"
    assert "no-store" in answer["Cache-Control"]
    assert "sandbox" in answer["Content-Security-Policy"]
    [line] = [one for one in history(consultation) if one.act == "打开会商的文件"]
    assert line.remark == ""
    identity = CaseFile.objects.get(kind=CaseFile.Kind.IDENTITY)
    assert client.get(address_of(consultation, identity)).status_code == 404


def test_another_office_s_consultation_is_not_found(
    cast: Cast, client: Client, consultation: Consultation
) -> None:
    other = factories.organisation(cast.town, name="民政办")
    theirs = asked(cast, other, consultation.application, papers=(Paper("a.txt", b"a"),))
    client.force_login(clerk_of(consultation.office))
    [file] = files_handed(theirs)
    assert client.get(page(theirs)).status_code == 404
    assert client.get(address_of(theirs, file)).status_code == 404
    assert client.get(address_of(consultation, file)).status_code == 404
    assert client.post(page(theirs), {"answer": ANSWER}).status_code == 404
    assert client.get(f"{LIST}{theirs.pk}/history/").status_code == 404
    assert "民政办" not in client.get(LIST).content.decode()


def test_another_township_s_is_not_found(cast: Cast, client: Client, office: Organisation) -> None:
    theirs = elsewhere(cast)
    as_role(client, cast, Role.OFFICER)
    address = reverse("admin:applications_consultation_ask", args=[theirs.pk])
    assert client.get(address).status_code == 404


def test_the_desk_asks_through_the_page(cast: Cast, client: Client, office: Organisation) -> None:
    application = on_the_desk(cast)
    as_role(client, cast, Role.OFFICER)
    address = reverse("admin:applications_consultation_ask", args=[application.pk])
    sent: dict[str, Any] = {"office": office.pk, "question": "周小满的合同在吗？", "until": ""}
    assert "站所不需要知道谁在申请" in client.post(address, sent).content.decode()
    sent |= {"question": QUESTION, "file": SimpleUploadedFile("目录.txt", "目录".encode())}
    shown = client.post(address, sent, follow=True).content.decode()
    assert "已交财政所会商。" in shown
    assert "等待答复" in shown
    consultation = Consultation.objects.get()
    assert len(files_handed(consultation)) == 1
    sent |= {"file": SimpleUploadedFile("目录.txt", "目录".encode())}
    assert "不能重复交办" in client.post(address, sent).content.decode()


def test_the_office_answers_through_the_page(client: Client, consultation: Consultation) -> None:
    client.force_login(clerk_of(consultation.office))
    assert "这个字段是必填项" in client.post(page(consultation), {"answer": ""}).content.decode()
    file = SimpleUploadedFile("意见.txt", "同意".encode())
    shown = client.post(page(consultation), {"answer": ANSWER, "file": file}, follow=True)
    assert "已答复。" in shown.content.decode()
    assert ANSWER in shown.content.decode()
    [returned] = files_answered(Consultation.objects.get())
    assert client.get(address_of(consultation, returned)).content.decode() == "同意"
    again = client.post(page(consultation), {"answer": "再答"}).content.decode()
    assert Consultation.objects.get().answer == ANSWER
    assert "再答" not in again


def test_the_pile_of_an_office_and_the_list_it_counts(
    cast: Cast, client: Client, consultation: Consultation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "today", lambda: date(2026, 10, 13))
    person = clerk_of(consultation.office)
    client.force_login(person)
    shown = client.get("/admin/").content.decode()
    assert "等您答复的会商" in shown
    assert "应于 10月12日 答复" in shown
    assert page(consultation) in client.get(f"{LIST}?pile=mine").content.decode()
    client.force_login(cast.reviewer)
    assert "等您答复的会商" not in client.get("/admin/").content.decode()
    client.force_login(cast.officer)
    assert page(consultation) not in client.get(f"{LIST}?pile=mine").content.decode()
    assert page(consultation) in client.get(f"{LIST}?pile=waiting").content.decode()


def test_the_pile_asks_little_however_much_waits(
    cast: Cast, office: Organisation, django_assert_max_num_queries: Any
) -> None:
    person = clerk_of(office)
    for _ in range(6):
        asked(cast, office)
    with django_assert_max_num_queries(7):
        heap = heap_of(person, cast.town)
    assert (heap.count, len(heap.first)) == (6, 4)


def test_lists_and_pages_ask_little(
    cast: Cast, client: Client, office: Organisation, django_assert_max_num_queries: Any
) -> None:
    for _ in range(6):
        last = asked(cast, office)
    client.force_login(clerk_of(office))
    for address in (LIST, f"{LIST}?pile=mine", page(last)):
        with django_assert_max_num_queries(22):
            assert client.get(address).status_code == 200
