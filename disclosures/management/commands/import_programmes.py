import json
from pathlib import Path
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.management.base import BaseCommand, CommandParser

from disclosures.flow.refusal import CannotMove
from disclosures.programmes.book import Book
from disclosures.programmes.read_programmes import read_programmes
from disclosures.programmes.save_programmes import save_programmes
from portal.core.management.given_file import read_given
from portal.core.staff.find import may_not, staff_for_command
from portal.core.township.current import township_named


class Command(BaseCommand):
    help = (
        "从工作簿批量导入惠民项目（项目、标准、步骤、材料、依据、问答）；有一处错就一项也不导入。"
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="XLSX 或 XLS")
        parser.add_argument("--township", default="", help="乡镇标识；只有一个乡镇时不用写")
        parser.add_argument("--by", default="", help="以谁的名义导入（用户名）")
        parser.add_argument("--check", action="store_true", help="只检查，不导入")
        parser.add_argument("--archived", action="store_true", help="作为已公开的历史信息导入")
        parser.add_argument("--json", action="store_true", help="输出一个 JSON 对象")

    def handle(self, *args: Any, **options: Any) -> None:
        township = township_named(options["township"])
        data = read_given(options["file"])
        book = read_programmes(data, options["file"].name, township)
        refusals: list[str] = []
        imported = 0
        if book.ok and not options["check"]:
            by = staff_for_command(township, options["by"])
            try:
                saved = save_programmes(book, township, by=by, archived=options["archived"])
                imported = len(saved)
            except CannotMove as refusal:
                refusals = refusal.findings
            except PermissionDenied as refusal:
                refusals = [may_not(refusal)]
        self._report(book, imported, refusals, as_json=options["json"])

    def _report(self, book: Book, imported: int, refusals: list[str], *, as_json: bool) -> None:
        told = as_dict(book, imported, refusals)
        if as_json:
            self.stdout.write(json.dumps(told, ensure_ascii=False))
        else:
            self.stdout.writelines(f"{line}\n" for line in (*map(str, book.problems), *refusals))
            self.stdout.write(f"读到 {told['programmes']} 个项目，导入 {imported} 个。")
        if not told["ok"]:
            raise SystemExit(1)


def as_dict(book: Book, imported: int, refusals: list[str]) -> dict[str, Any]:
    """The answer in the shape that other programs read; rows are numbered as in the sheet."""
    problems = [
        {
            "sheet": one.sheet,
            "row": one.problem.row,
            "column": one.problem.column,
            "message": one.problem.message,
        }
        for one in book.problems
    ]
    problems += [{"sheet": "", "row": 0, "column": "", "message": text} for text in refusals]
    return {
        "ok": not problems,
        "programmes": len(book.programmes),
        "imported": imported,
        "problems": problems,
    }
