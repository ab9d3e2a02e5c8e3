import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from disclosures.flow.publish import publish_due
from disclosures.lists.erase import erase_names
from disclosures.questions.forget import forget_contacts
from disclosures.registers.moves import remove_due
from portal.core import clock


class Command(BaseCommand):
    help = "发布到时的信息，撤下期满的信息，删除期满的联系方式和名单姓名。可反复运行。"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="输出一个 JSON 对象")

    def handle(self, *args: Any, **options: Any) -> None:
        now = clock.now()
        done, forgotten = publish_due(now), forget_contacts(now)
        erased, removed = erase_names(now), remove_due(now)
        if options["json"]:
            self.stdout.write(
                json.dumps(_as_dict(done, forgotten, erased, removed), ensure_ascii=False)
            )
            return
        self.stdout.write(
            f"定时发布 {len(done.published)} 条，到期撤下 {len(done.taken_down)} 条，"
            f"删除联系方式 {forgotten} 个，删除姓名的名单 {erased} 份，"
            f"移出名录 {removed} 条。"
        )


def _as_dict(done: Any, forgotten: int, erased: int, removed: int) -> dict[str, Any]:
    return {
        "ok": True,
        "published": [edition.disclosure.index_number for edition in done.published],
        "taken_down": [disclosure.index_number for disclosure in done.taken_down],
        "contacts_removed": forgotten,
        "lists_erased": erased,
        "registers_removed": removed,
    }
