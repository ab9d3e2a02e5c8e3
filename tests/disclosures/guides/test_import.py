"""Guides from the sheets that clerks keep: all of them or none, each problem with its cure."""

import csv
import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from disclosures.flow.hindrances import hindrances
from disclosures.flow.refusal import CannotMove
from disclosures.guides.guide_sheet import GuideSheet
from disclosures.guides.models import ServiceGuide
from disclosures.guides.read_guides import read_guides
from disclosures.guides.save_guides import save_guides
from disclosures.items.models import Disclosure, Edition
from portal.core import clock
from portal.core.staff.models import Staff
from portal.core.staff.roles import Role
from portal.core.township.current import township_named
from portal.core.workdays.limits import Limit
from portal.spreadsheets.write import write_xlsx
from tests import factories
from tests.cast import Cast

ROW = {
    "标题": "高龄津贴申请办事指南",
    "公开事项": "D900-01",
    "发布机构": "政务公开办公室",
    "生成日期": "2026-03-02",
    "发布日期": "2026-03-10",
    "群众的叫法": "80岁补贴、长寿钱",
    "什么时候要办": "养老、困难救助",
    "谁可以办": "户籍在本镇的老人。",
    "办理条件": "户籍在本镇。\n年满80周岁。",
    "办理依据": "《中华人民共和国老年人权益保障法》第三十三条",
    "法定时限": "无",
    "承诺时限": "10个工作日",
    "收费": "不收费",
    "窗口": "3号窗口",
    "地址": "迎春路22号",
    "办理时间": "工作日",
    "咨询电话": "0559-7000003",
    "监督电话": "0559-7000009",
    "网上办理": "皖事通App",
    "最多跑一次": "是",
    "村级代办": "否",
    "材料": "身份证｜原件｜1份\n申请表｜原件｜1份｜表格：申请表.csv",
    "步骤": "申请｜到窗口｜由：本人｜当场\n审核｜由：民政办公室｜5个工作日",
}
FORM = "项目,内容\r\n申请人,\r\n".encode()
FILES = {"申请表.csv": FORM}


@pytest.fixture
def shelf(cast: Cast) -> Any:
    return factories.entry(cast.town, code="D900-01", name="高龄津贴")


def as_csv(*rows: dict[str, str]) -> bytes:
    stream = io.StringIO(newline="")
    columns = dict.fromkeys(name for row in rows for name in row)
    writer = csv.DictWriter(stream, list(columns))
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue().encode("utf-8-sig")


def read(cast: Cast, *rows: dict[str, str], files: Any = FILES) -> GuideSheet:
    return read_guides(as_csv(*rows), "指南.csv", cast.town, files)


def keeper(cast: Cast) -> Staff:
    roles = (Role.ADMINISTRATOR, Role.OFFICER)
    return factories.staff(cast.office, *roles, username="both", name="钱双职")


def test_a_row_becomes_a_draft_that_lacks_nothing(cast: Cast, shelf: Any) -> None:
    sheet = read(cast, ROW)
    assert sheet.problems == ()
    (edition,) = save_guides(sheet, cast.town, by=cast.clerk)
    guide = Edition.objects.get(pk=edition.pk).part
    assert hindrances(guide.edition) == []
    assert [event.name for event in guide.life_events] == ["困难救助", "养老"]
    assert (guide.legal, guide.promised) == (None, Limit(10))
    assert (guide.online, guide.online_where) == (True, "皖事通App")
    assert (guide.once, guide.agent) == (True, False)
    assert guide.conditions.splitlines() == ["户籍在本镇。", "年满80周岁。"]
    first, second = guide.material_rows
    assert (first.name, first.how_many, first.form) == ("身份证", "原件 1 份", None)
    assert second.form.name == "申请表.csv"
    assert [step.told for step in guide.step_rows] == [
        "申请：到窗口，本人，当场",
        "审核：民政办公室，5个工作日",
    ]
    assert not Disclosure.objects.public(cast.town, clock.now()).exists()


def test_a_workbook_with_a_title_above_and_other_names_of_columns(cast: Cast, shelf: Any) -> None:
    named = {"材料": "申请材料", "步骤": "办理流程", "承诺时限": "办理时限", "收费": "是否收费"}
    given = {named.get(name, name): value for name, value in ROW.items()}
    data = write_xlsx("指南", list(given), [list(given.values())])
    sheet = read_guides(data, "指南.xlsx", cast.town, FILES)
    assert sheet.problems == ()
    assert sheet.rows[0].edition["formed_on"] == date(2026, 3, 2)


