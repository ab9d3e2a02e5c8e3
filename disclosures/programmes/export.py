"""Programmes and their standards as tables to take away."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from disclosures.programmes.public import AreaGroup
from disclosures.programmes.table import TableGroup
from disclosures.programmes.years import heading
from portal.core.public_page import PublicRequest

LIST_COLUMNS = (
    "领域",
    "项目",
    "是什么",
    "今天执行的标准",
    "谁可以享受",
    "什么时候申请",
    "到哪里申请",
    "审核审批时限",
    "怎样发放",
    "资金来源",
    "经办机构",
    "咨询电话",
    "监督电话",
    "网址",
)


def list_rows(request: PublicRequest, groups: list[AreaGroup]) -> Iterator[tuple[Any, ...]]:
    for group in groups:
        for item in group.items:
            part = item.live.programme
            yield (
                group.area.name,
                item.live.title,
                part.what,
                "\n".join(f"{row.grade}：{row.shown}" for row in part.standards_today),
                part.who,
                part.apply_when,
                part.apply_where,
                part.limit,
                part.paid_how,
                part.fund,
                part.handler.name,
                part.asked_at,
                part.complaint_phone,
                _address(request, item),
            )


def year_columns(years: list[int], today: date) -> tuple[str, ...]:
    before, last = (heading(year, today) for year in years[-2:])
    return (
        "领域",
        "项目",
        "档次",
        "单位",
        *(heading(year, today) for year in years),
        f"{last}比{before}增减",
        "增减（%）",
        "现行标准执行起日",
        "调整依据",
        "网址",
    )


def year_rows(request: PublicRequest, groups: list[TableGroup]) -> Iterator[tuple[Any, ...]]:
    for group in groups:
        for one in group.lines:
            latest, change = one.line.latest, one.line.change
            yield (
                group.area.name,
                one.item.live.title,
                one.line.grade,
                one.line.unit,
                *(row.amount if row else None for row in one.line.rows),
                change.amount,
                change.percent,
                latest.valid_from if latest else None,
                latest.basis if latest else "",
                _address(request, one.item),
            )


def _address(request: PublicRequest, item: Any) -> str:
    return f"{request.scheme}://{request.get_host()}{item.get_absolute_url()}"
