"""Importing many items on the page: look first, then all of it or nothing."""

import io
import zipfile
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from disclosures.items.models import Edition
from disclosures.items.states import State
from portal.core import clock
from portal.spreadsheets.read import read_workbook
from portal.spreadsheets.write import write_xlsx
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


def upload(desk: Client, sheet: str | bytes, name: str = "信息.csv", files: Any = ()) -> str:
    """The address of the preview."""
    data = sheet.encode("gb18030") if isinstance(sheet, str) else sheet
    return desk.post(PAGE, {"sheet": SimpleUploadedFile(name, data), "files": files}).url


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


def test_the_template_says_how_and_offers_what_may_be_chosen(desk: Client) -> None:
    book = read_workbook(desk.get(f"{PAGE}template/").content, "模板.xlsx")
    assert [sheet.name for sheet in book.sheets] == [
        "信息",
        "填写说明",
        "可选的公开事项",
        "可选的发布机构",
    ]
    assert book.sheets[0].rows[0][:4] == ["标题", "公开事项", "发布机构", "生成日期"]
    assert ["政务公开办公室"] in book.sheets[3].rows


def test_the_template_filled_in_is_taken(desk: Client) -> None:
    """The sheets of instructions beside the first are not read as items."""
    book = read_workbook(desk.get(f"{PAGE}template/").content, "模板.xlsx")
    header = [str(cell) for cell in book.sheets[0].rows[0]]
    row = dict.fromkeys(header, "") | {
        "标题": "关于防汛的通知",
        "公开事项": "D1-01",
        "发布机构": "政务公开办公室",
        "生成日期": "2026-03-02",
        "正文": "请各村落实。",
    }
    page = upload(desk, write_xlsx("信息", header, [list(row.values())]), "信息.xlsx")
    assert "检查通过，共 1 行" in desk.get(page).content.decode()


WITH_FILES = "标题,公开事项,发布机构,生成日期,正文,附件\r\n"
NAMED = "关于防汛的通知,D1-01,政务公开办公室,2026-03-02,请各村落实。,清单.csv；名单.csv\r\n"
FILES = {"清单.csv": "项目,数量\n沙袋,800\n".encode(), "名单.csv": "村,户数\n青禾,12\n".encode()}


def zipped(files: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in files.items():
            archive.writestr(f"附件/{name}", data)
    return stream.getvalue()


@pytest.mark.parametrize("packed", [True, False])
def test_files_come_one_by_one_or_packed(desk: Client, packed: bool) -> None:
    given = {"附件.zip": zipped(FILES)} if packed else FILES
    files = [SimpleUploadedFile(name, data) for name, data in given.items()]
    page = upload(desk, WITH_FILES + NAMED, files=files)
    desk.post(page)
    names = {file.name for file in Edition.objects.get().attachments.all()}
    assert names == set(FILES)


def test_a_missing_file_is_named(desk: Client) -> None:
    page = upload(desk, WITH_FILES + NAMED)
    assert "没有找到《清单.csv》" in desk.get(page).content.decode()


def test_the_sheet_with_its_mistakes_can_be_mended_and_sent_again(desk: Client) -> None:
    page = upload(desk, HEADER + GOOD + BAD)
    data = desk.get(page.replace("preview", "errors")).content
    header, *rows = read_workbook(data, "要改的地方.xlsx").sheets[0].rows
    assert rows[0][1] == ""
    assert "目录中没有这个二级事项" in str(rows[1][1])
    mended = [["D1-01" if cell == "没有的事项" else cell for cell in row] for row in rows]
    again = upload(desk, write_xlsx("信息", [str(c) for c in header], mended), "改好.xlsx")
    desk.post(again)
    assert Edition.objects.count() == 2


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


def test_taking_over_what_is_public_already_is_for_publishers(desk: Client, cast: Cast) -> None:
    text = "标题,公开事项,发布机构,生成日期,发布日期,正文\r\n"
    text += "关于防汛的通知,D1-01,政务公开办公室,2026-03-02,2026-03-04,请各村落实。\r\n"
    desk.force_login(cast.clerk)
    page = upload(desk, text)
    assert 'name="archived"' not in desk.get(page).content.decode()
    desk.post(page, {"archived": "on"})
    assert Edition.objects.get().state == State.DRAFT
    desk.force_login(cast.officer)
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
