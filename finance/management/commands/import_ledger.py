import json
from pathlib import Path
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.management.base import BaseCommand, CommandError, CommandParser

from finance.accounts.models import Account
from finance.ledger.import_entries import import_entries, match
from finance.ledger.read_entries import read_entries
from finance.ledger.sheet import NOTHING, LedgerSheet
from finance.refusal import CannotPost
from portal.core.management.given_file import read_given
from portal.core.management.given_year import given_year
from portal.core.organisations.models import Organisation
from portal.core.staff.find import may_not, staff_for_command
from portal.core.township.current import township_named
from portal.core.township.models import Township


class Command(BaseCommand):
    help = "检查或导入村会计的收支明细表；有一行错就一笔也不导入，同一份表不会重复入账。"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="XLSX、XLS 或 CSV")
        parser.add_argument("--village", required=True, help="村（社区）的标识")
        parser.add_argument("--account", required=True, help="账户名称")
        parser.add_argument("--check", action="store_true", help="只检查，不导入")
        parser.add_argument("--json", action="store_true", help="输出一个 JSON 对象")
        parser.add_argument("--year", type=given_year, help="表里没有写年份时用")
        parser.add_argument("--township", default="", help="乡镇标识；只有一个乡镇时不用写")
        parser.add_argument("--by", default="", help="以谁的名义导入（用户名）")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            sheet, refusals = self._imported(options)
        except CommandError as refusal:
            if not options["json"]:
                raise
            sheet, refusals = LedgerSheet(), [str(refusal)]
        self._report(sheet, refusals, as_json=options["json"])

    def _imported(self, options: dict[str, Any]) -> tuple[LedgerSheet, list[str]]:
        """What the file holds, and why the books didn't take it where they didn't."""
        township = township_named(options["township"])
        village = _village(township, options["village"])
        data = read_given(options["file"])
        sheet = read_entries(data, options["file"].name, year=options["year"])
        account = Account.objects.filter(village=village, name=options["account"]).first()
        if account is None:
            if not options["check"]:
                raise CommandError(f"{village.name}没有账户“{options['account']}”，请先设置。")
            return sheet, []
        sheet = match(sheet, account)
        if not sheet.problems and not options["check"]:
            try:
                import_entries(sheet, account, by=staff_for_command(township, options["by"]))
            except CannotPost as refusal:
                return sheet, refusal.findings
            except PermissionDenied as refusal:
                return sheet, [may_not(refusal)]
        return sheet, []

    def _report(self, sheet: LedgerSheet, refusals: list[str], *, as_json: bool) -> None:
        told = as_dict(sheet, refusals)
        if as_json:
            self.stdout.write(json.dumps(told, ensure_ascii=False))
            for line in sheet.unproven:
                self.stderr.write(f"没有核对：{line}")
        else:
            self.stdout.write("\n".join([*map(str, sheet.problems), *refusals, *sheet.unproven]))
            self.stdout.write(
                f"{told['entries']} 笔，期初 {told['opening']}，收入 {told['income']}，"
                f"支出 {told['expense']}，期末 {told['closing']}（元）。"
            )
        if not told["ok"]:
            raise SystemExit(1)


def _village(township: Township, slug: str) -> Organisation:
    villages = Organisation.objects.of(township).villages()
    village = villages.filter(slug=slug).first()
    if village is None:
        known = "、".join(villages.values_list("slug", flat=True))
        raise CommandError(f"没有村（社区）“{slug}”。可用的有：{known}。")
    return village


def as_dict(sheet: LedgerSheet, refusals: list[str]) -> dict[str, Any]:
    """The answer in the shape that other programs read; amounts are text in yuan."""
    problems = [
        {"row": problem.row, "column": problem.column, "message": problem.message}
        for problem in sheet.problems
    ]
    problems += [{"row": 0, "column": "", "message": message} for message in refusals]
    return {
        "ok": not problems,
        "entries": len(sheet.entries),
        "opening": f"{sheet.opening or NOTHING:.2f}",
        "income": f"{sheet.income:.2f}",
        "expense": f"{sheet.expense:.2f}",
        "closing": f"{sheet.computed_closing:.2f}",
        "columns": sheet.columns,
        "problems": problems,
    }
