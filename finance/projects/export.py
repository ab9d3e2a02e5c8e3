"""The list of projects as a file to take away."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from disclosures.items.models import Disclosure
from finance.projects.dossier import Dossier, dossiers_of
from finance.projects.stages import Standing
from portal.core.public_page import PublicRequest

COLUMNS = (
    "项目",
    "类型",
    "立项年度",
    "村（社区）",
    "建设地点",
    "主管单位",
    "进展",
    "形象进度（%）",
    "资金来源合计（元）",
    "预算（元）",
    "施工（供货）单位",
    "合同价（元）",
    "已付款（元）",
    "审定金额（元）",
    "逾期的环节",
    "跳过的环节",
    "资金提醒",
    "网址",
)
MOST_ROWS = 5_000


def rows_of(request: PublicRequest, found: Iterable[Disclosure]) -> Iterator[tuple[Any, ...]]:
    site = f"{request.scheme}://{request.get_host()}"
    for one in dossiers_of(found):
        part, money = one.part, one.money
        yield (
            one.edition.title,
            part.get_kind_display(),
            part.year,
            part.where,
            part.place,
            part.lead.name,
            one.phase.label,
            one.percent,
            money.funds,
            _cell(money.budget),
            part.contractor,
            _cell(money.contract),
            money.paid,
            _cell(money.audited),
            _names(one, Standing.LATE),
            _names(one, Standing.SKIPPED),
            "".join(money.flags),
            site + one.item.get_absolute_url(),
        )


def _cell(amount: Decimal | None) -> Decimal | str:
    return "" if amount is None else amount


def _names(one: Dossier, standing: Standing) -> str:
    return "、".join(step.stage.label for step in one.steps if step.standing is standing)
