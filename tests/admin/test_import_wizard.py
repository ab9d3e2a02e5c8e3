"""Importing many items on the page: look first, then all of it or nothing."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from disclosures.items.models import Edition
from tests import factories
from tests.cast import Cast

HEADER = "标题,公开事项,发布机构,生成日期,正文\r\n"
GOOD = "关于防汛的通知,D1-01,政务公开办公室,2026-03-02,请各村落实。\r\n"
BAD = "关于防火的通知,没有的事项,政务公开办公室,2026-03-02,请各村落实。\r\n"
PAGE = "/admin/disclosures/edition/import/"


@pytest.fixture
def desk(cast: Cast, client: Client) -> Client:
    factories.entry(cast.town, code="D1-01")
    client.force_login(cast.officer)
    return client


def upload(desk: Client, text: str, name: str = "信息.csv") -> str:
    """The address of the preview."""
    file = SimpleUploadedFile(name, text.encode("gb18030"))
    return desk.post(PAGE, {"sheet": file}).url


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


def test_the_template_has_the_columns(desk: Client) -> None:
    assert desk.get(f"{PAGE}template/").content.startswith(b"PK")
