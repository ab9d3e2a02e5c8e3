"""Guides and programmes imported on the page: look first, then all of it as drafts or nothing."""

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from disclosures.items.models import Edition
from disclosures.items.states import State
from portal.core.staff.roles import Role
from portal.spreadsheets.read import read_workbook
from tests import factories
from tests.cast import Cast
from tests.disclosures.guides.test_import import FORM, ROW

GUIDES = "/admin/disclosures/edition/import/guides/"
PROGRAMMES = "/admin/disclosures/edition/import/programmes/"
DEMO = Path("demo/programmes/惠民项目.xlsx")


@pytest.fixture
def desk(cast: Cast, client: Client) -> Client:
    factories.entry(cast.town, code="D900-01", name="高龄津贴")
    client.force_login(cast.officer)
    return client


def _sheet(**changed: str) -> bytes:
    stream = io.StringIO()
    writer = csv.DictWriter(stream, list(ROW))
    writer.writeheader()
    writer.writerow(ROW | changed)
    return stream.getvalue().encode("gb18030")


def _sent(desk: Client, data: bytes, name: str = "指南.csv", page: str = GUIDES) -> str:
    files: dict[str, Any] = {"sheet": SimpleUploadedFile(name, data)}
    if page == GUIDES:
        files["files"] = SimpleUploadedFile("申请表.csv", FORM)
    return desk.post(page, files).url


def test_the_preview_names_the_guides_and_changes_nothing(desk: Client) -> None:
    page = _sent(desk, _sheet())
    assert "高龄津贴申请办事指南" in desk.get(page).content.decode()
    assert not Edition.objects.exists()


def test_confirming_makes_drafts(desk: Client) -> None:
    page = _sent(desk, _sheet())
    desk.post(page)
    edition = Edition.objects.get()
    assert (edition.title, edition.state) == ("高龄津贴申请办事指南", State.DRAFT)
    assert edition.serviceguide.complaint_phone == "0559-7000009"
    assert desk.get(page).status_code == 302


def test_what_is_wrong_is_named_and_nothing_is_imported(desk: Client) -> None:
    page = _sent(desk, _sheet(承诺时限="很快", 发布机构="没有的机构"))
    shown = desk.get(page).content.decode()
    assert "承诺时限" in shown
    assert "第 2 行" in shown
    desk.post(page)
    assert not Edition.objects.exists()


def test_a_file_that_is_no_workbook_is_explained(desk: Client) -> None:
    page = _sent(desk, b"%PDF-1.7 none", "惠民项目.xlsx", PROGRAMMES)
    assert "处要改" in desk.get(page).content.decode()


def test_the_programmes_of_a_workbook_are_read(desk: Client) -> None:
    page = _sent(desk, DEMO.read_bytes(), DEMO.name, PROGRAMMES)
    assert "公开事项" in desk.get(page).content.decode()


@pytest.mark.parametrize("page", [GUIDES, PROGRAMMES])
def test_the_empty_workbook_has_the_columns(desk: Client, page: str) -> None:
    answer = desk.get(f"{page}template/")
    sheets = read_workbook(answer.content, "模板.xlsx").sheets
    assert "标题" in sheets[0].rows[0]


def test_who_writes_nothing_imports_nothing(cast: Cast, client: Client) -> None:
    client.force_login(factories.staff(cast.office, Role.AUDITOR))
    assert client.get(GUIDES).status_code == 403


def test_another_kind_is_not_there(desk: Client) -> None:
    assert desk.get("/admin/disclosures/edition/import/cats/").status_code == 404