@pytest.mark.parametrize(
    ("column", "value", "said"),
    [
        ("标题", "", "这一格是空的"),
        ("公开事项", "没有的事项", "目录中没有这个二级事项"),
        ("发布机构", "火星办", "没有这个机构"),
        ("办理机构", "火星办", "没有这个机构"),
        ("责任人", "王不在", "工作人员中没有这个人"),
        ("生成日期", "去年", "不是完整的日期"),
        ("发布日期", "2026-01-01", "早于生成日期"),
        ("谁可以办", "", "这一格是空的"),
        ("办理依据", "", "这一格是空的"),
        ("监督电话", "", "这一格是空的"),
        ("承诺时限", "尽快", "请写成“5个工作日”"),
        ("收费", "看情况", "请写“不收费”"),
        ("什么时候要办", "养老、登月", "“登月”不认识，可用的有：生育收养"),
        ("村级代办", "也许", "请写“是”或“否”"),
        ("材料", "", "这一格是空的"),
        ("材料", "身份证｜正本", "“正本”看不懂"),
        ("材料", "申请表｜表格：没有.docx", "没有找到《没有.docx》"),
        ("步骤", "受理｜看｜听", "做什么只写一格"),
        ("步骤", "这一步的名字写得实在太长超过十六个字", "最多 16 个字"),
        ("附件", "没有.pdf", "没有找到《没有.pdf》"),
        ("窗口", "长" * 81, "最多 80 个字"),
        ("咨询电话", "13905512345", "手机号 1 处。请遮盖"),
    ],
)
def test_a_problem_names_row_column_and_cure(
    cast: Cast, shelf: Any, column: str, value: str, said: str
) -> None:
    sheet = read(cast, ROW, ROW | {"标题": "另一件办事指南", column: value})
    assert [(one.row, one.column) for one in sheet.problems] == [(3, column)]
    assert said in sheet.problems[0].message


def test_a_promise_beyond_the_law_is_a_problem(cast: Cast, shelf: Any) -> None:
    sheet = read(cast, ROW | {"法定时限": "5个工作日"})
    (only,) = sheet.problems
    assert only.column == "承诺时限"
    assert "超过法定时限（5 个工作日）" in only.message


def test_the_same_service_twice_is_a_problem(cast: Cast, shelf: Any) -> None:
    twice = read(cast, ROW, ROW)
    assert [(one.row, one.column) for one in twice.problems] == [(3, "标题")]
    save_guides(read(cast, ROW), cast.town, by=cast.clerk)
    (again,) = read(cast, ROW).problems
    assert "修订" in again.message


def test_a_missing_column_and_a_sheet_without_table(cast: Cast, shelf: Any) -> None:
    short = {name: value for name, value in ROW.items() if name != "材料"}
    (only,) = read(cast, short).problems
    assert (only.row, only.column) == (1, "材料")
    (none,) = read_guides("姓名,电话\n张,1\n".encode(), "x.csv", cast.town).problems
    assert "没有找到表头" in none.message


def test_one_bad_row_and_nothing_is_saved(cast: Cast, shelf: Any) -> None:
    sheet = read(cast, ROW, ROW | {"标题": "另一件办事指南", "收费": "看情况"})
    with pytest.raises(CannotMove, match="一行也没有导入"):
        save_guides(sheet, cast.town, by=cast.clerk)
    assert not ServiceGuide.objects.exists()


def test_taking_over_what_was_public_is_the_administrators(cast: Cast, shelf: Any) -> None:
    with pytest.raises(CannotMove, match="系统管理员"):
        save_guides(read(cast, ROW), cast.town, by=cast.officer, archived=True)
    save_guides(read(cast, ROW), cast.town, by=keeper(cast), archived=True)
    disclosure = Disclosure.objects.public(cast.town, clock.now()).get()
    assert disclosure.first_published_on == date(2026, 3, 10)


def test_a_file_that_could_not_be_checked_needs_a_word(cast: Cast, shelf: Any) -> None:
    picture = (Path(__file__).parents[3] / "demo/items/files").glob("*流程图.png")
    files = FILES | {"流程图.png": next(picture).read_bytes()}
    sheet = read(cast, ROW | {"附件": "流程图.png"}, files=files)
    assert (sheet.problems, len(sheet.unreadable)) == ((), 1)
    by = keeper(cast)
    with pytest.raises(CannotMove, match="无法自动检查"):
        save_guides(sheet, cast.town, by=by, archived=True)
    (edition,) = save_guides(sheet, cast.town, by=by, archived=True, override_reason="看过")
    assert {file.name for file in edition.attachments.all()} == {"申请表.csv", "流程图.png"}


def test_the_command_checks_imports_and_answers_programs(
    cast: Cast, shelf: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / "申请表.csv").write_bytes(FORM)
    path = tmp_path / "指南.csv"
    path.write_bytes(as_csv(ROW))
    assert township_named("") == cast.town
    call_command("import_guides", path, check=True, json=True)
    told = json.loads(capsys.readouterr().out)
    assert told == {"ok": True, "rows": 1, "imported": 0, "unreadable": [], "problems": []}
    call_command("import_guides", path, by="zhang")
    assert "导入 1 件" in capsys.readouterr().out
    with pytest.raises(SystemExit):
        call_command("import_guides", path, by="zhang", json=True)
    told = json.loads(capsys.readouterr().out)
    assert (told["ok"], told["problems"][0]["row"]) == (False, 2)
    assert ServiceGuide.objects.count() == 1
