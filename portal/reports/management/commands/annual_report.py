import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from portal.core import clock
from portal.core.management.refusal import REFUSED, refusals
from portal.core.township.current import township_named
from portal.core.township.models import Township
from portal.reports.annual.layout import flat_rows
from portal.reports.annual.models import AnnualReport
from portal.reports.annual.public import issued_sheet
from portal.reports.annual.sheet import Sheet, label_of, sheet_of
from portal.reports.papers.models import FIRST_YEAR


class Command(BaseCommand):
    help = "年度报告的全部数字和每条勾稽关系。有不成立的，退出码为 1；年度不对的为 2。"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("year", nargs="?", default="", help="年度，如 2025")
        parser.add_argument("--township", default="", help="乡镇标识；只有一个乡镇时不用写")
        parser.add_argument("--json", action="store_true", help="输出一个 JSON 对象")

    def handle(self, *args: Any, **options: Any) -> None:
        with refusals(self, as_json=options["json"]):
            year = _year(str(options["year"]))
            report = _report(township_named(options["township"]), year)
        sheet = issued_sheet(report) if report.is_issued else sheet_of(report)
        told = as_dict(report, sheet)
        if options["json"]:
            self.stdout.write(json.dumps(told, ensure_ascii=False))
        else:
            self.stdout.write("\n".join(_lines(told)))
        if not told["ok"]:
            raise SystemExit(1)


def _year(text: str) -> int:
    """Raises CommandError unless it is a year of which there can be a report."""
    last = clock.today().year
    if not (text.isdecimal() and FIRST_YEAR <= int(text) <= last):
        wrong = f"“{text}”不是能统计的年度。" if text else "没有写年度。"
        raise CommandError(
            f"{wrong}请写 {FIRST_YEAR} 到 {last} 之间的年份，如 {last - 1}。", returncode=REFUSED
        )
    return int(text)


def _report(township: Township, year: int) -> AnnualReport:
    """The year's report, or one that isn't kept: the figures are counted all the same."""
    found = AnnualReport.objects.of(township).filter(year=year).first()
    return found or AnnualReport(township=township, year=year)


def as_dict(report: AnnualReport, sheet: Sheet) -> dict[str, Any]:
    return {
        "ok": not sheet.broken,
        "year": report.year,
        "issued": report.is_issued,
        "cells": [
            {
                "table": table,
                "line": line,
                "column": column,
                "value": None if value is None else str(value),
            }
            for table, line, column, value in flat_rows(sheet)
        ],
        "missing": [label_of(cell.key) for cell in sheet.missing],
        "overridden": [
            {
                "cell": label_of(cell.key),
                "computed": None if cell.computed is None else str(cell.computed),
                "value": str(cell.value),
                "reason": cell.override.reason if cell.override else "",
                "by": cell.override.by.name if cell.override else "",
            }
            for cell in sheet.overridden
        ],
        "identities": [
            {
                "where": one.where,
                "says": one.says,
                "left": one.left,
                "right": one.right,
                "holds": one.holds,
            }
            for one in sheet.identities
        ],
    }


def _lines(told: dict[str, Any]) -> list[str]:
    cells = [
        f"{c['table']}　{c['line']}　{c['column']}　{c['value'] or '（待填）'}"
        for c in told["cells"]
    ]
    broken = [
        f"不成立：{one['where']}：{one['says']}，{one['left']} 不等于 {one['right']}"
        for one in told["identities"]
        if not one["holds"]
    ]
    return [*cells, *broken, f"勾稽关系 {len(told['identities'])} 条，不成立 {len(broken)} 条。"]
