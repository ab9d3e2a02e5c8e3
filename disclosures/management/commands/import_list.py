import argparse
import json
from datetime import date
from pathlib import Path
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from disclosures.flow.refusal import CannotMove
from disclosures.lists.begin import begin_list
from disclosures.lists.models import ListKind
from disclosures.lists.read_list import read_list
from disclosures.lists.save_list import save_list
from disclosures.lists.sheet import ListSheet
from disclosures.lists.villages import villages_of
from portal.core.management.given_file import read_given
from portal.core.staff.find import may_not, staff_for_command
from portal.core.township.current import township_named
from portal.core.township.models import Township

# what is said of the list itself; needed to make a draft, not to check a file
ABOUT = ("title", "entry", "issuer", "period", "from", "to", "programme", "phone", "fund")


class Command(BaseCommand):
    help = "检查或导入公示名单、发放名单；个人信息栏在保存之前就去掉，有一行错就一行也不导入。"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="XLSX、XLS 或 CSV")
        parser.add_argument("--kind", required=True, help="名单种类的标识，如 dibao-payment")
        parser.add_argument("--check", action="store_true", help="只检查，不导入")
        parser.add_argument("--json", action="store_true", help="输出一个 JSON 对象")
        parser.add_argument("--township", default="", help="乡镇标识；只有一个乡镇时不用写")
        parser.add_argument("--by", default="", help="以谁的名义导入（用户名）")
        parser.add_argument("--map", action="append", default=[], metavar="表头=栏目", type=_pair)
        for name in ABOUT:
            kind: Any = _day if name in ("from", "to") else str
            parser.add_argument(f"--{name}", default=None, type=kind)

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            sheet, refusals = self._imported(options)
        except CommandError as refusal:
            if not options["json"]:
                raise
            sheet, refusals = ListSheet(), [str(refusal)]
        self._report(sheet, refusals, as_json=options["json"])

    def _imported(self, options: dict[str, Any]) -> tuple[ListSheet, list[str]]:
        """What the file holds, and why no draft was made of it where none was."""
        township = township_named(options["township"])
        kind = _kind(township, options["kind"])
        data = read_given(options["file"])
        mapping = dict(options["map"])
        sheet = read_list(data, "名单", kind.layout, villages_of(township), mapping)
        if sheet.ok and not options["check"]:
            try:
                _save(township, kind, sheet, options)
            except CannotMove as refusal:
                return sheet, refusal.findings
            except PermissionDenied as refusal:
                return sheet, [may_not(refusal)]
        return sheet, []

    def _report(self, sheet: ListSheet, refusals: list[str], *, as_json: bool) -> None:
        told = as_dict(sheet, refusals)
        if as_json:
            self.stdout.write(json.dumps(told, ensure_ascii=False))
        else:
            self.stdout.write("\n".join([*map(str, sheet.problems), *refusals]))
            self.stdout.write(f"读到 {told['rows']} 行，合计 {told['total']} 元。")
        if not told["ok"]:
            raise SystemExit(1)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as wrong:
        told = f"“{text}”不是日历上有的日子，请写成 2026-01-31 的样子"
        raise argparse.ArgumentTypeError(told) from wrong


def _pair(text: str) -> tuple[str, str]:
    heading, sign, ours = text.partition("=")
    if not sign:
        raise argparse.ArgumentTypeError("请写成 表头=栏目")
    return heading, ours


def _kind(township: Township, slug: str) -> ListKind:
    kinds = ListKind.objects.of(township)
    kind = kinds.filter(slug=slug).first() or kinds.filter(name=slug).first()
    if kind is None:
        known = "、".join(f"{one.slug}（{one.name}）" for one in kinds)
        raise CommandError(f"没有名单种类“{slug}”。可用的有：{known}。")
    return kind


@transaction.atomic
def _save(township: Township, kind: ListKind, sheet: ListSheet, options: dict[str, Any]) -> None:
    about = {name: options[name] for name in ABOUT}
    by = staff_for_command(township, options["by"])
    save_list(begin_list(kind, about, by=by), sheet, by=by)


def as_dict(sheet: ListSheet, refusals: list[str]) -> dict[str, Any]:
    """The answer in the shape that other programs read; rows are numbered as in the sheet."""
    problems = [
        {"row": problem.row, "column": problem.column, "message": problem.message}
        for problem in sheet.problems
    ]
    problems += [{"row": 0, "column": "", "message": message} for message in refusals]
    return {
        "ok": not problems,
        "rows": len(sheet.rows),
        "total": f"{sheet.total:.2f}",
        "dropped_columns": list(sheet.dropped),
        "hidden": list(sheet.hidden),
        "problems": problems,
    }
