import json
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from portal.core.management.refusal import refusals
from portal.core.township.current import township_named
from portal.core.township.models import Township
from portal.reports.inspection.ask_site import Site
from portal.reports.inspection.inspect import inspect
from portal.reports.inspection.models import Inspection


class Command(BaseCommand):
    help = (
        "按政府网站检查指标自查：数据、网页、链接、附件、标签和表述，记下得分和问题。"
        "有单项否决时退出码为 1；--all 供每天夜里自动运行，总是 0。"
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--township", default="", help="乡镇标识；只有一个乡镇时不用写")
        parser.add_argument("--all", action="store_true", help="每个乡镇都查")
        parser.add_argument("--host", default="", help="访问用的域名；不写则用乡镇设置里的")
        parser.add_argument("--records-only", action="store_true", help="只查数据，不逐页打开")
        parser.add_argument("--json", action="store_true", help="输出一个 JSON 对象")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["all"]:
            for township in Township.objects.order_by("pk"):
                self._inspect(township, options)
        else:
            with refusals(self, as_json=options["json"]):
                township = township_named(options["township"])
            if self._inspect(township, options).failed:
                raise SystemExit(1)

    def _inspect(self, township: Township, options: dict[str, Any]) -> Inspection:
        site = None if options["records_only"] else Site(options["host"] or _host(township))
        progress = None if options["json"] else self._progress
        inspection = inspect(township, site, *([progress] if progress else []))
        if options["json"]:
            self.stdout.write(json.dumps(as_dict(inspection), ensure_ascii=False))
        else:
            self.stdout.write("\n".join(_lines(inspection)))
        return inspection

    def _progress(self, done: int, of: int) -> None:
        if done % 100 == 0 or done == of:
            self.stdout.write(f"已检查 {done}/{of} 页")


def _host(township: Township) -> str:
    """A name under which the site answers: the township's own, or the first that is allowed."""
    allowed = [host for host in settings.ALLOWED_HOSTS if host not in ("*", "")]
    return township.host or (allowed[0].lstrip(".") if allowed else "localhost")


def as_dict(inspection: Inspection) -> dict[str, Any]:
    """`ok` is false where an indicator knocks the site out."""
    return {
        "ok": not inspection.failed,
        "points": inspection.points,
        "failed": inspection.failed,
        "pages": inspection.pages,
        "links": inspection.links,
        "unchecked": inspection.unchecked,
        "findings": inspection.findings,
    }


def _lines(inspection: Inspection) -> list[str]:
    head = f"得分 {inspection.points}。查了 {inspection.pages} 页、{inspection.links} 个链接。"
    knocked = [f"单项否决：{one.label}" for one in inspection.failed_indicators]
    found = [
        f"{one.indicator.label}　{one.where}：{one.what}{one.cure}" for one in inspection.found
    ]
    return [head, *knocked, *found, *inspection.unchecked]
