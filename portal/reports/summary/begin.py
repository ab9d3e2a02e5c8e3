"""Beginning a year's summary: drafted from plan and records, for staff to make their own."""

import json
from collections.abc import Iterator
from pathlib import Path

from django.db import transaction

from disclosures.catalogue.categories import CATEGORIES
from disclosures.flow.refusal import CannotMove
from portal.core.staff.models import Staff
from portal.core.township.models import Township
from portal.core.trail.record import record
from portal.reports.papers.may import require_writer
from portal.reports.papers.numbers import numeral
from portal.reports.plan.public import issued_plan, public_measures
from portal.reports.summary.models import WorkSummary

DRAFT = json.loads(Path(__file__).with_name("draft.json").read_text(encoding="utf-8"))


@transaction.atomic
def begin(township: Township, year: int, *, by: Staff) -> WorkSummary:
    """A draft whose numbers are fields. One a year. Raises CannotMove, PermissionDenied."""
    summary = WorkSummary(
        township=township,
        year=year,
        opening=_opening(township, year),
        done="\n\n".join(_sections(township, year)),
        written_by=by,
    )
    require_writer(summary, by)
    if WorkSummary.objects.of(township).filter(year=year).exists():
        raise CannotMove(f"{year}年的总结已经有了，请在列表里打开。")
    summary.save()
    record(summary, "起草", by=by)
    return summary


def _opening(township: Township, year: int) -> str:
    named = "，".join(f"{one.name}【{one.name}公开信息】" for one in CATEGORIES)
    text: str = DRAFT["opening"]
    return text.format(year=year, town=township.name, categories=named)


def _sections(township: Township, year: int) -> Iterator[str]:
    """（一）…, one for each field of work; at the end one with a line for each measure."""
    sections = [*DRAFT["done_before"]]
    if lines := "\n".join(_measures(township, year)):
        sections.append([DRAFT["measures"], lines])
    for place, (heading, text) in enumerate(sections, start=1):
        yield f"（{numeral(place)}）{heading}\n{text}"


def _measures(township: Township, year: int) -> Iterator[str]:
    plan = issued_plan(township, year)
    text: str = DRAFT["measure"]
    for one in public_measures(plan) if plan else []:
        told = one.issued
        yield text.format(number=told["number"], title=told["title"], office=told["office"])
