"""The figures that a summary may quote: those of every paper, and those of the year's measures."""

from typing import Any

from portal.core.township.models import Township
from portal.reports.figures.figure import Figure, Rows, counted, rate
from portal.reports.figures.items import of_year, record_of_due
from portal.reports.figures.known import known_figures
from portal.reports.figures.records import Record
from portal.reports.plan.models import Measure
from portal.reports.plan.progress import Progress, below
from portal.reports.plan.public import issued_plan, public_measures


def known_for(township: Township, year: int) -> dict[str, Figure]:
    """Every figure by its name: 【第3项公开信息】 is what measure 3 of the year's plan brought."""
    return known_figures() | {one.name: one for one in _of_plan(township, year)}


def _of_plan(township: Township, year: int) -> list[Figure]:
    plan = issued_plan(township, year)
    if plan is None:
        return []
    progress = Progress(township, year)
    return [figure for one in public_measures(plan) for figure in _of_measure(one, progress)]


def _of_measure(measure: Measure, progress: Progress) -> list[Figure]:
    number, title = f"第{measure.number}项", measure.issued["title"]

    def missed(township: Township, year: int) -> list[Record]:
        return [record_of_due(due) for due in progress.standing(measure).missed]

    def in_time(township: Township, year: int) -> str:
        return rate(progress.standing(measure).rate)

    return [
        counted(f"{number}公开信息", _items(measure), "条", f"措施“{title}”的公开事项本年公开的。"),
        Figure(
            f"{number}按时公开率",
            in_time,
            measure.get_absolute_url(),
            meaning=f"措施“{title}”的公开事项本年按时公开的比例。",
        ),
        counted(f"{number}漏发信息", missed, "期", f"措施“{title}”的公开事项应公开没公开的。"),
    ]


def _items(measure: Measure) -> Rows:
    def rows(township: Township, year: int) -> Any:
        return of_year(township, year).filter(below(measure.entries.all(), "live__entry"))

    return rows
