"""import_list as people run it: one JSON object whatever happens, all rows or none."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from disclosures.items.models import Edition
from disclosures.lists.models import ListRow
from tests import factories
from tests.cast import Cast
from tests.disclosures.lists.rolls import NAMES, ROWS, SUBSIDY, TOTAL, kind, person, roll, row


@pytest.fixture
def town(cast: Cast) -> Cast:
    kind(cast)
    return cast


def _file(tmp_path: Path, *rows: list[object]) -> Path:
    path = tmp_path / "公示表.xlsx"
    path.write_bytes(roll(*rows))
    return path


def _run(
    path: Path, capsys: pytest.CaptureFixture[str], *more: str, slug: str = SUBSIDY
) -> tuple[int, dict[str, Any]]:
    status = 0
    try:
        call_command("import_list", str(path), "--kind", slug, "--json", *more)
    except SystemExit as end:
        status = int(end.code or 0)
    return status, json.loads(capsys.readouterr().out)


def test_a_check_tells_and_stores_nothing(
    town: Cast, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, told = _run(_file(tmp_path, *ROWS, TOTAL), capsys, "--check")
    assert (status, told["ok"], told["rows"], told["total"]) == (0, True, 3, "3225.00")
    assert told["problems"] == []
    assert "身份证号" in told["dropped_columns"]
    assert not Edition.objects.exists()


def test_a_right_file_becomes_a_draft_without_personal_columns(
    town: Cast, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    about = ["--entry", factories.entry(town.town).code, "--period", "2026年"]
    about += ["--issuer", town.office.name, "--from", "2026-01-01", "--to", "2026-12-31"]
    status, told = _run(
        _file(tmp_path, *ROWS, TOTAL), capsys, *about, "--by", town.officer.username
    )
    assert (status, told["problems"]) == (0, [])
    rows = list(ListRow.objects.values())
    assert sorted(one["name"] for one in rows) == sorted(NAMES)
    assert not any(person(number) in str(rows) for number in (1, 2, 3))


def test_one_bad_row_stops_all_and_is_named(
    town: Cast, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = row(2, "方庆", **{"补贴金额（元）": 1076})
    status, told = _run(_file(tmp_path, ROWS[0], bad), capsys)
    assert (status, told["ok"]) == (1, False)
    assert [(one["row"], one["column"]) for one in told["problems"]] == [(4, "补贴金额（元）")]
    assert not Edition.objects.exists()


def test_who_may_not_import_and_a_day_that_is_none_are_told_in_words(
    town: Cast, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    about = ["--entry", factories.entry(town.town).code, "--period", "2026年", "--to", "2026-12-31"]
    about += ["--issuer", town.office.name, "--by", town.auditor.username]
    status, told = _run(_file(tmp_path, *ROWS), capsys, *about, "--from", "2026-01-01")
    assert (status, told["ok"]) == (1, False)
    assert "请用 --by 写明" in told["problems"][0]["message"]
    with pytest.raises(CommandError, match="不是日历上有的日子"):
        _run(_file(tmp_path, *ROWS), capsys, *about, "--from", "2026-13-01")


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (["--from", "2026-12-31", "--to", "2026-01-01"], "止日不能早于起日"),
        (["--phone", "电" * 60], "40"),
        (["--title", "长" * 300], "标题"),
    ],
)
def test_what_is_said_of_a_list_must_fit(
    town: Cast, tmp_path: Path, capsys: pytest.CaptureFixture[str], more: list[str], told: str
) -> None:
    about = ["--entry", factories.entry(town.town).code, "--period", "2026年"]
    about += ["--issuer", town.office.name, "--by", town.officer.username]
    status, answer = _run(_file(tmp_path, *ROWS), capsys, *about, *more)
    assert (status, answer["ok"]) == (1, False)
    assert told in answer["problems"][0]["message"]
    assert not Edition.objects.exists()


def test_what_is_missing_of_a_draft_is_asked_for(
    town: Cast, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, told = _run(_file(tmp_path, *ROWS), capsys, "--by", town.officer.username)
    assert (status, told["rows"]) == (1, 3)
    assert "--period" in told["problems"][0]["message"]


def test_an_unknown_kind_and_a_missing_file_are_told_as_data_too(
    town: Cast, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, told = _run(_file(tmp_path, *ROWS), capsys, slug="nothing")
    assert (status, told["ok"], told["rows"]) == (1, False, 0)
    assert SUBSIDY in told["problems"][0]["message"]
    status, told = _run(tmp_path / "没有.xlsx", capsys)
    assert (status, "没有文件" in told["problems"][0]["message"]) == (1, True)
    status, told = _run(tmp_path, capsys)
    assert (status, "文件夹" in told["problems"][0]["message"]) == (1, True)


def test_to_people_it_is_told_in_words(town: Cast, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="没有文件"):
        call_command("import_list", str(tmp_path / "没有.xlsx"), "--kind", SUBSIDY)
