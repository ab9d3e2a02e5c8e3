"""The desk's pages for files on their way out."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from applications.cases.models import Application, CaseFile
from applications.release.models import Release
from applications.release.prepare import prepare
from portal.core.staff.roles import Role
from portal.core.trail.models import TrailEntry
from tests.applications.decided import decide, on_the_desk
from tests.applications.desk_doors import as_role, elsewhere, enters
from tests.cast import Cast
from tests.privacy.numbers import SOMEBODY
from tests.uploads.files import docx

pytestmark = pytest.mark.django_db
FILE = "周小满的合同.docx"


@pytest.fixture
def application(cast: Cast) -> Application:
    return on_the_desk(cast)


@pytest.fixture
def release(cast: Cast, application: Application) -> Release:
    return prepare(application, docx(f"收款人 {SOMEBODY}"), FILE, by=cast.officer)


def page(name: str, key: int) -> str:
    return reverse(f"admin:applications_release_{name}", args=[key])


def upload(client: Client, application: Application, data: bytes, name: str = FILE) -> Any:
    return client.post(
        page("add", application.pk), {"file": SimpleUploadedFile(name, data)}, follow=True
    )


def test_from_upload_to_the_applicant(cast: Cast, client: Client, application: Application) -> None:
    as_role(client, cast, Role.OFFICER)
    shown = upload(client, application, docx("施工合同")).content.decode()
    assert "等待复核" in shown
    assert "应当由另一位同事复核" in shown
    assert "施工合同" in shown
    release = Release.objects.get()
    head = as_role(client, cast, Role.HEAD)
    decide(application, cast, head)
    shown = client.post(page("change", release.pk), {}, follow=True).content.decode()
    assert "申请人可以下载" in shown
    assert CaseFile.objects.get(shared=True) == Release.objects.get().copy


def test_what_is_refused_is_said_on_the_page(
    cast: Cast, client: Client, application: Application
) -> None:
    as_role(client, cast, Role.OFFICER)
    assert "文件名以 .pdf 结尾" in upload(client, application, docx("x"), "a.pdf").content.decode()
    shown = client.post(page("add", application.pk), {}).content.decode()
    assert "errornote" in shown
    assert not Release.objects.exists()


def test_findings_stand_with_their_place_and_the_number_is_covered(
    cast: Cast, client: Client, release: Release
) -> None:
    as_role(client, cast, Role.HEAD)
    shown = client.get(page("change", release.pk)).content.decode()
    assert "正文有身份证号 1 个" in shown
    assert SOMEBODY not in shown
    assert "为什么留下这些个人信息" in shown
    shown = client.post(page("change", release.pk), {"reason": ""}).content.decode()
    assert "请写明理由和依据" in shown


def test_what_was_confirmed_early_is_handed_out_later(
    cast: Cast, client: Client, application: Application, release: Release
) -> None:
    head = as_role(client, cast, Role.HEAD)
    client.post(page("change", release.pk), {"reason": "企业法人的号码，本人同意"})
    assert "要先复核" in client.post(page("hand-out", application.pk)).content.decode()
    decide(application, cast, head)
    answer = client.post(page("hand-out", application.pk), follow=True)
    assert "凭查询码下载" in answer.content.decode()
    client.post(page("drop", release.pk), {"reason": "传错了"})
    assert not CaseFile.objects.filter(shared=True).exists()


def test_opening_a_file_stays_in_the_trail(cast: Cast, client: Client, release: Release) -> None:
    officer = as_role(client, cast, Role.OFFICER)
    answer = client.get(page("source", release.pk))
    assert "no-store" in answer["Cache-Control"]
    assert answer["Content-Disposition"].startswith("attachment")
    line = TrailEntry.objects.filter(act="打开拟公开的原件").get()
    assert line.by == officer
    assert client.get(page("copy", release.pk)).status_code == 200


def test_doors(cast: Cast, client: Client, application: Application, release: Release) -> None:
    look = {"officer", "head", "auditor"}
    assert enters(client, cast, page("add", application.pk)) == look
    assert enters(client, cast, page("change", release.pk)) == look
    assert enters(client, cast, reverse("admin:applications_release_changelist")) == look
    assert enters(client, cast, page("hand-out", application.pk)) == look
    assert enters(client, cast, page("drop", release.pk)) == look
    for name in ("source", "copy"):
        assert enters(client, cast, page(name, release.pk)) == look - {"auditor"}


def test_an_auditor_looks_and_opens_nothing(
    cast: Cast, client: Client, application: Application, release: Release
) -> None:
    as_role(client, cast, Role.AUDITOR)
    for address in (page("add", application.pk), page("change", release.pk)):
        shown = client.get(address).content.decode()
        assert "周小满" not in shown
        assert "收款人" not in shown
        assert 'type="file"' not in shown
    assert upload(client, application, docx("x")).status_code == 403
    client.post(page("change", release.pk), {"reason": "x"})
    client.post(page("drop", release.pk), {"reason": "x"})
    assert [Release.objects.get().confirmed_at, Release.objects.get().dropped_at] == [None, None]


def test_another_township_s_are_not_found(cast: Cast, client: Client) -> None:
    theirs = elsewhere(cast)
    kept = Release(township=theirs.township, application=theirs, prepared_by=cast.officer)
    kept.source = _file(theirs)
    kept.tell()
    kept.save()
    as_role(client, cast, Role.OFFICER)
    for name in ("add", "hand-out"):
        assert client.get(page(name, theirs.pk)).status_code == 404
    for name in ("change", "drop", "source", "copy"):
        assert client.get(page(name, kept.pk)).status_code == 404


def _file(application: Application) -> CaseFile:
    file = CaseFile(
        township=application.township,
        application=application,
        kind=CaseFile.Kind.SOURCE,
        name="a.txt",
        size=1,
        at=application.submitted_at,
    )
    file.file.keep(b"x")
    file.save()
    return file


def test_pages_ask_the_database_little(
    cast: Cast, client: Client, application: Application, django_assert_max_num_queries: Any
) -> None:
    for number in range(6):
        prepare(application, docx("合同"), f"{number}.docx", by=cast.officer)
    as_role(client, cast, Role.OFFICER)
    for address in (
        page("add", application.pk),
        page("change", Release.objects.last().pk),
        reverse("admin:applications_release_changelist"),
    ):
        with django_assert_max_num_queries(20):
            assert client.get(address).status_code == 200
