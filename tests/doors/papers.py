"""What is kept beside the applications, and the year's papers; `word` in all their texts."""

from datetime import date
from decimal import Decimal
from typing import Any

from applications.apply.models import DraftFile, FoundWithoutApplying
from portal.core import clock
from portal.core.staff.roles import Role
from portal.reports.annual.models import AnnualReport, CellOverride, LineWording, ReportRules
from portal.reports.annual.sheet import single_cells
from portal.reports.inspection.models import Inspection, RiskyWord
from portal.reports.plan.models import Measure, WorkPlan
from portal.reports.summary.models import Problem, WorkSummary
from tests import factories
from tests.applications.whole_case import whole_case
from tests.doors.away import plant_away


def plant_papers(there: Any) -> None:
    word, town, now = there.word, there.town, clock.now()
    head = factories.staff(there.office, Role.HEAD, name=f"{word}主任")
    whole_case(town, head, there.officer, word)
    plant_away(town, there.officer, word)
    paper = DraftFile(
        township=town, token=word, kind="identity", name=f"{word}证.txt", size=1, at=now
    )
    paper.file.keep(word.encode())
    paper.save()
    FoundWithoutApplying.objects.create(township=town, on=now.date(), count=1)
    RiskyWord.objects.create(township=town, word=f"{word}词")
    Inspection.objects.create(township=town, at=now, points=90, unchecked=[f"{word}没查"])
    ReportRules.objects.create(township=town)
    LineWording.objects.create(township=town, line="handled", words=f"{word}用语")
    _annual(there, word)
    _plan(there, word)
    _summary(there, word)


def _plan(there: Any, word: str) -> None:
    """One issued with a measure; a supplement of it in draft."""
    fields = {"township": there.town, "issued_at": clock.now(), "issued_by": there.officer}
    plan = WorkPlan.objects.create(year=2024, issued={"opening": f"{word}要求"}, **fields)
    told = {"number": 1, "chapter": f"{word}部分", "title": f"{word}措施", "text": f"{word}做"}
    told |= {"office": f"{word}民政办", "due_on": "2024-12-31", "note": "", "figures": []}
    given = {"plan": plan, "chapter": f"{word}部分", "title": f"{word}措施", "text": f"{word}做"}
    given |= {"office": there.office, "due_on": date(2024, 12, 31)}
    measure = Measure.objects.create(number=1, issued=told, **given, **fields)
    measure.entries.add(there.entry)
    Measure.objects.create(township=there.town, note=f"{word}原因", replaces=measure, **given)


def _summary(there: Any, word: str) -> None:
    """One issued, one in draft with a problem that became a measure."""
    told = {"text": f"{word}问题", "improvement": f"{word}改进", "office": f"{word}民政办"}
    WorkSummary.objects.create(
        township=there.town,
        year=2024,
        issued_at=clock.now(),
        issued_by=there.officer,
        issued={
            "texts": {"opening": f"{word}总的", "done": f"（一）{word}做了"},
            "problems": [told],
            "figures": {f"{word}数": {"value": f"1{word}", "address": "/", "records": ""}},
        },
    )
    draft = WorkSummary.objects.create(township=there.town, year=2025, opening=f"{word}草稿")
    Problem.objects.create(
        township=there.town,
        summary=draft,
        text=f"{word}问题",
        office=there.office,
        measure=Measure.objects.filter(plan__township=there.town).first(),
    )


def _annual(there: Any, word: str) -> None:
    """One issued, one in draft with a number put in by hand."""
    AnnualReport.objects.create(
        township=there.town,
        year=2024,
        issued_at=clock.now(),
        issued_by=there.officer,
        issued={
            "chapters": {"overview": f"{word}总体", "problems": f"{word}问题", "others": word},
            "cells": issued_cells(),
        },
    )
    draft = AnnualReport.objects.create(township=there.town, year=2025, overview=f"{word}草稿")
    CellOverride.objects.create(
        township=there.town,
        report=draft,
        table="active",
        line="licences",
        column="decisions",
        value=Decimal(1),
        reason=f"{word}原因",
        by=there.officer,
        at=clock.now(),
    )


def issued_cells() -> list[list[str]]:
    return [[*key, "1"] for key in single_cells()]
