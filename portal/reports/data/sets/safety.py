"""Warnings and what became of them, registers in force, accident files."""

from datetime import datetime
from typing import Any

from django.db.models import Prefetch, Q
from django.utils import timezone

from disclosures.accidents.models import AccidentFile
from disclosures.items.models import Disclosure
from disclosures.items.querysets import DisclosureQuerySet
from disclosures.items.shapes import Shape
from disclosures.registers.kinds import CHOICES as REGISTERS
from disclosures.registers.models import RegisterEntry
from disclosures.warnings.levels import Hazard, Level
from disclosures.warnings.models import EmergencyWarning, WarningUpdate
from portal.core.township.models import Township
from portal.reports.data.dataset import Dataset, Theme
from portal.reports.data.fields import day, moment, number, page_of, text, whole
from portal.reports.data.kept import Kept, each
from portal.reports.data.keys import INDEX, NUMBER
from portal.reports.data.narrowing import choice, updated_since, year
from portal.reports.data.sets.heads import UPDATED, foot_of, head_of


def _warnings(township: Township, at: datetime) -> Any:
    return EmergencyWarning.objects.public(township, at).prefetch_related("villages")


def _told(township: Township, at: datetime) -> Any:
    updates = WarningUpdate.objects.filter(at__lte=at)
    found = EmergencyWarning.objects.public(township, at)
    return found.prefetch_related(Prefetch("updates", queryset=updates))


def _registers(township: Township, at: datetime) -> Any:
    found = RegisterEntry.objects.public(township, timezone.localdate(at))
    return found.select_related("issuer")


def _accidents(township: Township, at: datetime) -> DisclosureQuerySet:
    found = Disclosure.objects.public(township, at).of_shape(Shape.ACCIDENT_FILE)
    return found.without_bodies().prefetch_related("live__accident_stages")


def _villages(warning: Any) -> str:
    return "、".join(village.name for village in warning.villages.all())


def _since(at: datetime) -> Q:
    return Q(pk__in=WarningUpdate.objects.filter(at__gte=at).values("warning"))


ACCIDENT = "live.accidentfile"
NARROWED = (
    year("starts_at__year"),
    choice("level", "等级", "level", Level.choices),
    choice("hazard", "灾害种类", "hazard", Hazard.choices),
    updated_since(_since),
)
LEVELS = choice("level", "事故等级", "live__accidentfile__level", AccidentFile.Level.choices)
HAPPENED = year("live__accidentfile__happened_on__year", "发生的年度")

SAFETY: tuple[Dataset, ...] = (
    Kept(
        name="warnings",
        title="预警",
        about="发布过的预警：等级、范围、应当怎样做、从什么时候到什么时候。撤回的不在其中。",
        theme=Theme.SAFETY,
        page="disclosures:warnings",
        door=_warnings,
        key=NUMBER,
        fields=(
            text("title", "标题", "title"),
            text("hazard", "灾害种类", "get_hazard_display"),
            text("level", "等级", "get_level_display"),
            text("area", "影响范围", "area"),
            text("villages", "影响的村（社区）", _villages, "空的是全镇。"),
            text("situation", "情况", "situation"),
            text("advice", "应当怎样做", "advice"),
            text("phone", "值班电话", "phone"),
            text("issuer", "发布机构", "issuer.name"),
            text("source", "来源", "source"),
            moment("starts_at", "开始时间", "starts_at"),
            moment("ends_at", "结束时间", "ended_at", "解除的按解除时间。"),
            moment("issued_at", "发布时间", "issued_at"),
            page_of("get_absolute_url"),
        ),
        filters=NARROWED,
    ),
    Kept(
        name="warning-updates",
        title="预警的变化",
        about="每条预警什么时候发布、升级、降级、延长、解除。",
        theme=Theme.SAFETY,
        page="disclosures:warnings",
        door=_told,
        key=NUMBER,
        rows=each(lambda warning: warning.updates.all()),
        counted="updates",
        batch=50,
        fields=(
            text("warning", "预警", "item.title"),
            text("kind", "变化", "row.get_kind_display"),
            moment("at", "时间", "row.at"),
            text("level", "等级", "row.get_level_display"),
            moment("ends_at", "预计结束时间", "row.ends_at"),
            text("text", "说明", "row.text"),
            page_of("item.get_absolute_url"),
        ),
        filters=NARROWED,
    ),
    Kept(
        name="registers",
        title="安全和食药名录（公开中的）",
        about="违法曝光、失信名单、监督检查里正在公开的条目；期满移出和信用修复后的不在其中。",
        theme=Theme.SAFETY,
        page="disclosures:registers",
        door=_registers,
        key=NUMBER,
        cycle="随列入和移出更新，期满当天移出",
        fields=(
            text("register", "名录", "get_register_display"),
            text("firm", "单位名称", "firm"),
            text("credit_code", "统一社会信用代码", "credit_code"),
            text("facts", "事实或检查情况", "facts"),
            text("decision", "决定或结果", "decision"),
            text("decision_number", "决定书文号", "decision_number"),
            text("decided_by", "作出决定的机关", "decided_by"),
            day("decided_on", "决定（检查）日期", "decided_on"),
            day("listed_on", "列入日期", "listed_on"),
            day("removal_on", "移出日期", "removal_on"),
            text("issuer", "公开机构", "issuer.name"),
            page_of("get_absolute_url"),
        ),
        filters=(
            year("listed_on__year", "列入的年度"),
            choice("register", "名录", "register", REGISTERS),
        ),
    ),
    Kept(
        name="accidents",
        title="事故档案",
        about="发生过的事故：等级、地点、伤亡。",
        theme=Theme.SAFETY,
        page="disclosures:accidents",
        door=_accidents,
        key=INDEX,
        fields=(
            *head_of(),
            text("level", "事故等级", f"{ACCIDENT}.get_level_display"),
            text("kind", "事故类别", f"{ACCIDENT}.kind"),
            day("happened_on", "发生日期", f"{ACCIDENT}.happened_on"),
            text("place", "地点", f"{ACCIDENT}.place"),
            whole("deaths", "死亡（人）", f"{ACCIDENT}.deaths"),
            whole("injuries", "受伤（人）", f"{ACCIDENT}.injuries"),
            number("loss", "直接经济损失（万元）", f"{ACCIDENT}.loss"),
            foot_of(),
        ),
        filters=(HAPPENED, LEVELS, UPDATED),
    ),
    Kept(
        name="accident-stages",
        title="事故办理阶段",
        about="每起事故的救援、调查、追责、整改各到哪一步。",
        theme=Theme.SAFETY,
        page="disclosures:accidents",
        door=_accidents,
        key=INDEX,
        rows=each(lambda item: item.live.accident_stages.all()),
        counted="live__accident_stages",
        batch=50,
        fields=(
            *head_of("item"),
            text("kind", "阶段", "row.get_kind_display"),
            day("on", "日期", "row.on"),
            text("text", "内容", "row.text"),
            foot_of("item"),
        ),
        filters=(HAPPENED, LEVELS, UPDATED),
    ),
)
