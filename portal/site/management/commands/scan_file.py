import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from portal.privacy.scan import KIND_LABELS, scan_file


class Command(BaseCommand):
    help = "检查文件中的身份证号、手机号、银行卡号。发现个人信息或无法检查时以非零值退出。"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--json", action="store_true", help="输出一个 JSON 对象")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            data = options["file"].read_bytes()
        except OSError as problem:
            raise CommandError(f"读不了文件：{problem}") from problem
        scan = scan_file(data, options["file"].name)
        if options["json"]:
            self.stdout.write(json.dumps(scan.as_dict(), ensure_ascii=False))
        else:
            self._tell(scan)
        if not scan.clean:
            raise SystemExit(1)

    def _tell(self, scan: Any) -> None:
        for found in scan.findings:
            label = KIND_LABELS[found.kind]
            self.stdout.write(f"{found.where}：发现{label} {found.count} 处")
        for reason in scan.unreadable:
            self.stdout.write(f"未能检查：{reason}")
        if scan.clean:
            self.stdout.write("没有发现个人信息。")
