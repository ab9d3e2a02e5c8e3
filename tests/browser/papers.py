"""What the walk over all pages needs of boards, the year's papers and applications."""

from types import SimpleNamespace
from typing import Any

from django.urls import reverse

from applications.rules.models import ApplicationRules
from portal.core import clock
from portal.reports.annual.models import AnnualReport
from portal.reports.board.models import Board
from tests.cast import Cast
from tests.doors.boards import plant_board
from tests.doors.papers import issued_cells


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
    return {
        "board": reverse("reports:board", args=[board.pk]),
        "annual report": report.get_absolute_url(),
        **_data(),
        "look before applying": reverse("applications:new") + "?q=路",
        "citizen": reverse("applications:apply", args=["citizen"]),
        "legal": reverse("applications:apply", args=["legal"]),
    }


def _data() -> dict[str, str]:
    """Datasets: the index, one with rows, one with choices, one that may be empty."""
    pages = {"open data": reverse("reports:data")}
    names = ("list-totals", "warnings", "schedule")
    return pages | {f"data {name}": reverse("reports:dataset", args=[name]) for name in names}
