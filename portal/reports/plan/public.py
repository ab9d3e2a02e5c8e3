"""An issued plan as everyone may read it: its words from what was fixed, its progress counted."""

from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any

from django.utils import timezone

from portal.core.township.models import Township
from portal.reports.papers.numbers import numeral
from portal.reports.plan.models import Measure, WorkPlan
from portal.reports.plan.progress import Standing, progress_of


@dataclass(frozen=True)
class Told:
    """A measure as it was issued."""

    content: dict[str, Any]
    issued_at: datetime | None = None

    @property
    def number(self) -> int:
        number: int = self.content["number"]
        return number

    @property
    def heading(self) -> str:
        """（三）政策解读."""
        return f"（{numeral(self.number)}）{self.content['title']}"

    @property
    def due_on(self) -> date:
        return date.fromisoformat(self.content["due_on"])

    @property
    def issued_on(self) -> str:
        on = timezone.localdate(self.issued_at) if self.issued_at else None
        return f"{on.year}年{on.month}月{on.day}日" if on else ""

    @property
    def answers(self) -> str:
        """（责任单位：财政所，10月31日前完成）."""
        on = self.due_on
        return f"（责任单位：{self.content['office']}，{on.month}月{on.day}日前完成）"


@dataclass(frozen=True)
class Line:
    """A measure on the plan's page: its words and where it stands."""

    told: Told
    standing: Standing


@dataclass(frozen=True)
class Chapter:
    heading: str
    lines: list[Line]


def issued_plan(township: Township, year: int) -> WorkPlan | None:
    return WorkPlan.objects.public(township).filter(year=year).first()


def public_measures(plan: WorkPlan) -> Any:
    """Its issued measures and supplements in the order of their numbers."""
    rows = Measure.objects.public(plan.township).filter(plan=plan).order_by("number")
    linked = rows.select_related("plan", "office", "replaces")
    return linked.prefetch_related("entries", "replaced_by")


def lines_of(plan: WorkPlan) -> list[Line]:
    standings = progress_of(plan).standings(public_measures(plan))
    return [Line(Told(one.measure.issued), one) for one in standings]


def chapters_of(lines: list[Line]) -> list[Chapter]:
    """Those that were issued with the plan, under its chapters."""
    first = [line for line in lines if not line.told.content["note"]]
    groups = groupby(first, key=lambda line: line.told.content["chapter"])
    return [
        Chapter(f"{numeral(place)}、{name}", list(found))
        for place, (name, found) in enumerate(groups, start=1)
    ]


def supplements_of(lines: list[Line]) -> list[Line]:
    return [line for line in lines if line.told.content["note"]]
