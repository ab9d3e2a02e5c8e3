"""check_sangong as an inspector runs it."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

GIVEN = {
    "unit": "万元",
    "final": {"abroad": "0", "vehicle_purchase": "0", "vehicle_running": "21", "reception": "20"},
    "budget": {"total": "46"},
    "last_final": {"total": "60"},
    "text": "“三公”经费41万元，较上年减少19万元，下降31.67%。",
}


def _run(path: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, dict[str, Any]]:
    status = 0
    try:
        call_command("check_sangong", str(path), "--json")
    except SystemExit as end:
        status = int(end.code or 0)
    return status, json.loads(capsys.readouterr().out)


def test_a_right_statement_passes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "三公.json"
    path.write_text(json.dumps(GIVEN), encoding="utf-8")
    status, told = _run(path, capsys)
    assert (status, told["ok"], told["problems"]) == (0, True, [])
    assert told["totals"] == {"final": "41.00", "budget": "46.00", "last_final": "60.00"}
    assert told["changes"]["last_final"]["total"]["percent"] == "-31.67"
    assert told["changes"]["budget"]["total"]["amount"] == "-5.00"


def test_a_wrong_one_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "三公.json"
    path.write_text(json.dumps({**GIVEN, "text": "“三公”经费51万元。"}), encoding="utf-8")
    status, told = _run(path, capsys)
    assert (status, told["ok"], len(told["problems"])) == (1, False, 1)


def test_numbers_without_quotes_keep_their_places(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "三公.json"
    path.write_text('{"final": {"total": 9.07}, "last_final": {"total": 9.78}}', encoding="utf-8")
    assert _run(path, capsys)[1]["changes"]["last_final"]["total"]["amount"] == "-0.71"


@pytest.mark.parametrize("given", ["[]", '"text"', "{}", '{"unit": "亿元", "final": {}}', "null"])
def test_what_is_no_statement_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], given: str
) -> None:
    path = tmp_path / "三公.json"
    path.write_text(given, encoding="utf-8")
    status, told = _run(path, capsys)
    assert (status, told["ok"]) == (1, False)
    assert told["problems"]


def test_a_file_that_is_no_json_is_refused_in_words(tmp_path: Path) -> None:
    path = tmp_path / "三公.json"
    path.write_bytes(b"\xff\xfe not json")
    with pytest.raises(CommandError, match="不是 UTF-8 的 JSON"):
        call_command("check_sangong", str(path))
    with pytest.raises(CommandError, match="没有文件"):
        call_command("check_sangong", str(tmp_path / "none.json"))


def test_an_unreadable_file_is_told_as_data_where_data_is_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, told = _run(tmp_path / "none.json", capsys)
    assert (status, told["ok"], len(told["problems"])) == (1, False, 1)
    deep = tmp_path / "deep.json"
    deep.write_text("[" * 100_000, encoding="utf-8")
    status, told = _run(deep, capsys)
    assert (status, told["ok"], len(told["problems"])) == (1, False, 1)
