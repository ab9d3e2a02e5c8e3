"""What is under way in the demo township: drafts at every step, a revision, a withdrawal, a repeal.

Made by the same moves, in the names of the people whose work it is.
"""

from collections.abc import Callable
from pathlib import Path

from django.db import transaction

from disclosures.flow.advance import approve, clear, send_back, submit
from disclosures.flow.read_items import read_items
from disclosures.flow.repeal import repeal
from disclosures.flow.revise import revise
from disclosures.flow.save_items import save_items
from disclosures.flow.withdraw import withdraw
from disclosures.flow.write import save_draft
from disclosures.items.models import Disclosure, Edition
from portal.core import clock
from portal.core.staff.models import Staff
from portal.core.township.models import Township
from portal.site.setup.people import BadSheet

WRITER, REVIEWER = "li.jing", "zhou.wei"
PILOT = "青禾镇人民政府关于开展农村人居环境积分管理试点的通知"
AFTER_PILOT = "青禾镇人民政府关于推行农村人居环境积分管理的通知"


@transaction.atomic
def load_desk(township: Township, drafts: Path, tell: Callable[[str], None]) -> None:
    """Drafts from a sheet of the township's, then a day's work on them and on what is public."""
    writer = Staff.objects.get(username=WRITER)
    reviewer = Staff.objects.get(username=REVIEWER)
    sheet = read_items(drafts.read_bytes(), drafts.name, township, {})
    if not sheet.ok:
        raise BadSheet(list(sheet.problems))
    place = {row.title: row.number for row in sheet.rows}
    editions = sorted(save_items(sheet, township, by=writer), key=lambda one: place[one.title])
    _work_on(editions, writer, reviewer)
    _correct_public(township, writer, reviewer)
    tell(f"办理中的稿件：{len(editions)} 份")


def _work_on(editions: list[Edition], writer: Staff, reviewer: Staff) -> None:
    """One stays a draft, others wait for review and for clearance, one comes back."""
    for edition in editions[1:]:
        submit(edition, by=writer)
    for edition in editions[3:5]:
        approve(edition, by=reviewer, remark="内容属实")
    send_back(editions[-1], by=reviewer, remark="请写清复核要带哪些材料。")


def _correct_public(township: Township, writer: Staff, reviewer: Staff) -> None:
    """A published item is corrected, one is taken down, a policy is repealed."""
    items = Disclosure.objects.public(township, clock.now()).select_related("live__issuer")
    notice = items.filter(live__entry__code="C06-01").first()
    dynamic = items.filter(live__entry__code="C06-02").last()
    pilot = items.filter(live__title=PILOT).first()
    after_pilot = items.filter(live__title=AFTER_PILOT).first()
    if notice:
        _correct(notice, writer, reviewer)
    if dynamic:
        withdraw(dynamic, by=writer, reason="与另一条信息重复，保留内容更完整的一条。")
    if pilot and after_pilot:
        on = after_pilot.live.formed_on
        repeal(pilot, by=writer, on=on, reason="试点期满，全镇推行。", replaced_by=after_pilot)


def _correct(item: Disclosure, writer: Staff, reviewer: Staff) -> None:
    edition = revise(item, by=writer)
    edition.change_note = "补充了咨询电话的接听时间。"
    edition.body += "<p>咨询电话接听时间：工作日 8:30 至 17:30。</p>"
    save_draft(edition, by=writer)
    approve(submit(edition, by=writer), by=reviewer)
    clear(edition, by=reviewer, remark="不涉密")
