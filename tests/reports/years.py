"""A plan and a summary made quickly, for tests that are about something else."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any
from unittest.mock import patch

from portal.core import clock
from portal.core.staff.models import Staff
from portal.reports.annual.models import AnnualReport
from portal.reports.plan.issue import issue as issue_plan
from portal.reports.plan.models import Measure, WorkPlan
from portal.reports.summary.models import Problem, WorkSummary
from tests.cast import Cast
from tests.factories import moment


@contextmanager
def on(day: str) -> Iterator[None]:
    """The clocks of the portal show ten o'clock of that day."""
    with (
        patch.object(clock, "now", lambda: moment(f"{day} 10:00")),
        patch.object(clock, "today", lambda: date.fromisoformat(day)),
    ):
        yield


def measure(plan: WorkPlan, title: str, *, by: Staff, **fields: Any) -> Measure:
    entries = fields.pop("entries", ())
    given = {
        "chapter": "做好主动公开",
        "text": "按时公开。",
        "office": by.organisation,
        "due_on": date(plan.year, 12, 31),
        "written_by": by,
    }
    made = Measure.objects.create(township=plan.township, plan=plan, title=title, **given | fields)
    made.entries.set(entries)
    return made


def draft_plan(cast: Cast, year: int, **fields: Any) -> WorkPlan:
    given = {"opening": "全年要办的事。", "written_by": cast.officer}
    return WorkPlan.objects.create(township=cast.town, year=year, **given | fields)


def issued_plan(cast: Cast, head: Staff, year: int, **measures: Any) -> WorkPlan:
    """A plan with a measure for each entry given by title."""
    plan = draft_plan(cast, year)
    for title, entry in measures.items():
        measure(plan, title, by=cast.officer, entries=[entry])
    return issue_plan(plan, by=head)


def draft_summary(cast: Cast, year: int, **fields: Any) -> WorkSummary:
    """With one problem, ready to be issued."""
    given = {
        "opening": "全年主动公开信息【主动公开信息】。",
        "done": "（一）公开\n按时公开率【按时公开率】。",
        "written_by": cast.officer,
    }
    summary = WorkSummary.objects.create(township=cast.town, year=year, **given | fields)
    Problem.objects.create(
        township=cast.town,
        summary=summary,
        text="公开得迟。",
        improvement="每月提醒，到期前再提醒一次。",
        office=cast.office,
    )
    return summary


CHAPTERS = {
    "problems": "（一）存在的主要问题\n有的公开得迟。\n（二）改进情况\n每月提醒。",
    "others": "本年度收取信息处理费情况：没有收取。",
}


def write_chapters(report: AnnualReport) -> None:
    """What only staff know, said under every heading of a report."""
    said = report.overview.replace("（三）政府信息管理", "（三）政府信息管理\n每条都经过审核。")
    report.overview = said.replace("责任追究结果：", "责任追究结果：没有。")
    for name, text in CHAPTERS.items():
        setattr(report, name, text)
    report.save()
