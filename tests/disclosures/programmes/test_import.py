"""The workbook of programmes: what is read, what is refused and where, what is saved."""

import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from disclosures.catalogue.models import CatalogueEntry
from disclosures.flow.hindrances import hindrances
from disclosures.flow.refusal import CannotMove
from disclosures.items.models import Disclosure, Edition
from disclosures.programmes.book import SHEETS, Book
from disclosures.programmes.models import Programme
from disclosures.programmes.read_programmes import read_programmes
from disclosures.programmes.save_programmes import save_programmes
from portal.core.staff.roles import Role
from tests import factories
from tests.cast import Cast
from tests.disclosures.programmes.programmes import published
from tests.spreadsheets.sheets import fill, of_rows, workbook

PROGRAMME = {
    "标识": "gaoling",
    "标题": "高龄津贴",
    "领域": "社会救助",
    "公开事项": "D02-03",
    "发布机构": "政务公开办公室",
    "生成日期": "2026-03-02",
    "发布日期": "2026-03-10",
    "是什么": "每月一份津贴。",
    "谁可以享受": "满80周岁\n本县户籍",
    "给哪些人": "80 周岁以上的老人；60—79 周岁的老人",
    "遇到哪些情况": "家里收入低，日子困难",
    "户籍在哪里": "农村",
    "审核审批时限": "10个工作日",
    "怎样发放": "打卡",
    "资金来源": "县财政",
    "咨询电话": "0559-7000003",
    "监督电话": "0559-7000009",
}
STANDARD = {
    "标识": "gaoling",
    "档次": "80—89周岁",
    "金额": 60,
    "单位": "元/人·月",
    "执行起日": "2026-10-01",
}
STEP = {"标识": "gaoling", "步骤": "申请", "做什么": "带身份证"}
DOCUMENT = {"标识": "gaoling", "材料": "身份证"}
BASIS = {"标识": "gaoling", "文件名称": "《高龄津贴通知》", "文号": "县文〔2026〕1号"}
ANSWERS = (
    {"标识": "gaoling", "题号": 1, "问题": "满80岁了吗？", "答案": "满了", "去向": "第2题"},
    {"标识": "gaoling", "题号": 1, "答案": "没满", "去向": "可能不符合", "说明": "还没到龄"},
    {"标识": "gaoling", "题号": 2, "问题": "户口在本县吗？", "答案": "在", "去向": "可能符合"},
    {"标识": "gaoling", "题号": 2, "答案": "不在", "去向": "可能不符合", "说明": "问当地"},
)
ALL: dict[str, list[dict[str, Any]]] = {
    "项目": [PROGRAMME],
    "标准": [STANDARD],
    "步骤": [STEP],
    "材料": [DOCUMENT],
    "依据": [BASIS],
    "问答": list(ANSWERS),
}


def book_of(**sheets: list[dict[str, Any]]) -> bytes:
    """The whole workbook, with some of its sheets as given."""

    def build(book: Any) -> None:
        for name, rows in (ALL | sheets).items():
            columns = [column.name for column in SHEETS[name]]
            cells = [[row.get(column, "") for column in columns] for row in rows]
            fill(book.add_worksheet(name), [columns, *cells])

    return workbook(build)


@pytest.fixture(autouse=True)
def entry(cast: Cast) -> CatalogueEntry:
    return factories.entry(cast.town, code="D02-03", name="老年人补贴")


def read(cast: Cast, **sheets: list[dict[str, Any]]) -> Book:
    return read_programmes(book_of(**sheets), "惠民项目.xlsx", cast.town)


def told(book: Book) -> list[tuple[str, int, str]]:
    return [(one.sheet, one.problem.row, one.problem.column) for one in book.problems]


def test_a_right_workbook_has_no_problem(cast: Cast) -> None:
    book = read(cast)
    assert list(map(str, book.problems)) == []
    (one,) = book.programmes
    assert one.part["meant_for"] == ["very-old", "old"]
    assert one.part["in_case_of"] == ["poor"]
    assert one.part["place"] == "village"
    assert one.published_on == date(2026, 3, 10)


