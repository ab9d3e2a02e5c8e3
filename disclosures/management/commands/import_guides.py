import json
from pathlib import Path
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.management.base import BaseCommand, CommandParser

from disclosures.flow.refusal import CannotMove
from disclosures.guides.guide_sheet import GuideSheet
from disclosures.guides.read_guides import read_guides
from disclosures.guides.save_guides import save_guides
from disclosures.management.given_files import given_files
from portal.core.management.given_file import read_given
from portal.core.staff.find import may_not, staff_for_command
from portal.core.township.current import township_named


class Command(BaseCommand):
    help = "从表格批量导入办事指南，一行一件事；有一行错就一行也不导入。"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="XLSX、XLS 或 CSV")
        parser.add_argument(
            "--files", type=Path, help="空白表格所在文件夹或 ZIP，默认用旁边的 files 文件夹"
        )
        parser.add_argument("--township", default="", help="乡镇标识；只有一个乡镇时不用写")
        parser.add_argument("--by", default="", help="以谁的名义导入（用户名）")
        parser.add_argument("--check", action="store_true", help="只检查，不导入")
        parser.add_argument("--archived", action="store_true", help="作为已公开的历史信息导入")
        parser.add_argument("--override-reason", default="", help="无法自动检查的文件如何人工查看")
        parser.add_argument("--json", action="store_true", help="输出一个 JSON 对象")

    def handle(self, *args: Any, **options: Any) -> None:
        township = township_named(options["township"])
        path = options["file"]
        data = read_given(path)
        files = given_files(options["files"], path)
        sheet = read_guides(data, path.name, township, files)
        refusals: list[str] = []
        imported = 0
        if sheet.ok and not options["check"]:
            by = staff_for_command(township, options["by"])
            choices = {name: options[name] for name in ("archived", "override_reason")}
            try:
                imported = len(save_guides(sheet, township, by=by, **choices))
            except CannotMove as refusal:
                refusals = refusal.findings
            except PermissionDenied as refusal:
                refusals = [may_not(refusal)]
        self._report(sheet, imported, refusals, as_json=options["json"])

    def _report(
        self, sheet: GuideSheet, imported: int, refusals: list[str], *, as_json: bool
    ) -> None:
        told = _as_dict(sheet, imported, refusals)
        if as_json:
            self.stdout.write(json.dumps(told, ensure_ascii=False))
        else:
            self.stdout.writelines(f"{line}\n" for line in (*map(str, sheet.problems), *refusals))
            self.stdout.write(f"读到 {len(sheet.rows)} 件，导入 {imported} 件。")
        if not told["ok"]:
            raise SystemExit(1)


def _as_dict(sheet: GuideSheet, imported: int, refusals: list[str]) -> dict[str, Any]:
    problems = [
        {"row": problem.row, "column": problem.column, "message": problem.message}
        for problem in sheet.problems
    ]
    problems += [{"row": 0, "column": "", "message": message} for message in refusals]
    return {
        "ok": not problems,
        "rows": len(sheet.rows),
        "imported": imported,
        "unreadable": list(sheet.unreadable),
        "problems": problems,
    }
