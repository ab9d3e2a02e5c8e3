from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from portal.core.township.current import township_named
from portal.core.township.models import Township
from portal.search.index import stale
from portal.search.models import SearchDocument
from portal.site.finding.rebuild import rebuild


class Command(BaseCommand):
    help = "重建站内检索。改了词表、恢复备份或对检索结果有疑问时运行。"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--township", default="", help="乡镇标识；不写则全部")
        parser.add_argument("--if-stale", action="store_true", help="词表变了或还没建过才重建")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["if_stale"] and SearchDocument.objects.exists() and not stale():
            self.stdout.write("词表没有变，不用重建。")
            return
        name = options["township"]
        for town in [township_named(name)] if name else Township.objects.all():
            self.stdout.write(f"{town.name}：{rebuild(town)} 条")
