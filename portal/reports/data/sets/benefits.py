"""Benefit programmes with their standards, and the totals of lists."""

from datetime import datetime

from disclosures.items.querysets import DisclosureQuerySet
from disclosures.lists.models import ListKind
from disclosures.lists.public import public_lists
from disclosures.programmes.areas import CHOICES as AREAS
from disclosures.programmes.public import public_programmes
from portal.core.township.models import Township
from portal.reports.data.dataset import Dataset, Theme
from portal.reports.data.fields import amount, day, number, text, whole
from portal.reports.data.kept import Kept, each
from portal.reports.data.keys import INDEX
from portal.reports.data.narrowing import category, choice, village, year
from portal.reports.data.sets.heads import UPDATED, foot_of, head_of


def _totals(township: Township, at: datetime) -> DisclosureQuerySet:
    return public_lists(township, at).prefetch_related("live__list_totals__village")


PROGRAMME = "live.programme"
LIST = "item.live.noticelist"
PURPOSES = ListKind.Purpose.choices

BENEFITS: tuple[Dataset, ...] = (
    Kept(
        name="programmes",
        title="惠民项目",
        about="补贴、救助、奖扶的项目：谁可以享受、怎样申请、怎样发放。",
        theme=Theme.SERVICES,
        page="disclosures:benefits",
        door=public_programmes,
        key=INDEX,
        fields=(
            *head_of(),
            text("key", "标识", f"{PROGRAMME}.key", "长期不变，网址由它组成。"),
            text("area", "领域", f"{PROGRAMME}.get_area_display"),
            text("what", "是什么", f"{PROGRAMME}.what"),
            text("how_much", "怎么算", f"{PROGRAMME}.how_much"),
            text("who", "谁可以享受", f"{PROGRAMME}.who"),
            text("not_for", "哪些情况不享受", f"{PROGRAMME}.not_for"),
            text("apply_when", "什么时候申请", f"{PROGRAMME}.apply_when"),
            text("apply_where", "到哪里申请", f"{PROGRAMME}.apply_where"),
            text("limit", "审核审批时限", f"{PROGRAMME}.limit"),
            text("paid_how", "怎样发放", f"{PROGRAMME}.paid_how"),
            text("paid_when", "什么时候到账", f"{PROGRAMME}.paid_when"),
            text("fund", "资金来源", f"{PROGRAMME}.fund"),
            text("office", "经办机构", f"{PROGRAMME}.handler.name"),
            text("phone", "咨询电话", f"{PROGRAMME}.asked_at"),
            text("complaint_phone", "监督电话", f"{PROGRAMME}.complaint_phone"),
            text("validity", "有效性", "validity"),
            foot_of(),
        ),
        filters=(choice("area", "领域", "live__programme__area", AREAS), UPDATED),
    ),
    Kept(
        name="programme-standards",
        title="惠民项目的标准",
        about="每个项目每一档多少钱、从哪天到哪天，历年的都在。",
        theme=Theme.SERVICES,
        page="disclosures:benefit-standards",
        door=public_programmes,
        key=INDEX,
        rows=each(lambda item: item.live.standards.all()),
        counted="live__standards",
        batch=50,
        fields=(
            *head_of("item"),
            text("key", "项目标识", f"item.{PROGRAMME}.key"),
            text("grade", "档次", "row.grade"),
            amount("amount", "金额（比例）", "row.amount"),
            text("unit", "单位", "row.unit"),
            day("valid_from", "执行起日", "row.valid_from"),
            day("valid_to", "执行止日", "row.valid_to", "空的是还在执行。"),
            text("basis", "调整依据", "row.basis"),
            text("note", "说明", "row.note"),
            foot_of("item"),
        ),
        filters=(choice("area", "领域", "live__programme__area", AREAS), UPDATED),
    ),
    Kept(
        name="list-totals",
        title="公示和发放名单的各村合计",
        about="每份名单每个村多少户、多少人、多少钱。只有合计，没有姓名。",
        theme=Theme.SERVICES,
        page="disclosures:lists",
        door=_totals,
        key=INDEX,
        rows=each(lambda item: item.live.list_totals.all(), "village.slug"),
        counted="live__list_totals",
        batch=50,
        fields=(
            *head_of("item"),
            text("kind", "名单种类", f"{LIST}.kind.name"),
            text("purpose", "用途", f"{LIST}.kind.get_purpose_display"),
            text("period", "所属时段", f"{LIST}.period"),
            text("fund", "资金来源", f"{LIST}.fund"),
            text("village", "村（社区）", "row.village.name"),
            text("village_slug", "村（社区）标识", "row.village.slug"),
            whole("households", "户数", "row.households"),
            whole("persons", "人数", "row.persons"),
            number("area", "面积（亩）", "row.area"),
            amount("amount", "金额（元）", "row.amount"),
            day("notice_starts_on", "公示开始", f"{LIST}.notice_starts_on"),
            day("notice_ends_on", "公示结束", f"{LIST}.notice_ends_on"),
            whole("objections", "收到异议（件）", f"{LIST}.objections"),
            text("outcome", "公示结果", f"{LIST}.outcome"),
            foot_of("item"),
        ),
        filters=(
            year("live__noticelist__period_to__year", "所属时段的年度"),
            village("live__list_totals__village__slug", "row.village.slug"),
            choice("purpose", "用途", "live__noticelist__kind__purpose", PURPOSES),
            category("live__noticelist__kind__category"),
            UPDATED,
        ),
    ),
)
