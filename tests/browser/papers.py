"""What the walk over all pages needs of boards, the year's papers and applications."""

from types import SimpleNamespace
from typing import Any

from django.urls import reverse

from applications.rules.models import ApplicationRules
from portal.core import clock
from portal.core.staff.roles import Role
from portal.reports.annual.models import AnnualReport
from portal.reports.board.models import Board
from portal.reports.plan.issue import issue as issue_plan
from portal.reports.plan.supplement import issue_supplement
from portal.reports.summary.issue import issue as issue_summary
from tests import factories
from tests.cast import Cast
from tests.doors.boards import plant_board
from tests.doors.papers import issued_cells
from tests.reports.years import draft_plan, draft_summary, measure


def papers(cast: Cast, item: Any) -> dict[str, str]:
    """Their pages by name."""
    ApplicationRules.objects.create(township=cast.town, online=True)
    there = {"town": cast.town, "village": cast.village, "word": "青禾", "item": item}
    plant_board(SimpleNamespace(**there, officer=cast.officer))
    board = Board.objects.get(township=cast.town)
    chapters = {"overview": "一年的情况。", "problems": "（一）问题", "others": "没有。"}
    report = AnnualReport.objects.create(
        township=cast.town,
        year=2025,
        issued_at=clock.now(),
        issued_by=cast.officer,
        issued={"chapters": chapters, "cells": issued_cells()},
    )
    _plan_and_summary(cast, item)
    return {
        "plan": reverse("reports:plan", args=[2026]),
        "measure": reverse("reports:measure", args=[2026, 1]),
        "measure replaced by another": reverse("reports:measure", args=[2026, 2]),
        "measure missed": reverse("reports:measure", args=[2026, 3]),
        "summary": reverse("reports:summary", args=[2025]),
        "figure": reverse("reports:figure", args=[2026, "主动公开信息"]),
        "figure in the summary": reverse("reports:figure", args=[2025, "主动公开信息"]),
        "board": reverse("reports:board", args=[board.pk]),
        "annual report": report.get_absolute_url(),
        **_data(),
        "look before applying": reverse("applications:new") + "?q=路",
        "citizen": reverse("applications:apply", args=["citizen"]),
        "legal": reverse("applications:apply", args=["legal"]),
    }


def _plan_and_summary(cast: Cast, item: Any) -> None:
    """A measure in order, one that a supplement replaces, one with something missed."""
    head = factories.staff(cast.office, Role.HEAD, name="方主任")
    plan = draft_plan(cast, 2026)
    monthly = factories.entry(cast.town, name="月报", cycle="monthly", publisher=cast.office)
    named = {"救助": [item.live.entry], "旧措施": [], "月报": [monthly]}
    for place, (title, entries) in enumerate(named.items()):
        given = {"entries": entries, "position": place, "figures": "主动公开信息"}
        measure(plan, title, by=cast.officer, **given)
    plan = issue_plan(plan, by=head)
    given = {"note": "改了时限。", "replaces": plan.measures.get(number=2)}
    issue_supplement(measure(plan, "新措施", by=cast.officer, **given), by=head)
    issue_summary(draft_summary(cast, 2025), by=head)


def _data() -> dict[str, str]:
    """Datasets: the index, one with rows, one with choices, one that may be empty."""
    pages = {"open data": reverse("reports:data")}
    names = ("list-totals", "warnings", "schedule")
    return pages | {f"data {name}": reverse("reports:dataset", args=[name]) for name in names}
