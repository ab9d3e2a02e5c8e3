"""forget_applicants [--dry-run]: personal data of applications that were kept long enough, the
papers of forms that were never sent, and files that a failed step left behind."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from applications.apply.draft import clear_old_papers
from applications.forgetting.forget import forget_applicants
from applications.forgetting.leftovers import clear_leftovers
from portal.core import clock
from portal.core.township.models import Township


class Command(BaseCommand):
    help = "隐去办结多年的公开申请里的个人信息，只留统计。可随时重复运行。"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="只列出编号，不改动")

    def handle(self, *args: Any, **options: Any) -> None:
        dry_run = options["dry_run"]
        if not dry_run:
            clear_old_papers()
        for township in Township.objects.order_by("pk"):
            if not dry_run and (left := clear_leftovers(township, clock.now())):
                self.stdout.write(f"{township}：清理没有办成的步骤留下的文件 {left} 份。")
            told = forget_applicants(township, clock.today(), dry_run=dry_run)
            for number in told.numbers:
                self.stdout.write(f"  {number}")
            what = "到期，尚未隐去" if dry_run else f"已隐去个人信息，删除材料 {told.files} 份"
            self.stdout.write(f"{township}：{len(told.numbers)} 件{what}。")
