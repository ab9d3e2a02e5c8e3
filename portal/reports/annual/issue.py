"""Issuing a report: written by one, issued by another, then fixed with its digest."""

import hashlib
import json
from typing import Any

from django.db import transaction

from disclosures.flow.refusal import CannotMove
from portal.core import clock
from portal.core.staff.models import Staff
from portal.core.trail.record import record
from portal.reports.annual.may import require_writer
from portal.reports.annual.models import AnnualReport
from portal.reports.annual.sheet import Sheet, label_of, printed, sheet_of
from portal.reports.figures.fill import figures_for, fill, unknown_names

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
    texts = (getattr(report, name) for name in CHAPTERS)
    found += [f"没有叫【{name}】的数，请核对名称。" for name in unknown_names(*texts)]
    found += [f"{label_of(cell.key)}：系统里没有，请填写。" for cell in sheet.missing]
    return found + [str(identity) for identity in sheet.broken]


@transaction.atomic
def issue(report: AnnualReport, *, by: Staff) -> AnnualReport:
    """Make it public and fix it. Raises CannotMove, PermissionDenied."""
    require_writer(report, by)
    report = AnnualReport.objects.select_for_update(of=("self",)).get(pk=report.pk)
    if report.is_issued:
        raise CannotMove("报告已经公布。")
    if report.written_by == by:
        raise CannotMove("起草和签发要由两个人办，请另一位同事签发。")
    sheet = sheet_of(report)
    if found := hindrances(report, sheet):
        raise CannotMove(*found)
    report.issued = content_of(report, sheet)
    report.digest = digest_of(report.issued)
    report.issued_at, report.issued_by = clock.now(), by
    report.save()
    record(report, "公布", by=by, remark=f"摘要值 {report.digest}")
    return report


def content_of(report: AnnualReport, sheet: Sheet) -> dict[str, Any]:
    """All that the report says, with the figures written in."""
    texts = {name: getattr(report, name) for name in CHAPTERS}
    figures = figures_for(report.township, report.year, *texts.values())
    return {
        "year": report.year,
        "chapters": {name: fill(text, figures) for name, text in texts.items()},
        "figures": {name: one.value for name, one in figures.items()},
        "cells": sorted(map(list, printed(sheet))),
        "identities": [str(identity) for identity in sheet.identities],
    }


def digest_of(content: dict[str, Any]) -> str:
    """SHA-256 of the content as JSON with sorted keys and without blanks."""
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
