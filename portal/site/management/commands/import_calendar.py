import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from portal.core.workdays.days import DayKind
from portal.core.workdays.notice import Notice, NoticeProblem, problems_of
from portal.site.workdays.adopt import adopt_calendar
from portal.site.workdays.read_file import read_notice_file


class Command(BaseCommand):
    help = "导入一年的放假安排（通知原文 TXT，或日期、安排、节日三栏的 CSV、XLSX）。"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--year", type=int, help="哪一年；文件里写明的不用填")
        parser.add_argument("--check", action="store_true", help="只检查，不导入")
        parser.add_argument("--json", action="store_true", help="输出一个 JSON 对象")

    def handle(self, *args: Any, **options: Any) -> None:
        notice, problems = _read(options["file"], options["year"])
        moved = None if options["check"] else 0
        if notice is not None and not problems and not options["check"]:
            adopted = adopt_calendar(notice, by=None)
            moved = len(adopted.moved) + len(adopted.applications)
        self._report(notice, problems, moved, as_json=options["json"])
        if problems:
            raise SystemExit(1)

    def _report(
        self,
        notice: Notice | None,
        problems: list[NoticeProblem],
        moved: int | None,
        *,
        as_json: bool,
    ) -> None:
        if as_json:
            self.stdout.write(
                json.dumps(_as_dict(notice, problems, moved or 0), ensure_ascii=False)
            )
            return
        for problem in problems:
            self.stdout.write(str(problem))
        if notice is not None and not problems:
            counts = _counts(notice)
            self.stdout.write(
                f"{notice.year}年：放假 {counts['days_off']} 天，调休上班 "
                f"{counts['makeup_days']} 天{self._outcome(moved)}"
            )

    def _outcome(self, moved: int | None) -> str:
        return "，没有问题，可以导入。" if moved is None else f"，{moved} 个期限随之变动。"


def _read(path: Path, year: int | None) -> tuple[Notice | None, list[NoticeProblem]]:
    """The notice in the file, with everything that keeps it from being adopted."""
    try:
        data = path.read_bytes()
    except OSError:
        return None, [NoticeProblem(0, f"读不了文件 {path}，请核对路径和权限。")]
    notice, problems = read_notice_file(data, path.name, year)
    return notice, [*problems, *(problems_of(notice) if notice else [])]


def _counts(notice: Notice | None) -> dict[str, int]:
    days = notice.days if notice else ()
    return {
        "days_off": sum(day.kind is DayKind.OFF for day in days),
        "makeup_days": sum(day.kind is DayKind.MAKEUP for day in days),
    }


def _as_dict(notice: Notice | None, problems: list[NoticeProblem], moved: int) -> dict[str, Any]:
    return {
        "ok": not problems,
        "year": notice.year if notice else None,
        **_counts(notice),
        "problems": [{"line": p.line, "message": p.message} for p in problems],
        "moved": moved,
    }
