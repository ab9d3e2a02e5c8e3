"""The page of an application: all its handler needs, nothing personal in the open."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from applications.cases.models import Application, CaseFile
from portal.core import clock
from portal.core.staff.roles import Role
from portal.core.trail.models import TrailEntry
from tests import factories
from tests.applications.decided import decide, on_the_desk
from tests.applications.desk.pressing import at, fresh, take
from tests.applications.desk_doors import as_role, elsewhere, enters
from tests.cast import Cast
from tests.uploads import files

pytestmark = pytest.mark.django_db
PERSONAL = ("周小满", "34170019900101123X", "13900001111", "青禾村三组")


@pytest.fixture
def application(cast: Cast) -> Application:
    return on_the_desk(cast)


def page(client: Client, application: Application) -> str:
    return client.get(at("change", application)).content.decode()


def test_it_says_where_it_stands_and_how_the_day_was_counted(
    cast: Cast, client: Client, application: Application
) -> None:
    as_role(client, cast, Role.OFFICER)
    shown = page(client, application)
    assert "应在" in shown
    assert "2026-10-29" in shown
    assert "第1日" in shown
    assert "国庆节" in shown


def test_it_offers_what_is_lawful_and_tells_why_the_rest_is_not(cast: Cast, client: Client) -> None:
    as_role(client, cast, Role.OFFICER)
    application = on_the_desk(cast, clock.today())
    shown = page(client, application)
    assert at("step", application, "extended") in shown
    assert at("step", application, "served") not in shown
    assert "现在不能办的，为什么" in shown


def test_nothing_personal_stands_in_the_open(
    cast: Cast, client: Client, application: Application
) -> None:
    as_role(client, cast, Role.OFFICER)
    shown = page(client, application)
    assert "周某某" in shown
    assert [word for word in PERSONAL if word in shown] == []


def test_opening_it_is_recorded(cast: Cast, client: Client, application: Application) -> None:
    person = as_role(client, cast, Role.OFFICER)
    assert client.get(at("person", application)).status_code == 405
    shown = client.post(at("person", application)).content.decode()
    assert [word for word in PERSONAL if word not in shown] == []
    assert TrailEntry.objects.get(act="查看申请人信息").by == person


def test_only_the_desk_opens_it(cast: Cast, client: Client, application: Application) -> None:
    for role in set(Role) - {Role.OFFICER, Role.HEAD}:
        as_role(client, cast, role)
        assert client.post(at("person", application)).status_code == 403


def test_who_looks_on_sees_days_and_no_words(
    cast: Cast, client: Client, application: Application
) -> None:
    as_role(client, cast, Role.AUDITOR)
    shown = page(client, application)
    assert "2026-10-29" in shown
    assert [word for word in ("修路合同", "硬化工程", "周某") if word in shown] == []
    list_page = client.get(reverse("admin:applications_application_changelist"))
    assert "修路合同" not in list_page.content.decode()
    found = client.get(reverse("admin:applications_application_changelist") + "?q=修路")
    assert application.number not in found.content.decode()


@pytest.mark.parametrize("name", ["change", "step", "correct", "give-to", "add-paper", "letter"])
def test_who_enters_which_page(
    cast: Cast, client: Client, application: Application, name: str
) -> None:
    more = {"step": ("extended",), "correct": (1,)}.get(name, ())
    desk = {"officer", "head"}
    expected = desk | {"auditor"} if name == "change" else desk
    assert enters(client, cast, at(name, application, *more)) == expected


@pytest.mark.parametrize("name", ["change", "step", "correct", "give-to", "add-paper", "letter"])
def test_a_neighbours_application_is_not_there(cast: Cast, client: Client, name: str) -> None:
    theirs = elsewhere(cast)
    as_role(client, cast, Role.HEAD)
    more = {"step": ("registered",), "correct": (1,)}.get(name, ())
    assert client.get(at(name, theirs, *more)).status_code == 404
    assert client.post(at("person", theirs)).status_code == 404


def test_a_paper_is_kept_and_opened_by_the_desk_alone(
    cast: Cast, client: Client, application: Application
) -> None:
    as_role(client, cast, Role.OFFICER)
    scan = SimpleUploadedFile("申请.jpg", files.picture(form="JPEG"))
    client.post(at("add-paper", application), {"kind": "scan", "file": scan})
    paper = CaseFile.objects.get()
    assert paper.kind == "scan"
    assert client.get(at("paper", application, paper.pk)).status_code == 200
    assert TrailEntry.objects.filter(act="打开纸质申请扫描件").count() == 1
    as_role(client, cast, Role.AUDITOR)
    assert client.get(at("paper", application, paper.pk)).status_code == 403


def test_a_paper_that_lies_about_its_kind_is_refused(
    cast: Cast, client: Client, application: Application
) -> None:
    as_role(client, cast, Role.OFFICER)
    liar = SimpleUploadedFile("申请.pdf", b"MZ\x90\x00 a program")
    shown = client.post(at("add-paper", application), {"kind": "scan", "file": liar})
    assert "没有办成" in shown.content.decode()
    assert not CaseFile.objects.exists()


def test_it_is_given_to_another(cast: Cast, client: Client, application: Application) -> None:
    as_role(client, cast, Role.OFFICER)
    other = factories.staff(cast.office, Role.OFFICER, name="接手人")
    client.post(at("give-to", application), {"to": other.pk})
    assert fresh(application).handler == other
    refused = client.post(at("give-to", application), {"to": cast.clerk.pk})
    assert "请从列表中选择" in refused.content.decode()


def test_its_queries_do_not_grow(
    cast: Cast, client: Client, application: Application, django_assert_max_num_queries: object
) -> None:
    as_role(client, cast, Role.OFFICER)
    for day in ("2026-09-28", "2026-09-29"):
        take(client, application, "third_party_asked", on=day, who=f"公司{day}", words="合同")
    client.get(at("change", application))
    with django_assert_max_num_queries(45):  # type: ignore[operator]
        page(client, application)


def test_an_answered_one_says_so(cast: Cast, client: Client, application: Application) -> None:
    head = as_role(client, cast, Role.HEAD)
    decide(application, cast, head)
    shown = page(client, application)
    assert "已答复，答复期限是" in shown
    assert fresh(application).answered_on == date(2026, 10, 9)
