"""A new notice moves open deadlines everywhere, and says so."""

import json
from datetime import date
from pathlib import Path
from unittest.mock import patch

import pytest
from django.core.management import call_command

from disclosures.items.models import Edition
from portal.core.staff.roles import Role
from portal.core.trail.models import TrailEntry
from portal.core.trail.record import history
from portal.core.workdays.load import current_calendar
from portal.core.workdays.models import HolidayNotice
from portal.core.workdays.notice import Notice
from portal.core.workdays.notice_text import read_notice
from portal.site.workdays.adopt import CannotAdopt, adopt_calendar
from portal.spreadsheets.write import write_xlsx
from tests import factories
from tests.cast import Cast
from tests.core.workdays.notices import NOTICE_2026

NOTICE_2027 = """国务院办公厅关于2027年部分节假日安排的通知
一、元旦：1月1日至3日放假，共3天。
二、春节：2月5日至11日放假调休，共7天。2月14日（周日）上班。
三、清明节：4月3日至5日放假，共3天。
四、劳动节：5月1日至3日放假，共3天。
五、端午节：6月9日放假，共1天。
六、中秋节：9月15日放假，共1天。
七、国庆节：10月1日至7日放假调休，共7天。9月26日（周日）上班。
"""


@pytest.fixture
def notice(tmp_path: Path) -> str:
    path = tmp_path / "2027.txt"
    path.write_text(NOTICE_2027, encoding="utf-8")
    return str(path)


def test_adopting_the_notice_ends_what_was_provisional(cast: Cast, notice: str) -> None:
    draft = factories.draft(cast.town, by=cast.clerk, formed_on=date(2026, 12, 4))
    assert draft.due_provisional
    call_command("import_calendar", notice)
    draft.refresh_from_db()
    assert (draft.due_on, draft.due_provisional) == (date(2027, 1, 4), False)


def test_every_township_learns_of_it(cast: Cast, notice: str) -> None:
    other = factories.township()
    call_command("import_calendar", notice)
    told = TrailEntry.objects.filter(act="采用放假安排").values_list("township", flat=True)
    assert set(told) == {cast.town.pk, other.pk}


def test_the_command_answers_in_json(cast: Cast, notice: str, capsys: object) -> None:
    call_command("import_calendar", notice, "--json")
    assert json.loads(capsys.readouterr().out) == {
        "ok": True,
        "year": 2027,
        "days_off": 25,
        "makeup_days": 2,
        "problems": [],
        "moved": 0,
    }


def test_a_faulty_notice_changes_nothing(cast: Cast, tmp_path: Path, capsys: object) -> None:
    path = tmp_path / "bad.csv"
    path.write_text(
        "日期,安排,节日\n2027-01-01,放假,元旦\n2027-13-01,放假,元旦\n", encoding="utf-8"
    )
    with pytest.raises(SystemExit):
        call_command("import_calendar", str(path), "--json")
    answer = json.loads(capsys.readouterr().out)
    assert not answer["ok"]
    assert answer["problems"][0]["line"] == 3
    assert not HolidayNotice.objects.filter(year=2027).exists()


def test_checking_changes_nothing(cast: Cast, notice: str) -> None:
    call_command("import_calendar", notice, "--check")
    assert not HolidayNotice.objects.filter(year=2027).exists()
    assert not Edition.objects.exists()


def test_a_file_that_is_not_there_is_told_in_json_too(
    db: None, tmp_path: Path, capsys: object
) -> None:
    with pytest.raises(SystemExit):
        call_command("import_calendar", str(tmp_path / "none.txt"), "--json")
    answer = json.loads(capsys.readouterr().out)
    assert not answer["ok"]
    assert "none.txt" in answer["problems"][0]["message"]


def sheet(rows: list[tuple[str, str, str]]) -> bytes:
    return write_xlsx("放假安排", ("日期", "安排", "节日"), rows)


