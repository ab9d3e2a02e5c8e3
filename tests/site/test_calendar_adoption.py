"""A new notice moves open deadlines everywhere, and says so."""

import json
from datetime import date
from pathlib import Path

import pytest
from django.core.management import call_command

from disclosures.items.models import Edition
from portal.core.trail.models import TrailEntry
from portal.core.workdays.models import HolidayNotice
from tests import factories
from tests.cast import Cast

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
