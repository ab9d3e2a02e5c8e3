"""check_sangong FILE [--json]: whether a 三公经费 statement agrees with itself."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from finance.sangong.changes import Change
from finance.sangong.check import AGAINST, Statement, check_statement
from finance.sangong.figures import money
from finance.sangong.items import Item
from portal.core.management.given_file import read_given


class Command(BaseCommand):
    help = "核对“三公”经费：合计、增减和说明文字是否与数据一致。有不一致时退出码为 1。"
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="JSON 文件")
        parser.add_argument("--json", action="store_true", help="以 JSON 输出")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            given = _read(options["file"])
        except CommandError as refusal:
            if not options["json"]:
                raise
            self.stdout.write(json.dumps(_unread(str(refusal)), ensure_ascii=False, indent=2))
            raise SystemExit(1) from refusal
        statement = check_statement(given)
        if options["json"]:
            self.stdout.write(json.dumps(as_data(statement), ensure_ascii=False, indent=2))
        else:
            self.stdout.write("\n".join(_lines(statement)))
        if not statement.ok:
            raise SystemExit(1)


def _read(path: Path) -> Any:
    try:
        return json.loads(read_given(path).decode("utf-8-sig"), parse_float=str)
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as refusal:
        raise CommandError(f"“{path}”不是 UTF-8 的 JSON 文件：{refusal}") from refusal


def _unread(why: str) -> dict[str, Any]:
    return {"ok": False, "unit": "", "totals": {}, "changes": {}, "problems": [why]}


def as_data(statement: Statement) -> dict[str, Any]:
    """The answer in the shape that other programs read; amounts are text with two places."""
    return {
        "ok": statement.ok,
        "unit": statement.unit,
        "totals": {
            str(column): money(figures.total)
            for column, figures in statement.columns.items()
            if figures.total is not None
        },
        "changes": {
            str(base): changes for base in AGAINST if (changes := _changes(statement, base))
        },
        "problems": list(statement.problems),
    }


def _changes(statement: Statement, base: Any) -> dict[str, Any]:
    """Of the final account against `base`, item by item."""
    return {str(item): _change(change) for item in Item if (change := statement.change(item, base))}


def _change(change: Change) -> dict[str, Any]:
    percent = change.percent
    return {
        "amount": money(change.amount),
        "percent": None if percent is None else f"{percent}",
        "words": str(change),
    }


def _lines(statement: Statement) -> list[str]:
    data = as_data(statement)
    lines = [f"{name}合计 {total} {statement.unit}" for name, total in data["totals"].items()]
    for base, changes in data["changes"].items():
        lines += [f"比 {base}：{Item(item).label}{told['words']}" for item, told in changes.items()]
    return lines + (list(statement.problems) or ["没有发现不一致。"])
