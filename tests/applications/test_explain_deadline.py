"""manage.py explain_deadline FILE [--json]."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from applications import calendar_in_force
from portal.core.workdays.models import HolidayNotice

pytestmark = pytest.mark.django_db


def run(path: Path, *options: str) -> str:
    told = StringIO()
    call_command("explain_deadline", str(path), *options, stdout=told)
    return told.getvalue()


def written(folder: Path, content: Any) -> Path:
    path = folder / "events.json"
    text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
    path.write_text(text, encoding="utf-8")
    return path


def events(*listed: tuple[str, str], **data: Any) -> dict[str, Any]:
    """The last of `listed` gets `data`."""
    rows = [{"on": on, "type": kind} for on, kind in listed]
    rows[-1] |= data
    return {"events": rows}


def answer(folder: Path, content: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run(written(folder, content), "--json"))
    return found


def refusal(folder: Path, content: Any) -> str:
    with pytest.raises(CommandError) as refused:
        run(written(folder, content), "--json")
    assert refused.value.returncode == 2
    return str(refused.value)


@pytest.mark.parametrize(
    ("received", "due", "provisional"),
    [
        ("2025-01-20", "2025-02-21", False),
        ("2026-09-24", "2026-10-29", False),
        ("2026-12-03", "2026-12-31", False),
        ("2026-12-04", "2027-01-04", True),
    ],
)
def test_it_tells_the_day_and_every_day_before_it(
    tmp_path: Path, received: str, due: str, provisional: bool
) -> None:
    found = answer(tmp_path, events((received, "received")))
    assert (found["state"], found["due"], found["provisional"]) == ("in_hand", due, provisional)
    assert set(found) == {"state", "due", "provisional", "days"}
    assert found["days"][-1]["date"] == due
    assert all(set(day) == {"date", "counted", "why"} for day in found["days"])
    assert sum(day["counted"] for day in found["days"]) == 20


def test_it_follows_the_whole_procedure(tmp_path: Path) -> None:
    lines = [
        ("2025-03-03", "received"),
        ("2025-03-05", "supplement_requested"),
        ("2025-03-10", "supplement_received"),
        ("2025-03-12", "third_party_asked"),
        ("2025-03-13", "organ_asked"),
        ("2025-03-14", "third_party_answered"),
        ("2025-03-18", "organ_answered"),
        ("2025-03-20", "extended"),
    ]
    found = answer(tmp_path, events(*lines, days=5))
    # 03-10 + 25 counted days, and 4 working days' pause: 03-13, 03-14, 03-17, 03-18
    assert (found["due"], sum(day["counted"] for day in found["days"])) == ("2025-04-21", 25)
    decided = answer(tmp_path, {"events": [*events(*lines, days=5)["events"], DECIDED]})
    assert (decided["state"], decided["due"]) == ("answered", "2025-04-21")


DECIDED = {"type": "decided", "on": "2025-06-30"}


def test_nothing_is_due_while_the_applicant_is_waited_for(tmp_path: Path) -> None:
    found = answer(tmp_path, events(("2025-03-03", "received"), ("2025-03-10", "fee_notified")))
    assert (found["state"], found["due"], found["provisional"]) == ("awaiting_payment", None, False)


def test_without_json_it_tells_the_same_in_words(tmp_path: Path) -> None:
    told = run(written(tmp_path, events(("2026-12-04", "received"))))
    assert "状态：办理中" in told
    assert "答复期限：2027年1月4日（暂定：2027年的放假安排尚未录入）" in told
    assert "2026-12-07 计入 第1日：周一" in told
    waiting = events(("2025-03-03", "received"), ("2025-03-05", "supplement_requested"))
    assert "目前没有答复期限" in run(written(tmp_path, waiting))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (events(("2025-03-03", "decided")), "第1项：第一项应当是“收到申请”"),
        (
            events(("2025-03-03", "received"), ("2025-03-02", "decided")),
            "第2项：2025年3月2日“作出答复”早于收到申请",
        ),
        (events(("2025-03-03", "received"), ("2025-03-10", "extended"), days=21), "第三十三条"),
        (events(("2025-03-03", "received"), ("2025-03-10", "extended")), "第2项：缺少“days”"),
        (events(("2025-03-03", "teleported")), "不认识的事项类型“teleported”"),
        (events(("2025-02-30", "received")), "没有 2025-02-30 这一天"),
        ({"events": []}, "没有任何事项"),
        ({"events": {}}, "文件应写成"),
        ([], "文件应写成"),
        ("7", "文件应写成"),
        ({"events": ["received"]}, "第1项：应是一个对象"),
        ("{", "不是 UTF-8 的 JSON 文件：第1行第2个字符起读不懂"),
        ("", "不是 UTF-8 的 JSON 文件"),
        (f"[{'9' * 5000}]", "里面有长得不正常的数"),
        ("[" * 100_000, "不是 UTF-8 的 JSON 文件：括号套得太深"),
        (events(*[("2025-03-03", "received")] * 201), "事项多于200项"),
    ],
)
def test_what_it_refuses_and_why(tmp_path: Path, content: Any, reason: str) -> None:
    assert reason in refusal(tmp_path, content)


def test_a_file_that_is_not_there_or_no_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="打不开文件"):
        run(tmp_path / "missing.json")
    with pytest.raises(CommandError, match="打不开文件"):
        run(tmp_path)
    path = tmp_path / "gbk.json"
    path.write_bytes('{"events": "收到"}'.encode("gb18030"))
    with pytest.raises(CommandError, match="UTF-8"):
        run(path)
    path.write_bytes(b" " * 1_000_001)
    with pytest.raises(CommandError, match="1 MB"):
        run(path)


def test_a_byte_order_mark_is_no_obstacle(tmp_path: Path) -> None:
    path = tmp_path / "events.json"
    path.write_text(json.dumps(events(("2025-01-20", "received"))), encoding="utf-8-sig")
    assert json.loads(run(path, "--json"))["due"] == "2025-02-21"


def test_without_notices_on_record_the_published_ones_are_used(tmp_path: Path) -> None:
    HolidayNotice.objects.all().delete()
    assert answer(tmp_path, events(("2025-01-20", "received")))["due"] == "2025-02-21"


def test_without_a_database_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise calendar_in_force.DatabaseError

    monkeypatch.setattr(calendar_in_force, "current_calendar", broken)
    assert 2026 in calendar_in_force.calendar_in_force().years
