"""The sheets that an import hands out, and the files that come with one."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from disclosures.items.models import Edition
from portal.spreadsheets.read import read_workbook
from portal.spreadsheets.write import write_xlsx
from tests import factories
from tests.admin.importing import BAD, GOOD, HEADER, PAGE, upload
from tests.cast import Cast


@pytest.fixture
def desk(cast: Cast, client: Client) -> Client:
    factories.entry(cast.town, code="D1-01")
    client.force_login(cast.officer)
    return client


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
