"""explain_deadline FILE [--json]: when an application must be answered, day by day."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from applications.calendar_in_force import calendar_in_force
from applications.procedure.events import Event
from applications.procedure.record import Unlawful
from applications.procedure.standing import Standing, standing_of
from applications.procedure.words import day
from applications.procedure.written import Unreadable, from_data

REFUSED = 2
MOST_EVENTS = 200
LARGEST_FILE = 1_000_000
UNOPENED: dict[type[OSError], str] = {
    FileNotFoundError: "没有这个文件",
    IsADirectoryError: "这是文件夹",
    PermissionError: "没有读取的权限",
}
EXAMPLE = '{"events": [{"type": "received", "on": "2025-01-20"}]}'


class TooLarge(ValueError):
    """More than anybody writes of one application."""


class Command(BaseCommand):
    help = "按登记的事项计算依申请公开的答复期限，逐日说明。事项不合法或文件有误时退出码为 2。"
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help=f"JSON 文件，如 {EXAMPLE}")
        parser.add_argument("--json", action="store_true", help="以 JSON 输出")

    def handle(self, *args: Any, **options: Any) -> None:
        events = _events(_read(options["file"]))
        try:
            standing = standing_of(events, calendar_in_force())
        except Unlawful as refusal:
            raise CommandError(str(refusal), returncode=REFUSED) from refusal
        if options["json"]:
            self.stdout.write(json.dumps(as_data(standing), ensure_ascii=False, indent=2))
        else:
            self.stdout.write("\n".join(_lines(standing)))


def _read(path: Path) -> Any:
    try:
        text = _text(path)
        return json.loads(text)
    except OSError as refusal:
        why = UNOPENED.get(type(refusal), refusal.strerror)
        raise CommandError(f"打不开文件 {path}：{why}。", returncode=REFUSED) from refusal
    except (ValueError, RecursionError) as refusal:
        why = _misread(refusal)
        told = f"{path} 不是 UTF-8 的 JSON 文件：{why}"
        raise CommandError(told, returncode=REFUSED) from refusal


def _misread(refusal: Exception) -> str:
    match refusal:
        case json.JSONDecodeError():
            return f"第{refusal.lineno}行第{refusal.colno}个字符起读不懂。"
        case UnicodeDecodeError():
            return "编码不对，请另存为 UTF-8。"
        case RecursionError():
            return "括号套得太深。"
        case TooLarge():
            return "文件超过 1 MB，请核对是否选错了文件。"
        case _:  # Python reads no number of thousands of digits
            return "里面有长得不正常的数，请核对。"


def _text(path: Path) -> str:
    with path.open("rb") as file:
        content = file.read(LARGEST_FILE + 1)
    if len(content) > LARGEST_FILE:
        raise TooLarge
    return content.decode("utf-8-sig")


def _events(data: Any) -> list[Event]:
    listed = data.get("events") if isinstance(data, dict) else None
    if not isinstance(listed, list):
        raise CommandError(f"文件应写成 {EXAMPLE}。", returncode=REFUSED)
    if len(listed) > MOST_EVENTS:
        raise CommandError(f"事项多于{MOST_EVENTS}项，请核对。", returncode=REFUSED)
    return [_event(number, one) for number, one in enumerate(listed, start=1)]


def _event(number: int, data: Any) -> Event:
    try:
        return from_data(data)
    except Unreadable as refusal:
        raise CommandError(f"第{number}项：{refusal}", returncode=REFUSED) from refusal


def as_data(standing: Standing) -> dict[str, Any]:
    """The answer in the shape that other programs read; `due` is null while nothing is owed."""
    return {
        "state": standing.state.value,
        "due": standing.due.isoformat() if standing.due else None,
        "provisional": standing.provisional,
        "days": [
            {"date": step.on.isoformat(), "counted": step.counted, "why": step.why}
            for step in standing.clock.steps
        ],
    }


def _lines(standing: Standing) -> list[str]:
    due = f"答复期限：{day(standing.due)}" if standing.due else "目前没有答复期限"
    if standing.provisional:
        years = "、".join(f"{year}年" for year in standing.clock.missing_years)
        due += f"（暂定：{years}的放假安排尚未录入）"
    days = [
        f"{step.on.isoformat()} {'计入' if step.counted else '　　'} {step.why}"
        for step in standing.clock.steps
    ]
    return [f"状态：{standing.state.label}", due, *standing.clock.notes, *days]
