"""What is kept beside the applications, and the year's papers; `word` in all their texts."""

from decimal import Decimal
from typing import Any

from applications.apply.models import DraftFile, FoundWithoutApplying
from portal.core import clock
from portal.core.staff.roles import Role
from portal.reports.annual.models import AnnualReport, CellOverride, ReportRules
from portal.reports.annual.sheet import single_cells
from portal.reports.inspection.models import Inspection, RiskyWord
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
    _annual(there, word)


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
