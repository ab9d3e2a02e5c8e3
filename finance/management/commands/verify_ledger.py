import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from finance.ledger.chain import Verified, verify
from portal.core.organisations.models import Organisation
from portal.core.township.current import township_named


class Command(BaseCommand):
    help = "逐期重算村级账簿的摘要值，指出第一处对不上的账期。对不上时退出码为 1。"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--village", default="", help="村（社区）的标识；不写则全部")
        parser.add_argument("--township", default="", help="乡镇标识；只有一个乡镇时不用写")
        parser.add_argument("--json", action="store_true", help="输出一个 JSON 对象")

    def handle(self, *args: Any, **options: Any) -> None:
        villages = Organisation.objects.of(township_named(options["township"])).villages()
        if options["village"]:
            villages = villages.filter(slug=options["village"])
            if not villages:
                raise CommandError(f"没有村（社区）“{options['village']}”。")
        found = [verify(village) for village in villages]
        ok = all(one.ok for one in found)
        if options["json"]:
            told = {"ok": ok, "villages": [as_dict(one) for one in found]}
            self.stdout.write(json.dumps(told, ensure_ascii=False))
        else:
            self.stdout.write("\n".join(map(_line, found)))
        if not ok:
            raise SystemExit(1)


def as_dict(one: Verified) -> dict[str, Any]:
    return {
        "village": one.village.slug,
        "ok": one.ok,
        "periods": one.periods,
        "broken": one.broken.name if one.broken else None,
        "why": one.why,
    }


def _line(one: Verified) -> str:
    if one.broken is None:
        return f"{one.village.name}：{one.periods} 期全部相符。"
    return f"{one.village.name}：{one.broken.name}对不上。{one.why}"
