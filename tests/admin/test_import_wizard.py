"""Importing many items on the page: look first, then all of it or nothing."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from disclosures.items.models import Edition
from disclosures.items.states import State
from portal.core import clock
from portal.core.staff.roles import Role
from tests import factories
from tests.admin.importing import BAD, GOOD, HEADER, PAGE, upload
from tests.cast import Cast


@pytest.fixture
def desk(cast: Cast, client: Client) -> Client:
    factories.entry(cast.town, code="D1-01")
    client.force_login(cast.officer)
    return client


def test_the_preview_changes_nothing(desk: Client) -> None:
    page = upload(desk, HEADER + GOOD)
    assert "关于防汛的通知" in desk.get(page).content.decode()
    assert not Edition.objects.exists()


def test_confirming_imports_the_rows(desk: Client) -> None:
    desk.post(upload(desk, HEADER + GOOD))
    assert Edition.objects.get().title == "关于防汛的通知"


def test_a_bad_row_is_named_and_nothing_is_imported(desk: Client) -> None:
    page = upload(desk, HEADER + GOOD + BAD)
    shown = desk.get(page).content.decode()
    assert "目录中没有这个二级事项" in shown
    desk.post(page)
    assert not Edition.objects.exists()


def test_the_errors_can_be_taken_away_as_a_sheet(desk: Client) -> None:
    page = upload(desk, HEADER + BAD)
    answer = desk.get(page.replace("preview", "errors"))
    assert answer.content.startswith(b"PK")


def test_a_file_that_is_no_sheet_is_explained(desk: Client) -> None:
    page = upload(desk, "%PDF-1.7 not a sheet", "信息.xlsx")
    assert "要改" in desk.get(page).content.decode()


def test_a_broken_zip_is_explained(desk: Client) -> None:
    files = {
        "sheet": SimpleUploadedFile("信息.csv", (HEADER + GOOD).encode()),
        "files": SimpleUploadedFile("附件.zip", b"PK\x03\x04 broken"),
    }
    assert "压缩包打不开" in desk.post(PAGE, files).content.decode()


def test_another_township_cannot_open_the_preview(desk: Client, cast: Cast) -> None:
    page = upload(desk, HEADER + GOOD)
    cast.town.host = "first.test"
    cast.town.save()
    other = factories.organisation(factories.township(host="testserver"))
    desk.force_login(factories.staff(other, is_superuser=True))
    assert desk.get(page).status_code == 302


def test_only_the_session_that_uploaded_it_opens_the_preview(desk: Client, cast: Cast) -> None:
    page = upload(desk, HEADER + GOOD)
    other = Client()
    other.force_login(cast.officer)
    for address in (page, page.replace("preview", "errors")):
        assert other.get(address).status_code == 302
        assert other.post(address).status_code == 302
    assert not Edition.objects.exists()


def kept_files(settings: object) -> list[str]:
    folder = Path(settings.MEDIA_ROOT)
    return [str(path) for path in folder.rglob("imports/*/*")]


def test_nothing_is_left_lying_afterwards(desk: Client, settings: object) -> None:
    first = upload(desk, HEADER + BAD)
    page = upload(desk, HEADER + GOOD)
    assert desk.get(first).status_code == 302
    assert len(kept_files(settings)) == 2
    desk.post(page)
    assert kept_files(settings) == []
    assert desk.get(page).status_code == 302


def test_what_was_never_confirmed_is_swept_away(
    desk: Client, cast: Cast, settings: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    upload(desk, HEADER + GOOD)
    other = Client()
    other.force_login(cast.officer)
    later = clock.now() + timedelta(days=2)
    monkeypatch.setattr(clock, "now", lambda: later)
    upload(other, HEADER + GOOD)
    assert len(kept_files(settings)) == 2


def test_taking_over_what_is_public_already_is_the_administrators(desk: Client, cast: Cast) -> None:
    text = "标题,公开事项,发布机构,生成日期,发布日期,正文\r\n"
    text += "关于防汛的通知,D1-01,政务公开办公室,2026-03-02,2026-03-04,请各村落实。\r\n"
    desk.force_login(cast.officer)
    page = upload(desk, text)
    assert 'name="archived"' not in desk.get(page).content.decode()
    desk.post(page, {"archived": "on"})
    assert Edition.objects.get().state == State.DRAFT
    desk.force_login(factories.staff(cast.office, Role.OFFICER, Role.ADMINISTRATOR))
    desk.post(upload(desk, text), {"archived": "on"})
    assert Edition.objects.filter(state=State.PUBLISHED).count() == 1


def test_nobody_imports_for_an_office_they_do_not_act_for(desk: Client, cast: Cast) -> None:
    desk.force_login(cast.accountant)
    page = upload(desk, HEADER + GOOD)
    assert "没有" in desk.post(page).content.decode()
    assert not Edition.objects.exists()


@pytest.mark.parametrize("person", ["auditor", "supervisor", "administrator"])
def test_who_does_not_write_does_not_import(desk: Client, cast: Cast, person: str) -> None:
    desk.force_login(getattr(cast, person))
    assert desk.get(PAGE).status_code == 403
    assert desk.get(f"{PAGE}template/").status_code == 403


def test_the_first_visit_shows_no_mistakes(desk: Client) -> None:
    assert "errorlist" not in desk.get(PAGE).content.decode()
    assert "请选择信息表格" in desk.post(PAGE).content.decode()
