"""The year's plan measure by measure, and the numbers of the year's summary."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from portal.core.township.models import Township
from portal.reports.data.dataset import Dataset, Theme
from portal.reports.data.fields import day, moment, page_of, text, whole
from portal.reports.data.kept import BY_READING, Kept, each
from portal.reports.data.keys import YEAR
from portal.reports.data.narrowing import year
from portal.reports.plan.models import WorkPlan
from portal.reports.plan.public import Told, public_measures
from portal.reports.summary.models import WorkSummary


def _plans(township: Township, at: datetime) -> Any:
    return WorkPlan.objects.public(township)


def _summaries(township: Township, at: datetime) -> Any:
    return WorkSummary.objects.public(township)


def _numbers(summary: WorkSummary) -> Iterator[tuple[str, dict[str, str]]]:
    yield from summary.issued["figures"].items()


def _told(name: str) -> Any:
    """A word of a measure as it was issued."""
    return lambda line: line.row.issued[name]


PAPERS: tuple[Dataset, ...] = (
    Kept(
        name="plan-measures",
        title="政务公开工作计划的措施",
        about="已公布的年度工作计划里的每项措施：要求、责任单位、完成时限；补充的有原因。",
        theme=Theme.WORK,
        page="reports:home",
        cycle="每年一次，补充时更新",
        door=_plans,
        key=YEAR,
        rows=each(public_measures),
        counted=BY_READING,
        batch=5,
        fields=(
            whole("year", "年度", "item.year"),
            whole("number", "第几项", _told("number")),
            text("chapter", "所属部分", _told("chapter")),
            text("title", "措施", _told("title")),
            text("text", "具体要求", _told("text")),
            text("office", "责任单位", _told("office")),
            day("due_on", "完成时限", lambda line: Told(line.row.issued).due_on),
            text("note", "补充原因", _told("note")),
            moment("issued_at", "公布时间", "row.issued_at"),
            page_of("row.get_absolute_url"),
        ),
        filters=(year("year"),),
    ),
    Kept(
        name="summary-figures",
        title="政务公开工作总结里的数",
        about="已公布的年度工作总结里的每个数，和它是怎样数出来的。",
        theme=Theme.WORK,
        page="reports:home",
        cycle="每年一次",
        door=_summaries,
        key=YEAR,
        rows=each(_numbers),
        counted=BY_READING,
        batch=5,
        fields=(
            whole("year", "年度", "item.year"),
            text("name", "名称", lambda line: line.row[0]),
            text("value", "数（含单位）", lambda line: line.row[1]["value"]),
            page_of(lambda line: line.row[1]["address"]),
        ),
        filters=(year("year"),),
    ),
)
