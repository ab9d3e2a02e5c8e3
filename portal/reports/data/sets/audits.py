"""Audits with what was done about them, money granted."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from django.utils import timezone

from disclosures.items.models import Disclosure
from disclosures.items.querysets import DisclosureQuerySet
from disclosures.items.shapes import Shape
from finance.audits.progress import progress
from finance.grants.models import FundGrant
from portal.core.township.models import Township
from portal.reports.data.dataset import Dataset, Line, Theme
from portal.reports.data.fields import amount, day, text, whole
from portal.reports.data.kept import Kept, each
from portal.reports.data.keys import INDEX
from portal.reports.data.narrowing import choice, year
from portal.reports.data.sets.heads import UPDATED, foot_of, head_of


def _of(shape: Shape, township: Township, at: datetime) -> DisclosureQuerySet:
    return Disclosure.objects.public(township, at).of_shape(shape).without_bodies()


def _audits(township: Township, at: datetime) -> DisclosureQuerySet:
    found = _of(Shape.AUDIT_REPORT, township, at).select_related("live__auditreport__body")
    return found.prefetch_related("live__audit_findings__office")


def _grants(township: Township, at: datetime) -> DisclosureQuerySet:
    return _of(Shape.FUND_GRANT, township, at).prefetch_related("live__grant_lines")


def _findings(
    found: Sequence[Any], township: Township, at: datetime
) -> Iterator[tuple[Any, str, Any]]:
    """Each finding with where it stands by the public notices."""
    rows = {report: list(report.live.audit_findings.all()) for report in found}
    for report, findings in progress(rows, township, at, timezone.localdate(at)).items():
        for one in findings:
            yield report, f"{one.finding.number:04d}", Line(report, one)


AUDIT, GRANT = "item.live.auditreport", "item.live.fundgrant"

AUDITS: tuple[Dataset, ...] = (
    Kept(
        name="audit-findings",
        title="审计问题和整改",
        about="审计查出的每个问题、责任单位、整改期限和现在的状态。",
        theme=Theme.MONEY,
        page="finance:audits",
        door=_audits,
        key=INDEX,
        rows=_findings,
        counted="live__audit_findings",
        batch=50,
        fields=(
            *head_of("item"),
            text("number", "报告文号", f"{AUDIT}.number"),
            text("auditor", "审计机关（机构）", f"{AUDIT}.auditor"),
            text("audited", "被审计单位", f"{AUDIT}.audited"),
            whole("year", "审计所属年度", f"{AUDIT}.year"),
            whole("finding_number", "问题序号", "row.finding.number"),
            text("issue", "问题", "row.finding.issue"),
            amount("amount", "涉及金额（元）", "row.finding.amount"),
            text("basis", "定性依据", "row.finding.basis"),
            text("demand", "整改要求", "row.finding.demand"),
            text("office", "责任单位", "row.finding.office.name"),
            day("due_on", "整改期限", "row.finding.due_on"),
            text("status", "状态", "row.label"),
            text("timing", "时限情况", "row.timing", "按当天计算。"),
            day("latest_on", "最近一次通报", "row.latest.on"),
            text("latest", "最近情况", "row.latest.text"),
            foot_of("item"),
        ),
        filters=(year("live__auditreport__year"), UPDATED),
    ),
    Kept(
        name="grants",
        title="资金下达",
        about="每次下达了哪些资金、多少钱；收回的是负数。",
        theme=Theme.MONEY,
        page="finance:funds",
        door=_grants,
        key=INDEX,
        rows=each(lambda item: item.live.grant_lines.all()),
        counted="live__grant_lines",
        batch=50,
        fields=(
            *head_of("item"),
            whole("year", "资金年度", f"{GRANT}.year"),
            text("source", "资金来源", f"{GRANT}.get_source_display"),
            text("fund", "资金名称", "row.fund", "和发放名单上的“资金来源”写法一致。"),
            amount("amount", "金额（元）", "row.amount"),
            text("remark", "备注", "row.remark"),
            foot_of("item"),
        ),
        filters=(
            year("live__fundgrant__year"),
            choice("source", "资金来源", "live__fundgrant__source", FundGrant.Source.choices),
            UPDATED,
        ),
    ),
)
