"""Service guides with what to bring and how it goes."""

from datetime import datetime
from typing import Any

from disclosures.guides.public import public_guides
from disclosures.items.querysets import DisclosureQuerySet
from portal.core.township.models import Township
from portal.reports.data.dataset import Dataset, Theme
from portal.reports.data.fields import amount, text, whole
from portal.reports.data.kept import Kept, each
from portal.reports.data.keys import INDEX
from portal.reports.data.narrowing import category
from portal.reports.data.sets.heads import UPDATED, foot_of, head_of


def _guides(township: Township, at: datetime) -> DisclosureQuerySet:
    return public_guides(township, at)


def _materials(township: Township, at: datetime) -> DisclosureQuerySet:
    return public_guides(township, at).prefetch_related("live__materials__form")


def _steps(township: Township, at: datetime) -> DisclosureQuerySet:
    return public_guides(township, at).prefetch_related("live__guide_steps")


def _ways(item: Any) -> str:
    return "、".join(item.live.serviceguide.ways)


GUIDE = "live.serviceguide"

SERVICES: tuple[Dataset, ...] = (
    Kept(
        name="service-guides",
        title="办事指南",
        about="在镇里能办的每一件事：谁可以办、条件、依据、时限、收费、在哪里办。",
        theme=Theme.SERVICES,
        page="disclosures:services",
        door=_guides,
        key=INDEX,
        fields=(
            *head_of(),
            text("name", "服务事项", f"{GUIDE}.name"),
            text("also_called", "群众的叫法", f"{GUIDE}.also_called"),
            text("who", "谁可以办", f"{GUIDE}.who"),
            text("conditions", "办理条件", f"{GUIDE}.conditions"),
            text("basis", "办理依据", f"{GUIDE}.basis"),
            text("legal_limit", "法定时限", f"{GUIDE}.legal_told"),
            text("promised_limit", "承诺时限", f"{GUIDE}.promised_told"),
            text("charge", "收不收费", f"{GUIDE}.get_charge_display"),
            amount("fee", "收费标准（元）", f"{GUIDE}.fee"),
            text("fee_per", "每", f"{GUIDE}.fee_per"),
            text("fee_basis", "收费依据", f"{GUIDE}.fee_basis"),
            text("office", "办理机构", f"{GUIDE}.handler.name"),
            text("window", "窗口", f"{GUIDE}.window", "空的是便民服务中心，以下三栏一样。"),
            text("address", "地址", f"{GUIDE}.address"),
            text("hours", "办理时间", f"{GUIDE}.hours"),
            text("phone", "咨询电话", f"{GUIDE}.phone"),
            text("complaint_phone", "监督电话", f"{GUIDE}.complaint_phone"),
            text("ways", "怎样办", _ways),
            text("result", "办成后得到什么", f"{GUIDE}.result"),
            foot_of(),
        ),
        filters=(category("live__entry__category"), UPDATED),
    ),
    Kept(
        name="service-materials",
        title="办事要带的材料",
        about="每件事要带哪些材料：原件还是复印件、几份、什么情况才要、空白表格在哪里。",
        theme=Theme.SERVICES,
        page="disclosures:services",
        door=_materials,
        key=INDEX,
        rows=each(lambda item: item.live.materials.all()),
        counted="live__materials",
        batch=50,
        fields=(
            *head_of("item"),
            text("name", "材料", "row.name"),
            text("kind", "形式", "row.get_kind_display"),
            whole("copies", "份数", "row.copies"),
            text("source", "从哪里取得", "row.source"),
            text("only_when", "什么情况才要", "row.only_when", "空的是人人都要。"),
            text("note", "说明", "row.note"),
            text("form", "空白表格", "row.form.name"),
            foot_of("item"),
        ),
        filters=(category("live__entry__category"), UPDATED),
    ),
    Kept(
        name="service-steps",
        title="办事步骤",
        about="每件事分几步、谁来做、用多久。",
        theme=Theme.SERVICES,
        page="disclosures:services",
        door=_steps,
        key=INDEX,
        rows=each(lambda item: item.live.guide_steps.all()),
        counted="live__guide_steps",
        batch=50,
        fields=(
            *head_of("item"),
            text("name", "步骤", "row.name"),
            text("what", "做什么", "row.what"),
            text("by_whom", "谁来做", "row.by_whom"),
            text("days", "用时", "row.days"),
            text("note", "说明", "row.note"),
            foot_of("item"),
        ),
        filters=(category("live__entry__category"), UPDATED),
    ),
)
