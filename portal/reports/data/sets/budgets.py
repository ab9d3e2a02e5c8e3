"""Budgets line by line, how they are carried out, 三公经费."""

from datetime import datetime
from typing import Any

from disclosures.items.models import Disclosure
from disclosures.items.querysets import DisclosureQuerySet
from disclosures.items.shapes import Shape
from finance.budgets.models import Budget
from finance.budgets.public import public_budgets
from finance.sangong.models import STAGES
from portal.core.township.models import Township
from portal.reports.data.dataset import Dataset, Line, Theme
from portal.reports.data.fields import amount, day, number, text, whole
from portal.reports.data.kept import BY_READING, Kept, each
from portal.reports.data.keys import INDEX
from portal.reports.data.narrowing import choice, year
from portal.reports.data.sets.heads import UPDATED, foot_of, head_of


def _budgets(township: Township, at: datetime) -> Any:
    return public_budgets(township, at).prefetch_related("live__budget_lines")


def _of(shape: Shape, township: Township, at: datetime) -> DisclosureQuerySet:
    return Disclosure.objects.public(township, at).of_shape(shape).without_bodies()


def _execution(township: Township, at: datetime) -> DisclosureQuerySet:
    found = _of(Shape.EXECUTION, township, at).prefetch_related("live__execution_lines")
    return found.select_related("live__execution__unit", "live__execution__township")


def _sangong(township: Township, at: datetime) -> DisclosureQuerySet:
    found = _of(Shape.SANGONG, township, at).prefetch_related("live__sangong_lines")
    return found.select_related("live__sangong__unit", "live__sangong__township")


def _counts(line: Line) -> str:
    return line.item.live.sangong.counts.of(line.row.item)


def _budget_of(line: Line) -> Any:
    return line.row.amounts[1]


def _final_of(line: Line) -> Any:
    return line.row.now if line.row.since_budget else None


BUDGET, EXECUTION = "item.live.budget", "item.live.execution"
SANGONG = "item.live.sangong"
STATED = "“三公”经费只含一般公共预算财政拨款；单位是万元。"

BUDGETS: tuple[Dataset, ...] = (
    Kept(
        name="budget-lines",
        title="预算和决算逐科目",
        about="各单位每年的预算、预算调整和决算，一个科目一行。",
        theme=Theme.MONEY,
        page="finance:budgets",
        door=_budgets,
        key=INDEX,
        rows=each(lambda item: item.live.budget_lines.all()),
        counted="live__budget_lines",
        batch=10,
        fields=(
            *head_of("item"),
            text("unit", "单位", f"{BUDGET}.unit_name"),
            whole("year", "年度", f"{BUDGET}.year"),
            text("kind", "种类", f"{BUDGET}.get_kind_display"),
            text("table", "表", "row.get_table_display"),
            text("code", "科目编码", "row.code"),
            text("name", "科目名称", "row.name"),
            amount("amount", "金额（元）", "row.amount", "上级科目的金额包括它下面的。"),
            text("reason", "增减原因", "row.reason"),
            text("reason_last", "比上年原因", "row.reason_last"),
            day("approved_on", "批准日期", f"{BUDGET}.approved_on"),
            text("approved_by", "批准机关", f"{BUDGET}.approved_by"),
            foot_of("item"),
        ),
        filters=(
            year("live__budget__year"),
            choice("kind", "种类", "live__budget__kind", Budget.Kind.choices),
            UPDATED,
        ),
    ),
    Kept(
        name="budget-execution",
        title="预算执行",
        about="各单位从一月累计到某月完成了多少，一个科目一行。",
        theme=Theme.MONEY,
        page="finance:execution",
        door=_execution,
        key=INDEX,
        rows=each(lambda item: item.live.execution_lines.all()),
        counted="live__execution_lines",
        batch=20,
        fields=(
            *head_of("item"),
            text("unit", "单位", f"{EXECUTION}.unit_name"),
            whole("year", "年度", f"{EXECUTION}.year"),
            whole("through", "截至月份", f"{EXECUTION}.through"),
            text("side", "收支", "row.get_side_display"),
            text("code", "科目编码", "row.code"),
            text("name", "科目名称", "row.name"),
            amount("planned", "预算数（元）", "row.planned", "空的见预算和决算逐科目。"),
            amount("done", "累计完成（元）", "row.done"),
            foot_of("item"),
        ),
        filters=(year("live__execution__year"), UPDATED),
    ),
    Kept(
        name="sangong",
        title="“三公”经费",
        about=f"各单位每年的“三公”经费，一项一行，合计和增减由系统算出。{STATED}",
        theme=Theme.MONEY,
        page="finance:sangong",
        door=_sangong,
        key=INDEX,
        rows=each(lambda item: item.live.sangong.table.rows),
        counted=BY_READING,
        batch=50,
        fields=(
            *head_of("item"),
            text("unit", "单位", f"{SANGONG}.unit_name"),
            whole("year", "年度", f"{SANGONG}.year"),
            text("stage", "公开阶段", f"{SANGONG}.get_stage_display"),
            text("item", "项目", "row.label"),
            amount("before", "上年数（万元）", lambda line: line.row.amounts[0]),
            amount("budget", "本年预算数（万元）", _budget_of),
            amount("final", "本年决算数（万元）", _final_of, "预算公开时是空的。"),
            amount("change", "比上年增减（万元）", "row.since_before.amount"),
            number("change_percent", "比上年（%）", "row.since_before.percent"),
            text("reason_before", "比上年增减的原因", "row.reason_before"),
            amount("against_budget", "比预算增减（万元）", "row.since_budget.amount"),
            text("reason_budget", "比预算增减的原因", "row.reason_budget"),
            text("counts", "团组、车辆、批次和人次", _counts),
            foot_of("item"),
        ),
        filters=(
            year("live__sangong__year"),
            choice("stage", "公开阶段", "live__sangong__stage", STAGES),
            UPDATED,
        ),
    ),
)
