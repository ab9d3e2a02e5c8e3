"""Public works: each project, its nine stages, where its money comes from, who bid."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from disclosures.items.querysets import DisclosureQuerySet
from finance.projects.dossier import dossiers_of
from finance.projects.models import ProjectFile
from finance.projects.public import public_projects, with_rows
from portal.core.township.models import Township
from portal.reports.data.dataset import Dataset, Line, Theme
from portal.reports.data.fields import amount, day, text, whole, yes_no
from portal.reports.data.kept import Kept, each
from portal.reports.data.keys import INDEX
from portal.reports.data.narrowing import choice, village, year
from portal.reports.data.sets.heads import UPDATED, foot_of, head_of


def _projects(township: Township, at: datetime) -> DisclosureQuerySet:
    return with_rows(public_projects(township, at).without_bodies())


def _dossiers(
    found: Sequence[Any], township: Township, at: datetime
) -> Iterator[tuple[Any, str, Any]]:
    """Each project with where it stands and what the books paid."""
    for one in dossiers_of(found):
        yield one.item, "", Line(one.item, one)


def _stages(
    found: Sequence[Any], township: Township, at: datetime
) -> Iterator[tuple[Any, str, Any]]:
    for one in dossiers_of(found):
        for step in one.steps:
            if row := one.rows.get(step.stage):
                yield one.item, str(step.stage.value), Line(one.item, (row, step))


def _amiss(line: Line) -> str:
    return "".join(line.row.warnings)


def _where(line: Line) -> str:
    return line.item.live.projectfile.where


PROJECT = "row.part"
NARROWED = (
    year("live__projectfile__year", "立项年度"),
    village("live__projectfile__village__slug"),
    choice("kind", "项目类型", "live__projectfile__kind", ProjectFile.Kind.choices),
    UPDATED,
)

WORKS: tuple[Dataset, ...] = (
    Kept(
        name="projects",
        title="公益项目",
        about="每个项目做什么、在哪里、谁施工、多少钱、到哪一步、付了多少。",
        theme=Theme.VILLAGES,
        page="finance:projects",
        door=_projects,
        key=INDEX,
        rows=_dossiers,
        batch=100,
        fields=(
            *head_of("item"),
            text("kind", "项目类型", f"{PROJECT}.get_kind_display"),
            whole("year", "立项年度", f"{PROJECT}.year"),
            text("village", "村（社区）", _where, "镇级项目写镇名。"),
            text("village_slug", "村（社区）标识", f"{PROJECT}.village.slug"),
            text("place", "建设地点", f"{PROJECT}.place"),
            text("lead", "主管单位", f"{PROJECT}.lead.name"),
            text("scale", "建设内容和规模", f"{PROJECT}.scale"),
            text("method", "招标方式", f"{PROJECT}.get_method_display"),
            text("contractor", "施工（供货）单位", f"{PROJECT}.contractor"),
            amount("funds", "资金来源合计（元）", "row.money.funds"),
            amount("budget", "预算（元）", "row.money.budget"),
            amount("contract", "合同价（元）", "row.money.contract"),
            amount("paid", "已付款（元）", "row.money.paid", "按已公开的村账。"),
            amount("audited", "审定金额（元）", "row.money.audited"),
            text("phase", "进展", "row.phase.label"),
            whole("percent", "形象进度（%）", "row.percent"),
            text("warnings", "逾期、跳过的环节和资金提醒", _amiss),
            text("upkeep_by", "管护单位", f"{PROJECT}.upkeep_by"),
            foot_of("item"),
        ),
        filters=NARROWED,
    ),
    Kept(
        name="project-stages",
        title="项目的环节",
        about="每个项目从决策到管护的九个环节，计划哪天、实际哪天、多少钱。",
        theme=Theme.VILLAGES,
        page="finance:projects",
        door=_projects,
        key=INDEX,
        rows=_stages,
        counted="live__project_stages",
        batch=50,
        fields=(
            *head_of("item"),
            text("stage", "环节", lambda line: line.row[0].get_kind_display()),
            text("standing", "现状", lambda line: line.row[1].standing.label, "按当天计算。"),
            day("planned_on", "计划完成", lambda line: line.row[0].planned_on),
            day("done_on", "实际完成", lambda line: line.row[0].done_on),
            amount("amount", "金额（元）", lambda line: line.row[0].amount),
            text("remark", "说明", lambda line: line.row[0].remark),
            yes_no("not_needed", "不需要", lambda line: line.row[0].not_needed),
            text("reason", "不需要的理由", lambda line: line.row[0].reason),
            foot_of("item"),
        ),
        filters=NARROWED,
    ),
    Kept(
        name="project-funds",
        title="项目的资金来源",
        about="每个项目的钱从哪里来、依据哪份文件。",
        theme=Theme.VILLAGES,
        page="finance:projects",
        door=_projects,
        key=INDEX,
        rows=each(lambda item: item.live.project_funds.all()),
        counted="live__project_funds",
        batch=50,
        fields=(
            *head_of("item"),
            text("source", "来源", "row.get_source_display"),
            amount("amount", "金额（元）", "row.amount"),
            text("document_number", "文号", "row.document_number"),
            foot_of("item"),
        ),
        filters=NARROWED,
    ),
    Kept(
        name="project-bidders",
        title="项目的投标单位",
        about="谁投了标、报价多少、谁中标。",
        theme=Theme.VILLAGES,
        page="finance:projects",
        door=_projects,
        key=INDEX,
        rows=each(lambda item: item.live.bidders.all()),
        counted="live__bidders",
        batch=50,
        fields=(
            *head_of("item"),
            text("firm", "单位", "row.firm"),
            amount("price", "报价（元）", "row.price"),
            yes_no("won", "中标", "row.won"),
            foot_of("item"),
        ),
        filters=NARROWED,
    ),
)
