from typing import Any

from django.core.management.base import BaseCommand

from portal.site.setup.base import load_base


class Command(BaseCommand):
    help = "载入基础数据：工作日历和角色。可反复运行。"

    def handle(self, *args: Any, **options: Any) -> None:
        added = load_base()
        self.stdout.write(f"工作日历新增 {added} 年。" if added else "基础数据已齐备。")