ROWS_2027 = [
    ("2027-01-01", "放假", "元旦"),
    ("2027-02-05", "放假", "春节"),
    ("2027-02-14", "上班", "春节"),
    ("2027-04-05", "放假", "清明节"),
    ("2027-05-01", "放假", "劳动节"),
    ("2027-05-02", "放假", "劳动节"),
    ("2027-06-09", "放假", "端午节"),
    ("2027-09-15", "放假", "中秋节"),
    ("2027-10-01", "放假", "国庆节"),
    ("2027-10-02", "放假", "国庆节"),
    ("2027-10-03", "放假", "国庆节"),
]


@pytest.mark.parametrize("name", ["2027.xlsx", "2027.csv", "gb.csv"])
def test_a_table_is_read_from_either_kind_of_file(cast: Cast, tmp_path: Path, name: str) -> None:
    lines = "\r\n".join(",".join(row) for row in [("日期", "安排", "节日"), *ROWS_2027])
    kinds = {
        "2027.xlsx": sheet(ROWS_2027),
        "2027.csv": lines.encode("utf-8-sig"),
        "gb.csv": lines.encode("gb18030"),
    }
    path = tmp_path / name
    path.write_bytes(kinds[name])
    call_command("import_calendar", str(path))
    kept = HolidayNotice.objects.get(year=2027)
    assert kept.days.count() == len(ROWS_2027)


def test_a_bad_row_of_a_sheet_is_named_and_nothing_is_kept(
    cast: Cast, tmp_path: Path, capsys: object
) -> None:
    path = tmp_path / "2027.xlsx"
    path.write_bytes(sheet([*ROWS_2027, ("2027年13月1日", "放假", "元旦")]))
    with pytest.raises(SystemExit):
        call_command("import_calendar", str(path))
    assert "第13行" in capsys.readouterr().out
    assert not HolidayNotice.objects.filter(year=2027).exists()


def test_a_sheet_without_the_columns_says_which(cast: Cast, tmp_path: Path, capsys: object) -> None:
    path = tmp_path / "2027.csv"
    path.write_text("甲,乙\n1,2\n", encoding="utf-8")
    with pytest.raises(SystemExit):
        call_command("import_calendar", str(path))
    assert "日期、安排、节日" in capsys.readouterr().out


def test_a_failure_half_way_keeps_the_old_notice(cast: Cast, notice: str) -> None:
    before = HolidayNotice.objects.get(year=2026).days.count()
    read, _ = read_notice(NOTICE_2026.replace("1月4日（周日）上班。", ""))
    with (
        patch("portal.site.workdays.adopt.redate_open_editions", side_effect=RuntimeError),
        pytest.raises(RuntimeError),
    ):
        adopt_calendar(read, by=None)
    assert HolidayNotice.objects.get(year=2026).days.count() == before
    assert current_calendar().is_working_day(date(2026, 1, 4))


def test_a_notice_with_faults_is_not_adopted(cast: Cast) -> None:
    with pytest.raises(CannotAdopt, match="缺少国庆节"):
        adopt_calendar(Notice(2027, "通知", ()), by=None)


def test_a_moved_deadline_stands_in_the_drafts_trail(cast: Cast) -> None:
    draft = factories.draft(cast.town, by=cast.clerk, formed_on=date(2026, 12, 4))
    old = draft.due_on
    read, _ = read_notice(NOTICE_2027.replace("1月1日至3日放假，共3天", "1月1日至8日放假，共8天"))
    [moved] = adopt_calendar(read, by=cast.administrator).moved
    assert (moved.edition, moved.old, moved.new) == (draft, old, date(2027, 1, 11))
    entry = history(draft).filter(act="期限调整").get()
    assert entry.by == cast.administrator
    assert str(old) in entry.remark


def test_names_of_staff_stay_in_their_township(cast: Cast) -> None:
    elsewhere = factories.township()
    office = factories.organisation(elsewhere)
    factories.draft(elsewhere, by=factories.staff(office, Role.CLERK), formed_on=date(2026, 12, 4))
    read, _ = read_notice(NOTICE_2027.replace("1月1日至3日放假，共3天", "1月1日至8日放假，共8天"))
    adopt_calendar(read, by=cast.administrator)
    told = TrailEntry.objects.filter(act__in=("采用放假安排", "期限调整"))
    assert not told.filter(township=elsewhere, by__isnull=False).exists()
    assert told.get(township=cast.town).by == cast.administrator
