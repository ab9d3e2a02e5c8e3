"""Many items from one sheet: every bad row named, and all of it or nothing stored."""

from datetime import date
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from disclosures.catalogue.models import CatalogueEntry
from disclosures.flow.read_items import read_items
from disclosures.flow.refusal import CannotMove
from disclosures.flow.save_items import save_items
from disclosures.items.models import Disclosure, Edition
from disclosures.items.states import State
from disclosures.policies.models import Interpretation
from portal.core.staff.models import Staff
from portal.core.staff.roles import Role
from tests import factories
from tests.cast import Cast

Out = pytest.CaptureFixture[str]
HEADER = "标题,公开事项,发布机构,生成日期,发布日期,文号,正文,附件,解读的政策,解读形式"
GOOD = (
    "关于防汛的通知,D1-01,政务公开办公室,2026.3.2,2026-03-10,青政〔2026〕1号,"
    "一、要求\n请各村落实。,,,"
)


def keeper_of_archives(cast: Cast) -> Staff:
    return factories.staff(cast.office, Role.OFFICER, Role.ADMINISTRATOR)


def sheet(*rows: str) -> bytes:
    quoted = [",".join(f'"{cell}"' for cell in row.split(",")) for row in rows]
    return "\r\n".join([HEADER, *quoted]).encode("utf-8-sig")


@pytest.fixture
def town(cast: Cast) -> Cast:
    factories.entry(cast.town, code="D1-01", kind=CatalogueEntry.Kind.POLICY)
    factories.entry(cast.town, code="E1-01", kind=CatalogueEntry.Kind.INTERPRETATION)
    return cast


def problems(cast: Cast, *rows: str, **files: bytes) -> list[tuple[int, str]]:
    found = read_items(sheet(*rows), "信息.csv", cast.town, files).problems
    return [(problem.row, problem.column) for problem in found]


def test_a_good_row_becomes_a_draft(town: Cast) -> None:
    read = read_items(sheet(GOOD), "信息.csv", town.town)
    [edition] = save_items(read, town.town, by=town.officer)
    assert (edition.state, edition.formed_on) == (State.DRAFT, date(2026, 3, 2))
    assert edition.body == "<h2>一、要求</h2>\n<p>请各村落实。</p>"


def test_an_archive_becomes_public_on_its_old_day(town: Cast) -> None:
    read = read_items(sheet(GOOD), "信息.csv", town.town)
    save_items(read, town.town, by=keeper_of_archives(town), archived=True)
    item = Disclosure.objects.get()
    assert item.first_published_on == date(2026, 3, 10)
    assert item.index_number.endswith("/202603-00001")


@pytest.mark.parametrize(
    ("row", "column"),
    [
        (GOOD.replace("关于防汛的通知", ""), "标题"),
        (GOOD.replace("关于防汛的通知", "长" * 201), "标题"),
        (GOOD.replace("青政〔2026〕1号", "号" * 61), "文号"),
        (GOOD.replace("D1-01", "没有的事项"), "公开事项"),
        (GOOD.replace("政务公开办公室", "没有的机构"), "发布机构"),
        (GOOD.replace("2026.3.2", "三月二日"), "生成日期"),
        (GOOD.replace("2026-03-10", "2026-02-01"), "发布日期"),
        (GOOD.replace("一、要求\n请各村落实。", ""), "正文"),
        (GOOD.replace("请各村落实", "电话13905512345"), "正文"),
        (GOOD.replace("。,,,", "。,没带来的.docx,,"), "附件"),
        (GOOD.replace("D1-01", "E1-01"), "解读的政策"),
        (GOOD.replace(",,,", ",,没有的政策,"), "解读的政策"),
        (GOOD.replace(",,,", ",,青政〔2026〕1号,口头解读"), "解读形式"),
    ],
)
def test_a_bad_row_is_named_with_its_column(town: Cast, row: str, column: str) -> None:
    assert problems(town, GOOD, row) == [(3, column)]


def test_only_an_administrator_takes_over_what_skips_the_reviews(town: Cast) -> None:
    read = read_items(sheet(GOOD), "信息.csv", town.town)
    with pytest.raises(CannotMove, match="只能由系统管理员办理"):
        save_items(read, town.town, by=town.officer, archived=True)
    assert not Edition.objects.exists()