def test_it_becomes_a_draft_that_can_be_submitted(cast: Cast) -> None:
    (edition,) = save_programmes(read(cast), cast.town, by=cast.clerk)
    edition = Edition.objects.get(pk=edition.pk)
    assert hindrances(edition) == []
    assert edition.part.standard_rows[0].amount == 60
    assert [ask.text for ask in edition.part.asks] == ["满80岁了吗？", "户口在本县吗？"]
    assert edition.part.asks[0].choices[0].to == 2
    assert Disclosure.objects.get().live is None


def test_what_was_public_elsewhere_is_taken_over(cast: Cast) -> None:
    cast.officer.groups.add(*cast.administrator.groups.all())
    (edition,) = save_programmes(read(cast), cast.town, by=cast.officer, archived=True)
    item = Disclosure.objects.get(pk=edition.disclosure_id)
    assert item.live == edition
    assert item.first_published_on == date(2026, 3, 10)


def test_taking_over_is_the_administrators(cast: Cast) -> None:
    with pytest.raises(CannotMove, match="系统管理员"):
        save_programmes(read(cast), cast.town, by=cast.officer, archived=True)
    assert Programme.objects.count() == 0


def test_taking_over_needs_the_day_of_publication(cast: Cast) -> None:
    by = factories.staff(cast.office, Role.ADMINISTRATOR, Role.OFFICER)
    book = read(cast, 项目=[PROGRAMME | {"发布日期": ""}])
    with pytest.raises(CannotMove, match="发布日期"):
        save_programmes(book, cast.town, by=by, archived=True)


def test_a_public_policy_is_bound_by_its_number_or_title(cast: Cast) -> None:
    kind = factories.entry(cast.town, kind=CatalogueEntry.Kind.POLICY)
    policy = factories.published(
        cast.town,
        by=cast.officer,
        entry=kind,
        title="高龄津贴通知",
        document_number="县文〔2026〕1号",
    )
    for basis in (BASIS, BASIS | {"文号": ""}, BASIS | {"文件名称": "别的"}):
        book = read(cast, 依据=[basis])
        assert book.programmes[0].rows["依据"][0]["policy"] == policy
    book = read(cast, 依据=[BASIS | {"文件名称": "别的", "文号": ""}])
    assert book.programmes[0].rows["依据"][0]["policy"] is None


@pytest.mark.parametrize(
    ("changed", "column"),
    [
        ({"标识": ""}, "标识"),
        ({"标识": "高龄"}, "标识"),
        ({"标识": "standards"}, "标识"),
        ({"标题": ""}, "标题"),
        ({"标题": "长" * 201}, "标题"),
        ({"领域": "娱乐"}, "领域"),
        ({"公开事项": "Z99"}, "公开事项"),
        ({"发布机构": "没有的办公室"}, "发布机构"),
        ({"生成日期": "2026-02-30"}, "生成日期"),
        ({"发布日期": "2026-03-01"}, "发布日期"),
        ({"是什么": ""}, "是什么"),
        ({"谁可以享受": ""}, "谁可以享受"),
        ({"给哪些人": "外星人"}, "给哪些人"),
        ({"户籍在哪里": "月球"}, "户籍在哪里"),
        ({"经办机构": "没有的办公室"}, "经办机构"),
        ({"咨询电话": "13900001234"}, "咨询电话"),
    ],
)
def test_a_problem_of_a_programme_names_its_cell(
    cast: Cast, changed: dict[str, str], column: str
) -> None:
    assert ("项目", 2, column) in told(read(cast, 项目=[PROGRAMME | changed]))


@pytest.mark.parametrize(
    ("sheet", "changed", "column"),
    [
        ("标准", {"金额": "六十"}, "金额"),
        ("标准", {"金额": ""}, "金额"),
        ("标准", {"金额": -1}, "金额"),
        ("标准", {"单位": "每月"}, "单位"),
        ("标准", {"档次": ""}, "档次"),
        ("标准", {"执行起日": ""}, "执行起日"),
        ("标准", {"执行止日": "2026-09-30"}, "执行止日"),
        ("标准", {"标识": "nobody"}, "标识"),
        ("步骤", {"步骤": ""}, "步骤"),
        ("步骤", {"步骤": "很长很长" * 6}, "步骤"),
        ("步骤", {"做什么": "打13900001234"}, "做什么"),
        ("材料", {"材料": ""}, "材料"),
        ("依据", {"文件名称": ""}, "文件名称"),
    ],
)
def test_a_problem_of_a_row_names_sheet_and_cell(
    cast: Cast, sheet: str, changed: dict[str, Any], column: str
) -> None:
    assert (sheet, 2, column) in told(read(cast, **{sheet: [ALL[sheet][0] | changed]}))


