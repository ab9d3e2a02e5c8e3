"""Issuing a report: what it says, and what stands in the way of saying it."""

from dataclasses import asdict
from datetime import datetime

from django.db import transaction

from portal.core import clock
from portal.core.staff.models import Staff
from portal.reports.annual.found import put_report
from portal.reports.annual.lines import USUAL_WORDS
from portal.reports.annual.models import AnnualReport
from portal.reports.annual.sheet import Sheet, label_of, printed, sheet_of
from portal.reports.figures.fill import figures_for, fill, unknown_told
from portal.reports.papers.issue import Content, issue_paper
from portal.reports.papers.unwritten import unwritten

CHAPTERS = ("overview", "problems", "others")


def hindrances(report: AnnualReport, sheet: Sheet) -> list[str]:
    """What stands in the way of issuing it, each with its cure."""
    found = []
    if clock.today().year <= report.year:
        found.append(f"{report.year}年还没有结束，年后才能公布。")
    for name in CHAPTERS:
        if not getattr(report, name).strip():
            label = AnnualReport._meta.get_field(name).verbose_name  # type: ignore[union-attr]
            found.append(f"“{label}”还没有写。")
    texts = [getattr(report, name) for name in CHAPTERS]
    found += [told for text in texts for told in unwritten(text)]
    found += unknown_told(texts)
    found += [f"{label_of(cell.key)}：系统里没有，请填写。" for cell in sheet.missing]
    return found + [str(identity) for identity in sheet.broken]


@transaction.atomic
def issue(report: AnnualReport, *, by: Staff, at: datetime | None = None) -> AnnualReport:
    """Make it public and fix it. Raises CannotMove, PermissionDenied."""
    report = issue_paper(report, _read, by=by, at=at)
    put_report(report)
    return report


def _read(report: AnnualReport) -> tuple[Content, list[str]]:
    sheet = sheet_of(report)
    return content_of(report, sheet), hindrances(report, sheet)


def content_of(report: AnnualReport, sheet: Sheet) -> Content:
    """All that the report says, with the figures written in."""
    texts = {name: getattr(report, name) for name in CHAPTERS}
    figures = figures_for(report.township, report.year, *texts.values())
    return {
        "year": report.year,
        "chapters": {name: fill(text, figures) for name, text in texts.items()},
        "texts": texts,
        "figures": {name: asdict(one) for name, one in figures.items()},
        "words": {**USUAL_WORDS, **sheet.words},
        "cells": sorted(map(list, printed(sheet))),
        "identities": [str(identity) for identity in sheet.identities],
    }
