import json
from pathlib import Path
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from disclosures.flow.hindrances import hindrances
from disclosures.flow.refusal import CannotMove
from disclosures.items.models import Edition
from finance.budgets.begin import draft_of
from finance.budgets.book import Book
from finance.budgets.models import Budget
from finance.budgets.read_budget import read_budget
from finance.budgets.save_lines import save_lines
from finance.budgets.unit_year import TOWNSHIP
from portal.core.management.given_file import read_given
from portal.core.management.given_year import given_year
from portal.core.organisations.models import Organisation
from portal.core.staff.find import may_not, staff_for_command
from portal.core.staff.models import Staff
from portal.core.staff.roles import Role
from portal.core.township.current import township_named
from portal.core.township.models import Township


class Command(BaseCommand):
    help = "检查或导入预算、预算调整、决算的表格，放进草稿；有一格错就一行也不导入。"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="XLSX、XLS 或 CSV，一张表一个工作表")
        parser.add_argument("--unit", default=TOWNSHIP, help="站所或学校的标识；不写就是镇本级")
        parser.add_argument("--year", type=given_year, required=True, help="年度")
        parser.add_argument("--kind", choices=Budget.Kind.values, required=True, help="种类")
        parser.add_argument("--check", action="store_true", help="只检查，不导入")
        parser.add_argument("--json", action="store_true", help="输出一个 JSON 对象")
        parser.add_argument("--township", default="", help="乡镇标识；只有一个乡镇时不用写")
        parser.add_argument("--by", default="", help="以谁的名义导入（用户名）")

    def handle(self, *args: Any, **options: Any) -> None:
        township = township_named(options["township"])
        unit = _unit(township, options["unit"])
        kind = Budget.Kind(options["kind"])
        data = read_given(options["file"])
        read = read_budget(data, options["file"].name, kind=kind.value, year=options["year"])
        edition: Edition | None = None
        refusals: list[str] = []
        missing: list[str] = []
        if read.ok:
            try:
                edition, missing = _store(township, unit, kind, read, options)
            except CannotMove as refusal:
                refusals = refusal.findings
            except PermissionDenied as refusal:
                refusals = [may_not(refusal)]
        self._report(as_dict(read, edition, refusals, missing), as_json=options["json"])

    def _report(self, told: dict[str, Any], *, as_json: bool) -> None:
        if as_json:
            self.stdout.write(json.dumps(told, ensure_ascii=False))
        else:
            for one in told["tables"]:
                self.stdout.write(f"{one['table']}：{one['lines']} 行，合计 {one['sum']} 元。")
            for name in ("left_out", "noted"):
                self.stdout.write("".join(f"{line}。\n" for line in told[name]), ending="")
            for one in told["problems"]:
                place = f"第 {one['row']} 行" if one["row"] else ""
                self.stdout.write(f"{place}{one['column']} {one['message']}".strip())
            for line in told["missing"]:
                self.stdout.write(f"提交以前还要改：{line}")
        if not told["ok"]:
            raise SystemExit(1)


def _unit(township: Township, slug: str) -> Organisation | None:
    if slug == TOWNSHIP:
        return None
    units = Organisation.objects.of(township).offices()
    unit = units.filter(slug=slug).first()
    if unit is None:
        known = "、".join(units.values_list("slug", flat=True))
        raise CommandError(f"没有站所或学校“{slug}”。可用的有：{TOWNSHIP}（镇本级）、{known}。")
    return unit


def _store(
    township: Township,
    unit: Organisation | None,
    kind: Budget.Kind,
    read: Book,
    options: dict[str, Any],
) -> tuple[Edition | None, list[str]]:
    """The draft with its lines, and what still keeps it from being submitted; a check asks the same
    and leaves nothing behind."""
    by = _acting(township, options["by"], only_check=options["check"])
    with transaction.atomic():
        edition = draft_of(township, unit, options["year"], kind, by=by)
        save_lines(edition, read, by=by)
        missing = hindrances(Edition.objects.get(pk=edition.pk))
        if options["check"]:
            transaction.set_rollback(True)
    return (None if options["check"] else edition), missing


def _acting(township: Township, username: str, *, only_check: bool) -> Staff:
    """Whoever is named. A check leaves nothing in anybody's name: any officer will do."""
    officers = Staff.objects.of(township).filter(is_active=True, groups__name=Role.OFFICER.label)
    if only_check and not username and (officer := officers.order_by("pk").first()):
        return officer
    return staff_for_command(township, username)


def as_dict(
    read: Book, edition: Edition | None, refusals: list[str], missing: list[str]
) -> dict[str, Any]:
    """The answer in the shape that other programs read; amounts are text in yuan."""
    problems = [
        {
            "sheet": problem.sheet,
            "row": problem.row,
            "column": problem.column,
            "message": problem.message,
        }
        for problem in read.problems
    ]
    problems += [{"sheet": "", "row": 0, "column": "", "message": told} for told in refusals]
    return {
        "ok": not problems,
        "edition": edition.pk if edition else None,
        "lines": len(read.lines),
        "tables": [
            {
                "sheet": one.sheet,
                "table": one.table.label,
                "unit": one.unit,
                "columns": one.columns,
                "lines": len(one.lines),
                "sum": f"{one.sum:.2f}",
            }
            for one in read.taken
        ],
        "left_out": read.left_out,
        "noted": read.noted,
        "missing": missing,
        "problems": problems,
    }