@pytest.mark.parametrize(
    ("changed", "column"),
    [
        ({"题号": "一"}, "题号"),
        ({"去向": "随便"}, "去向"),
        ({"去向": ""}, "去向"),
        ({"答案": ""}, "答案"),
    ],
)
def test_a_problem_of_an_answer_names_its_cell(
    cast: Cast, changed: dict[str, Any], column: str
) -> None:
    book = read(cast, 问答=[ANSWERS[0], ANSWERS[1] | changed, *ANSWERS[2:]])
    assert ("问答", 3, column) in told(book)


def test_overlap_and_unreachable_question_are_named_with_the_programme(cast: Cast) -> None:
    overlapping = [STANDARD, STANDARD | {"执行起日": "2027-01-01"}]
    unreachable = [ANSWERS[0] | {"去向": "可能符合"}, *ANSWERS[1:]]
    said = [str(one) for one in read(cast, 标准=overlapping, 问答=unreachable).problems]
    assert said[0].startswith("《标准》“高龄津贴”：“80—89周岁”2026年10月1日起和2027年1月1日起")
    assert said[1].startswith("《问答》“高龄津贴”：第 2 题哪个答案都走不到")


def test_a_key_is_used_once(cast: Cast) -> None:
    assert ("项目", 3, "标识") in told(read(cast, 项目=[PROGRAMME, PROGRAMME]))


def test_a_key_of_a_programme_that_is_there_is_refused(cast: Cast) -> None:
    published(cast.town, by=cast.officer)
    (problem,) = read(cast).problems
    assert "“gaoling”已有一个项目用了" in problem.problem.message


def test_a_missing_sheet_or_column_is_named(cast: Cast) -> None:
    book = read_programmes(of_rows([["标识", "标题"], ["a", "b"]], "项目"), "x.xlsx", cast.town)
    said = [str(one) for one in book.problems]
    assert any(one.startswith("《标准》") and "没有这张工作表" in one for one in said)
    assert any("《项目》" in one and "“领域”" in one for one in said)


def test_what_is_no_table_is_refused_in_words(cast: Cast) -> None:
    (problem,) = read_programmes(b"PK\x03\x04broken", "坏.xlsx", cast.town).problems
    assert "打不开" in str(problem)


def test_nothing_is_saved_of_a_workbook_with_problems(cast: Cast) -> None:
    book = read(cast, 项目=[PROGRAMME, PROGRAMME | {"标识": "b", "领域": "娱乐"}])
    assert len(book.programmes) == 1
    with pytest.raises(CannotMove, match="一项也没有导入"):
        save_programmes(book, cast.town, by=cast.clerk)
    assert Edition.objects.count() == 0


def _command(path: Path, *options: str) -> tuple[dict[str, Any], int]:
    out = io.StringIO()
    code = 0
    try:
        call_command("import_programmes", path, "--json", *options, stdout=out)
    except SystemExit as ended:
        code = int(str(ended.code))
    return json.loads(out.getvalue()), code


def test_the_command_checks_imports_and_tells(cast: Cast, tmp_path: Path) -> None:
    path = tmp_path / "惠民项目.xlsx"
    path.write_bytes(book_of())
    assert _command(path, "--check") == (
        {"ok": True, "programmes": 1, "imported": 0, "problems": []},
        0,
    )
    assert Programme.objects.count() == 0
    answer, code = _command(path, "--by", cast.clerk.username)
    assert (answer["imported"], code) == (1, 0)
    answer, code = _command(path, "--by", cast.clerk.username)
    assert (answer["ok"], code) == (False, 1)
    assert answer["problems"][0] | {"message": ""} == {
        "sheet": "项目",
        "row": 2,
        "column": "标识",
        "message": "",
    }


def test_the_demo_is_right_and_complete() -> None:
    """The notes of the offices make a workbook without a flaw; see portal/site/setup."""
    notes = Path(__file__).parents[3] / "demo" / "programmes"
    assert sum(path.read_text().count("\n== ") for path in notes.glob("*.txt")) >= 30
