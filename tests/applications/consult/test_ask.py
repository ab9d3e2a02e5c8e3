"""Asking an office: on record, told by mail, nothing of the applicant."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection

from applications.cases.case import case_of
from applications.cases.models import Application, CaseFile
from applications.cases.take_in import submit
from applications.consult.ask import Paper, ask_office
from applications.consult.models import Consultation, files_handed
from applications.forgetting.forget import forget
from disclosures.flow.refusal import CannotMove
from portal.core.organisations.models import Organisation
from portal.core.outbox.models import OutgoingMail
from portal.core.staff.roles import Role
from portal.core.trail.models import TrailEntry
from tests import factories
from tests.applications.cases.test_take_in import wanted
from tests.applications.consult.asking import (
    ASKED,
    QUESTION,
    UNTIL,
    asked,
    clerk_of,
    finance_office,
)
from tests.applications.decided import on_the_desk
from tests.cast import Cast
from tests.uploads import files

pytestmark = pytest.mark.django_db
PRIVATE = ("周小满", "34170019900101123X", "13900001111", "青禾村三组", "硬化工程的施工合同全文")


@pytest.fixture
def office(cast: Cast) -> Organisation:
    return finance_office(cast)


def test_it_goes_on_record_and_the_clock_runs_on(cast: Cast, office: Organisation) -> None:
    application = on_the_desk(cast)
    due = application.due_on
    consultation = asked(cast, office, application)
    row = application.events.get(number=consultation.event_number)
    assert (row.type, row.on, row.by) == ("office_asked", ASKED, cast.officer)
    found = Application.objects.get(pk=application.pk)
    assert found.due_on == due
    dues = {one.label: one.on for one in case_of(found).deadlines(ASKED)}
    assert dues["站所答复会商：财政所"] == UNTIL


def test_the_question_lies_sealed(cast: Cast, office: Organisation) -> None:
    asked(cast, office)
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM applications_consultation")
        assert QUESTION not in str(cursor.fetchall())
    assert Consultation.objects.get().question == QUESTION


def test_an_office_is_not_asked_twice_while_it_hasn_t_answered_and_others_are(
    cast: Cast, office: Organisation
) -> None:
    application = on_the_desk(cast)
    asked(cast, office, application)
    with pytest.raises(CannotMove, match="不能重复交办"):
        asked(cast, office, application)
    asked(cast, cast.office, application)
    assert Consultation.objects.count() == 2


@pytest.mark.parametrize("role", list(Role))
def test_only_the_application_desk_asks(cast: Cast, office: Organisation, role: Role) -> None:
    person = factories.staff(cast.office, role)
    application = on_the_desk(cast)
    given = {"question": QUESTION, "until": UNTIL, "by": person, "on": ASKED}
    if role in (Role.OFFICER, Role.HEAD):
        ask_office(application, office, **given)
    else:
        with pytest.raises(PermissionDenied):
            ask_office(application, office, **given)
    assert Consultation.objects.exists() == (role in (Role.OFFICER, Role.HEAD))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("", "请写清"),
        ("问" * 2001, "2000"),
        ("周 小满申请的合同在哪里？", "申请人的姓名"),
        ("联系电话13900001111的申请", "申请人的电话"),
        ("34170019900101123x", "申请人的证件号码"),
    ],
)
def test_what_a_question_may_not_be(
    cast: Cast, office: Organisation, question: str, told: str
) -> None:
    with pytest.raises(CannotMove, match=told):
        ask_office(on_the_desk(cast), office, question=question, until=UNTIL, by=cast.officer)
    assert not Consultation.objects.exists()


def test_other_refusals(cast: Cast, office: Organisation) -> None:
    given = {"question": QUESTION, "by": cast.officer}
    application = on_the_desk(cast)
    stranger = factories.organisation(factories.township(), name="财政所")
    with pytest.raises(CannotMove, match="本镇"):
        ask_office(application, stranger, until=None, **given)
    with pytest.raises(CannotMove, match="晚于"):
        ask_office(application, office, until=ASKED, on=ASKED, **given)
    with pytest.raises(CannotMove, match="还没有到"):
        ask_office(application, office, until=None, on=date(2099, 1, 4), **given)
    with pytest.raises(CannotMove, match="还没有确认收到"):
        ask_office(submit(cast.town, wanted()).application, office, until=None, **given)
    office.active = False
    with pytest.raises(CannotMove, match="在用"):
        ask_office(application, office, until=None, **given)


def test_a_file_goes_along_and_a_bad_one_undoes_all(cast: Cast, office: Organisation) -> None:
    application = on_the_desk(cast)
    with pytest.raises(CannotMove, match="《坏.pdf》"):
        asked(cast, office, application, papers=(Paper("坏.pdf", b"MZ\x90 nothing of a PDF"),))
    assert application.events.count() == 1
    assert not OutgoingMail.objects.exists()
    consultation = asked(cast, office, application, papers=(Paper("目录.txt", "合同".encode()),))
    [file] = files_handed(consultation)
    assert (file.name, file.kind, file.shared) == ("目录.txt", CaseFile.Kind.OTHER, False)


@pytest.mark.parametrize(
    ("paper", "told"),
    [
        (Paper("名单.txt", "周小满，桃溪村".encode()), "有申请人的姓名"),
        (Paper("周小满的申请.txt", "合同".encode()), "有申请人的姓名"),
        (Paper("名单.txt", b"34170019900101123X"), "有申请人的证件号码"),
        (Paper("名单.txt", b"tel 13812345678"), "手机号 1 个"),
        (Paper("照片.png", files.picture()), "《照片.png》"),
    ],
)
def test_a_file_with_people_in_it_is_looked_at_first(
    cast: Cast, office: Organisation, paper: Paper, told: str
) -> None:
    application = on_the_desk(cast)
    with pytest.raises(CannotMove, match=told) as refused:
        asked(cast, office, application, papers=(paper,))
    assert "13812345678" not in str(refused.value)
    assert application.events.count() == 1
    assert not CaseFile.objects.exists()
    consultation = asked(cast, office, application, papers=(paper,), looked=True)
    assert [file.name for file in files_handed(consultation)] == [paper.name]


def test_the_office_s_people_are_told_by_mail_without_private_words(
    cast: Cast, office: Organisation
) -> None:
    cast.town.host = "qinghe.example.cn"
    cast.town.save()
    clerk_of(office, email="cai@example.cn")
    clerk_of(office)
    clerk_of(office, email="gone@example.cn", is_active=False)
    clerk_of(office, Role.AUDITOR, email="auditor@example.cn")
    cast.officer.email = "li@example.cn"
    cast.officer.save()
    consultation = asked(cast, office)
    [mail] = OutgoingMail.objects.all()
    assert mail.to == "cai@example.cn"
    text = mail.subject + mail.body
    page = f"/admin/applications/consultation/{consultation.pk}/change/"
    for word in (consultation.application.number, "2026年10月12日", page):
        assert word in text
    for word in (*PRIVATE, QUESTION, consultation.application.subject):
        assert word not in text


def test_who_oversees_an_office_without_people_is_told(cast: Cast, office: Organisation) -> None:
    cast.clerk.email = "zhang@example.cn"
    cast.clerk.save()
    cast.clerk.oversees.add(office)
    asked(cast, office)
    assert [mail.to for mail in OutgoingMail.objects.all()] == ["zhang@example.cn"]


def test_the_trail_has_no_private_words(cast: Cast, office: Organisation) -> None:
    consultation = asked(cast, office)
    about = TrailEntry.objects.filter(subject_kind="applications.consultation")
    [line] = about
    assert (line.act, line.subject_name) == ("交站所会商", str(consultation))
    said = str(list(TrailEntry.objects.values_list("subject_name", "remark", "detail")))
    assert not any(word in said for word in (*PRIVATE, QUESTION))


def test_what_is_forgotten_loses_the_question(cast: Cast, office: Organisation) -> None:
    consultation = asked(cast, office, papers=(Paper("目录.txt", "合同".encode()),))
    forget([consultation.application], by=None)
    consultation.refresh_from_db()
    assert (consultation.question, consultation.answer) == ("已隐去", "")
    assert [file.file.name for file in files_handed(consultation)] == [""]
