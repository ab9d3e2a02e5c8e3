"""import_ledger and verify_ledger as people run them: all or nothing, nothing twice."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from finance.ledger.counterparty import shown
from finance.ledger.models import Balance, LedgerEntry, Period
from tests.cast import Cast
from tests.finance.ledger.books import HEADER, ROWS, csv
from tests.finance.ledger.village_books import Books, keep_books

QUARTER = [("青禾村2026年第一季度财务收支公开明细表",), ("单位：元",), HEADER]


@pytest.fixture
def books(cast: Cast) -> Books:
    return keep_books(cast)


def _sheet(tmp_path: Path, *rows: Any) -> Path:
    path = tmp_path / "一季度.csv"
    given = [[str(cell).replace("2025", "2026") for cell in row] for row in rows or ROWS]
    path.write_bytes(csv([*QUARTER, *given]))
    return path


def _run(
    path: Path, capsys: pytest.CaptureFixture[str], *more: str, account: str = "基本户"
) -> tuple[int, dict[str, Any]]:
    status = 0
    where = ["--village", "qinghe", "--account", account, "--by", "kuaiji"]
    try:
        call_command("import_ledger", str(path), *where, "--json", *more)
    except SystemExit as end:
        status = int(end.code or 0)
    return status, json.loads(capsys.readouterr().out)


def test_a_quarter_goes_into_its_months(
    books: Books, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, told = _run(_sheet(tmp_path), capsys)
    assert (status, told["ok"], told["entries"]) == (0, True, 3)
    assert (told["opening"], told["income"], told["expense"], told["closing"]) == (
        "1000.50",
        "3000.00",
        "1400.50",
        "2600.00",
    )
    assert [period.name for period in Period.objects.order_by("first")] == [
        "2026年1月",
        "2026年2月",
        "2026年3月",
    ]
    assert Balance.objects.order_by("-period__first")[0].closing == Decimal("2600.00")


def test_who_may_not_post_is_told_so(
    books: Books, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    auditor = books.cast.auditor.username
    status, told = _run(_sheet(tmp_path), capsys, "--by", auditor)
    assert (status, told["ok"]) == (1, False)
    assert "请用 --by 写明" in told["problems"][0]["message"]
    assert not LedgerEntry.objects.exists()


@pytest.mark.parametrize("year", ["99999", "-1", "1800", "今年"])
def test_a_year_that_is_none_is_told_in_words(books: Books, tmp_path: Path, year: str) -> None:
    where = ["--village", "qinghe", "--account", "基本户", f"--year={year}"]
    with pytest.raises(CommandError, match="不是年度"):
        call_command("import_ledger", str(_sheet(tmp_path)), *where, "--check")


def test_checking_stores_nothing(
    books: Books, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run(_sheet(tmp_path), capsys, "--check")[1]["ok"]
    assert not Period.objects.exists()


def test_the_same_file_twice_makes_nothing_double(
    books: Books, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = _sheet(tmp_path)
    _run(path, capsys)
    assert _run(path, capsys)[1]["ok"]
    assert LedgerEntry.objects.count() == 3


def test_half_a_file_that_is_known_is_asked_about(
    books: Books, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _run(_sheet(tmp_path, *ROWS[:2]), capsys)
    status, told = _run(_sheet(tmp_path), capsys)
    assert status == 1
    assert "1 笔已经在账上，另有 2 笔是新的" in told["problems"][0]["message"]
    assert LedgerEntry.objects.count() == 1


def test_it_must_open_where_the_books_stand(
    books: Books, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    books.account.opening = Decimal("900.00")
    books.account.save()
    status, told = _run(_sheet(tmp_path), capsys)
    assert status == 1
    assert (
        "表上期初余额是 1,000.50 元，账上基本户这时是 900.00 元" in told["problems"][0]["message"]
    )
    assert not LedgerEntry.objects.exists()


def test_an_unknown_subject_is_named_with_the_nearest(
    books: Books, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    row = ("2026.1.6", "01-001", "办公用费", "打印纸", "", 5, "", "")
    status, told = _run(_sheet(tmp_path, row), capsys)
    assert status == 1
    assert told["problems"] == [
        {
            "row": 4,
            "column": "科目",
            "message": "科目表里没有“办公用费”，最接近的是“办公费”。"
            "请改用已有科目，或请管理员添加。",
        }
    ]


def test_a_subject_on_the_wrong_side_is_named(
    books: Books, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    row = ("2026.1.6", "01-001", "办公费", "打印纸", 5, "", "", "")
    assert (
        "是支出科目，这一笔却是收入"
        in _run(_sheet(tmp_path, row), capsys)[1]["problems"][0]["message"]
    )


def test_an_older_name_of_a_subject_is_understood(
    books: Books, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    row = ("2026.1.6", "01-001", "发包收入", "鱼塘", 5, "", "", "")
    _run(_sheet(tmp_path, row), capsys)
    assert LedgerEntry.objects.get().subject.name == "经营收入"


def test_a_village_or_account_that_is_not_there_is_told(books: Books, tmp_path: Path) -> None:
    path = str(_sheet(tmp_path))
    with pytest.raises(CommandError, match="没有村（社区）"):
        call_command("import_ledger", path, "--village", "nowhere", "--account", "基本户")
    with pytest.raises(CommandError, match="没有账户“别的户”"):
        call_command("import_ledger", path, "--village", "qinghe", "--account", "别的户")


def test_a_sheet_is_checked_before_there_is_an_account(
    books: Books, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run(_sheet(tmp_path), capsys, "--check", account="还没有的户")[1]["ok"]


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ("方庆", "方某"),
        ("欧阳建国", "欧阳某某"),
        ("青禾农资店", "青禾农资店"),
        ("县供电公司", "县供电公司"),
        ("青禾村", "青禾村"),
        ("", ""),
    ],
)
def test_private_persons_are_masked(given: str, read: str) -> None:
    assert shown(given) == read


def test_a_chain_is_verified_on_the_command_line(
    books: Books, capsys: pytest.CaptureFixture[str]
) -> None:
    january = books.open()
    books.post(january, books.posting("5", on=date(2026, 1, 6)))
    books.publish(january)
    call_command("verify_ledger", "--village", "qinghe", "--json")
    assert json.loads(capsys.readouterr().out)["ok"]
    LedgerEntry.objects.update(amount=Decimal("6"))
    with pytest.raises(SystemExit):
        call_command("verify_ledger", "--json")
    told = json.loads(capsys.readouterr().out)
    assert told["villages"][0]["broken"] == "2026年1月"


def test_a_program_is_told_in_its_own_shape(
    books: Books, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, told = _run(_sheet(tmp_path), capsys, account="别的户")
    assert (status, told["ok"], told["entries"]) == (1, False, 0)
    assert "没有账户“别的户”" in told["problems"][0]["message"]
    assert list(told) == [
        "ok",
        "entries",
        "opening",
        "income",
        "expense",
        "closing",
        "columns",
        "problems",
    ]


@pytest.mark.parametrize(
    ("row", "column"),
    [
        (("2025.1.6", "", "", "纸" * 201, "", 5), "用途"),
        (("2025.1.6", "记" * 31, "", "纸", "", 5), "凭证号"),
        (("2025.1.6", "", "", "纸", "", 5, "", "方" * 41), "经手人"),
        (("2025.1.6", "", "", "纸", "", "10000000000"), "金额"),
    ],
)
def test_what_the_books_have_no_room_for_is_named(
    books: Books, tmp_path: Path, capsys: pytest.CaptureFixture[str], row: Any, column: str
) -> None:
    """Cut to fit, a purpose would be another one the next time and come in twice."""
    status, told = _run(_sheet(tmp_path, row), capsys)
    assert (status, LedgerEntry.objects.count()) == (1, 0)
    assert [(one["row"], one["column"]) for one in told["problems"]] == [(4, column)]