def test_one_bad_row_keeps_all_out(town: Cast) -> None:
    read = read_items(sheet(GOOD, GOOD.replace("D1-01", "X")), "信息.csv", town.town)
    with pytest.raises(CannotMove, match="一行也没有导入"):
        save_items(read, town.town, by=town.officer)
    assert not Edition.objects.exists()


def test_a_file_that_lies_is_named_with_its_row(town: Cast) -> None:
    row = GOOD.replace("。,,,", "。,假.pdf,,")
    assert problems(town, row, **{"假.pdf": b"MZ" + b"\0" * 400}) == [(2, "附件")]


def test_an_interpretation_finds_its_policy_in_the_same_sheet(town: Cast) -> None:
    row = (
        "解读防汛通知,E1-01,政务公开办公室,2026-03-02,2026-03-10,,正文。,,青政〔2026〕1号,问答解读"
    )
    read = read_items(sheet(row, GOOD), "信息.csv", town.town)
    save_items(read, town.town, by=keeper_of_archives(town), archived=True)
    bond = Interpretation.objects.get()
    assert bond.policy.live.title == "关于防汛的通知"
    assert bond.form == Interpretation.Form.QUESTIONS


def test_other_townships_entries_and_bodies_are_unknown(town: Cast) -> None:
    elsewhere = factories.organisation(factories.township(), name="邻镇办公室")
    factories.entry(elsewhere.township, code="Z9-01")
    row = GOOD.replace("D1-01", "Z9-01").replace("政务公开办公室", "邻镇办公室")
    assert problems(town, row) == [(2, "公开事项"), (2, "发布机构")]


def test_a_sheet_without_header_says_what_it_should_have(town: Cast) -> None:
    [problem] = read_items(b"a,b\r\n1,2\r\n", "信息.csv", town.town).problems
    assert "没有找到表头" in problem.message


def test_the_command_prints_one_json_object(town: Cast, tmp_path: object, capsys: object) -> None:
    path = tmp_path / "信息.csv"
    path.write_bytes(sheet(GOOD.replace("D1-01", "X")))
    with pytest.raises(SystemExit):
        call_command("import_disclosures", str(path), "--check", "--json")
    assert '"ok": false, "rows": 0, "imported": 0' in capsys.readouterr().out


def test_to_people_each_problem_is_a_line(town: Cast, tmp_path: Path, capsys: Out) -> None:
    path = tmp_path / "信息.csv"
    path.write_bytes(sheet(GOOD.replace("D1-01", "X"), GOOD.replace("D1-01", "Y")))
    with pytest.raises(SystemExit):
        call_command("import_disclosures", path, "--check")
    first, second, _ = capsys.readouterr().out.splitlines()
    assert (first[:5], second[:5]) == ("第 2 行", "第 3 行")


def test_who_may_not_import_is_told_so(town: Cast, tmp_path: Path, capsys: Out) -> None:
    path = tmp_path / "信息.csv"
    path.write_bytes(sheet(GOOD))
    with pytest.raises(SystemExit):
        call_command("import_disclosures", path, "--json", by=town.auditor.username)
    assert "请用 --by 写明" in capsys.readouterr().out
    assert not Edition.objects.exists()


@pytest.mark.parametrize("zipped", [b"no zip", None])
def test_what_cannot_be_read_is_told_in_words(
    town: Cast, tmp_path: Path, zipped: bytes | None
) -> None:
    path, files = tmp_path / "信息.csv", tmp_path / "附件.zip"
    path.write_bytes(sheet(GOOD))
    if zipped:
        files.write_bytes(zipped)
    with pytest.raises(CommandError, match="压缩包打不开" if zipped else "没有文件"):
        call_command("import_disclosures", path, "--check", files=files)
    with pytest.raises(CommandError, match="没有文件"):
        call_command("import_disclosures", tmp_path / "没有.csv", "--check")


def test_a_change_before_the_forming_is_named(town: Cast) -> None:
    data = (
        "标题,公开事项,发布机构,生成日期,变更日期,正文\r\n"
        "通知,D1-01,政务公开办公室,2026-03-02,2026-03-01,正文。\r\n"
    )
    [problem] = read_items(data.encode(), "信息.csv", town.town).problems
    assert (problem.row, problem.column) == (2, "变更日期")
