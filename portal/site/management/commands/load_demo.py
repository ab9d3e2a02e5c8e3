from typing import Any

from django.core.management.base import BaseCommand, CommandError

from portal.site.setup.demo import load_demo
from portal.site.setup.people import BadSheet


class Command(BaseCommand):
    help = "载入示例乡镇。可反复运行，已有的不动。"

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            township = load_demo(lambda line: self.stdout.write(f"  {line}"))
        except BadSheet as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(f"示例乡镇“{township}”已就绪。")
