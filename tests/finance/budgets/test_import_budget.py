"""import_budget as people run it: into a draft, all or nothing, nothing twice."""

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from disclosures.items.models import Edition
from finance.budgets.models import Budget, BudgetLine
from finance.budgets.read_budget import read_budget
from finance.budgets.save_lines import save_lines
from tests import factories
from tests.cast import Cast, assemble
from tests.finance.budgets.books import WHOLE, drafted, published, workbook
from tests.finance.budgets.test_read_budget import EXPENSE, INCOME

RIGHT = {"收入总表": INCOME, "支出总表": EXPENSE}
ENTRY = {"code": "D01-01", "name": "政府预算"}


@pytest.fixture
def office(cast: Cast) -> Cast:
    factories.entry(cast.town, **ENTRY)
    return cast


def _file(folder: Path, sheets: dict[str, list[list[Any]]] = RIGHT) -> str:
    path = folder / "预算.xlsx"
    path.write_bytes(workbook(sheets))
    return str(path)


def _run(capsys: Any, path: str, *more: str, kind: str = "budget") -> tuple[dict[str, Any], int]:
    code = 0
    who = () if "--check" in more or "--by" in more else ("--by", "li")
    try:
        call_command("import_budget", path, "--year", "2026", "--kind", kind, "--json", *who, *more)
    except SystemExit as stopped:
        code = int(str(stopped.code))
    return json.loads(capsys.readouterr().out), code


def test_a_workbook_becomes_a_draft(office: Cast, tmp_path: Path, capsys: Any) -> None:
    told, code = _run(capsys, _file(tmp_path))
    assert (told["ok"], code, told["lines"], told["problems"]) == (True, 0, 3, [])
    assert told["tables"][1] == {
        "sheet": "支出总表",
        "table": "支出总表（功能分类）",
        "unit": "万元",
        "columns": {"科目编码": "A", "科目名称": "B", "金额": "C", "增减原因": "D"},
        "lines": 2,
        "sum": "125000.00",
    }
    part = Budget.objects.get(edition=told["edition"])
    assert (part.unit, part.year, part.kind, part.edition.state) == (None, 2026, "budget", "draft")
    assert told["missing"] == []


def test_a_check_leaves_nothing_behind(office: Cast, tmp_path: Path, capsys: Any) -> None:
    published(office, *WHOLE, year=2025)
    before = Edition.objects.count()
    told, code = _run(capsys, _file(tmp_path), "--check")
    assert (told["ok"], code, told["edition"]) == (True, 0, None)
    assert any("没有写原因" in line for line in told["missing"])
    assert Edition.objects.count() == before


def test_the_same_file_twice_makes_nothing_double(
    office: Cast, tmp_path: Path, capsys: Any
) -> None:
    first, _ = _run(capsys, _file(tmp_path))
    second, _ = _run(capsys, _file(tmp_path))
    assert first["edition"] == second["edition"]
    assert BudgetLine.objects.count() == 3


def test_a_wrong_file_stores_nothing(office: Cast, tmp_path: Path, capsys: Any) -> None:
    wrong = RIGHT | {"支出总表": [*EXPENSE[:3], ["208", "社会保障", "若干", ""]]}
    told, code = _run(capsys, _file(tmp_path, wrong))
    assert (told["ok"], code, told["edition"]) == (False, 1, None)
    [problem] = told["problems"]
    assert (problem["sheet"], problem["row"], problem["column"]) == ("支出总表", 4, "金额")
    assert not BudgetLine.objects.exists()


def test_a_school_has_its_own(office: Cast, tmp_path: Path, capsys: Any) -> None:
    school = factories.organisation(office.town, name="青禾小学", slug="xiaoxue", kind="school")
    told, _ = _run(capsys, _file(tmp_path), "--unit", "xiaoxue")
    assert Budget.objects.get(edition=told["edition"]).unit == school


@pytest.mark.parametrize("unit", ["nobody", "qinghe"])
def test_a_unit_is_an_office_or_a_school(office: Cast, tmp_path: Path, unit: str) -> None:
    where = ("--year", "2026", "--kind", "budget", "--unit", unit)
    with pytest.raises(CommandError, match="没有站所或学校"):
        call_command("import_budget", _file(tmp_path), *where)


def test_what_is_public_is_revised_at_the_desk(office: Cast, tmp_path: Path, capsys: Any) -> None:
    published(office, *WHOLE)
    told, code = _run(capsys, _file(tmp_path))
    assert code == 1
    assert "请在后台修订那一份" in told["problems"][0]["message"]


def test_of_two_drafts_neither_is_guessed(office: Cast, tmp_path: Path, capsys: Any) -> None:
    drafted(office)
    drafted(office)
    told, code = _run(capsys, _file(tmp_path))
    assert code == 1
    assert "几份同种草稿" in told["problems"][0]["message"]


def test_without_an_entry_the_desk_is_named(cast: Cast, tmp_path: Path, capsys: Any) -> None:
    told, code = _run(capsys, _file(tmp_path))
    assert code == 1
    assert "请先在后台新建稿件" in told["problems"][0]["message"]


def test_who_may_not_write_is_told_to_name_somebody(
    office: Cast, tmp_path: Path, capsys: Any
) -> None:
    told, code = _run(capsys, _file(tmp_path), "--by", office.administrator.username)
    assert code == 1
    assert "请用 --by 写明" in told["problems"][0]["message"]


def test_people_read_it_too(office: Cast, tmp_path: Path, capsys: Any) -> None:
    where = ("--year", "2026", "--kind", "budget", "--by", "li")
    call_command("import_budget", _file(tmp_path), *where)
    assert "收入总表：1 行，合计 125000.00 元。" in capsys.readouterr().out
    with pytest.raises(CommandError, match="没有文件"):
        call_command("import_budget", "/nowhere.xlsx", *where)


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite lets one writer in at a time")
def test_a_double_click_makes_nothing_double() -> None:
    cast = assemble()
    edition = drafted(cast)
    read = read_budget(workbook(RIGHT), "预算.xlsx", kind="budget", year=2026)

    def once(_: int) -> int:
        try:
            return save_lines(edition, read, by=cast.officer)
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as pool:
        assert set(pool.map(once, range(12))) == {3}
    assert edition.budget_lines.count() == 3
