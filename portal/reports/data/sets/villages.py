"""What villages decided, levied and own."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from django.db.models import Q

from disclosures.items.models import Disclosure
from disclosures.items.querysets import DisclosureQuerySet
from disclosures.items.shapes import Shape
from finance.holdings.models import Holding
from finance.levies.account import accounts_of
from portal.core.township.models import Township
from portal.reports.data.dataset import Dataset, Line, Theme
from portal.reports.data.fields import amount, day, number, text, whole
from portal.reports.data.kept import Kept, each
from portal.reports.data.keys import INDEX
from portal.reports.data.narrowing import choice, village, year
from portal.reports.data.sets.heads import UPDATED, foot_of, head_of


def _of(shape: Shape, township: Township, at: datetime) -> DisclosureQuerySet:
    found = Disclosure.objects.public(township, at).of_shape(shape).without_bodies()
    return found.select_related(f"live__{shape.value}__village")


def _resolutions(township: Township, at: datetime) -> DisclosureQuerySet:
    return _of(Shape.RESOLUTION, township, at).prefetch_related("live__resolution_steps")


def _levies(township: Township, at: datetime) -> DisclosureQuerySet:
    return _of(Shape.LEVY, township, at).prefetch_related("live__levy_exemptions")


def _holdings(township: Township, at: datetime) -> DisclosureQuerySet:
    return _of(Shape.HOLDINGS, township, at).prefetch_related("live__holdings_rows")


def _accounts(
    found: Sequence[Any], township: Township, at: datetime
) -> Iterator[tuple[Any, str, Any]]:
    """Each levy with what the books say of it."""
    for one in accounts_of(found, township):
        yield one.item, "", Line(one.item, one)


def _holding(kind: str) -> Q:
    """Registers that have any of the kind; a register is read once, however many it has."""
    return Q(live__in=Holding.objects.filter(kind=kind).values("edition"))


RESOLUTION, LEVY, HOLDINGS = "live.resolution", "row.part", "item.live.holdings"

VILLAGES: tuple[Dataset, ...] = (
    Kept(
        name="resolutions",
        title="村民代表会议决议",
        about="大额支出和重要事项依据的会议：到会多少人、多少票。不含到会人员姓名。",
        theme=Theme.VILLAGES,
        page="finance:resolutions",
        door=_resolutions,
        key=INDEX,
        fields=(
            *head_of(),
            text("village", "村（社区）", f"{RESOLUTION}.village.name"),
            text("village_slug", "村（社区）标识", f"{RESOLUTION}.village.slug"),
            text("assembly", "会议", f"{RESOLUTION}.get_assembly_display"),
            day("met_on", "会议日期", f"{RESOLUTION}.met_on"),
            whole("called", "应到（人）", f"{RESOLUTION}.called"),
            whole("present", "实到（人）", f"{RESOLUTION}.present"),
            whole("in_favour", "赞成（票）", f"{RESOLUTION}.in_favour"),
            whole("against", "反对（票）", f"{RESOLUTION}.against"),
            whole("abstained", "弃权（票）", f"{RESOLUTION}.abstained"),
            amount("amount", "同意支出（元）", f"{RESOLUTION}.amount"),
            foot_of(),
        ),
        filters=(
            year("live__resolution__met_on__year", "会议的年度"),
            village("live__resolution__village__slug"),
            UPDATED,
        ),
    ),
    Kept(
        name="resolution-steps",
        title="四议两公开的步骤",
        about="每项决议的提议、商议、审议、决议和两次公开各在哪天。",
        theme=Theme.VILLAGES,
        page="finance:resolutions",
        door=_resolutions,
        key=INDEX,
        rows=each(lambda item: item.live.resolution_steps.all()),
        counted="live__resolution_steps",
        batch=50,
        fields=(
            *head_of("item"),
            text("village", "村（社区）", f"item.{RESOLUTION}.village.name"),
            text("step", "步骤", "row.get_kind_display"),
            day("on", "日期", "row.on"),
            text("remark", "说明", "row.remark"),
            foot_of("item"),
        ),
        filters=(village("live__resolution__village__slug"), UPDATED),
    ),
    Kept(
        name="levies",
        title="筹资筹劳",
        about="一事一议筹了多少、谁批准的、用了多少。",
        theme=Theme.VILLAGES,
        page="finance:levies",
        door=_levies,
        key=INDEX,
        rows=_accounts,
        batch=100,
        fields=(
            *head_of("item"),
            text("village", "村（社区）", f"{LEVY}.village.name"),
            text("village_slug", "村（社区）标识", f"{LEVY}.village.slug"),
            whole("year", "年度", f"{LEVY}.year"),
            text("kind", "方式", f"{LEVY}.get_kind_display"),
            text("purpose", "议定的事项", f"{LEVY}.purpose"),
            amount("per_head", "每人筹资（元）", f"{LEVY}.burden.per_head"),
            number("days", "每个劳动力筹劳（个工）", f"{LEVY}.burden.days"),
            amount("due", "应筹资（元）", "row.due", "减去减免的。"),
            number("due_days", "应筹劳（个工）", f"{LEVY}.burden.due_days"),
            amount("collected", "已筹（元）", "row.collected", "按已公开的村账。"),
            amount("used", "已用（元）", "row.used", "按已公开的村账。"),
            amount("left", "结余（元）", "row.left"),
            day("approved_on", "县级批复日期", f"{LEVY}.approved_on"),
            text("approval_number", "批复文号", f"{LEVY}.approval_number"),
            foot_of("item"),
        ),
        filters=(year("live__levy__year"), village("live__levy__village__slug"), UPDATED),
    ),
    Kept(
        name="holdings",
        title="村集体资产资源",
        about="各村的资产、资源、合同、债权、债务，一项一行。对方是个人的只显示姓氏。",
        theme=Theme.VILLAGES,
        page="finance:holdings",
        door=_holdings,
        key=INDEX,
        rows=each(lambda item: item.live.holdings_rows.all()),
        counted="live__holdings_rows",
        batch=20,
        fields=(
            *head_of("item"),
            text("village", "村（社区）", f"{HOLDINGS}.village.name"),
            text("village_slug", "村（社区）标识", f"{HOLDINGS}.village.slug"),
            day("as_of", "截止日期", f"{HOLDINGS}.as_of"),
            text("kind", "类别", "row.get_kind_display"),
            text("name", "名称", "row.name"),
            number("quantity", "数量", "row.quantity"),
            text("unit", "单位", "row.unit"),
            text("place", "位置", "row.place"),
            amount("value", "金额（元）", "row.value"),
            text("counterparty", "对方", "row.counterparty", "个人只显示姓氏。"),
            day("starts_on", "起", "row.starts_on"),
            day("ends_on", "止", "row.ends_on"),
            amount("rent", "年租金（元）", "row.rent"),
            text("remark", "备注", "row.remark"),
            foot_of("item"),
        ),
        filters=(
            year("live__holdings__as_of__year", "截止日期的年度"),
            village("live__holdings__village__slug"),
            choice("kind", "类别", _holding, Holding.Kind.choices, of="row.kind"),
            UPDATED,
        ),
    ),
)
