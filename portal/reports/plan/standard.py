"""The usual chapters and measures of a township's plan, as data, to begin from."""

import json
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from disclosures.catalogue.models import CatalogueEntry
from portal.reports.plan.models import Measure, WorkPlan

STANDARD = json.loads(Path(__file__).with_name("standard.json").read_text(encoding="utf-8"))


def opening(year: int) -> str:
    text: str = STANDARD["opening"]
    return text.format(year=year)


def add_standard_measures(plan: WorkPlan) -> None:
    """The usual measures; a matter of theirs that the catalogue lacks is left out."""
    entries = {entry.code: entry for entry in CatalogueEntry.objects.of(plan.township)}
    for measure, codes in _measures(plan):
        measure.save()
        measure.entries.set([entries[code] for code in codes if code in entries])


def _measures(plan: WorkPlan) -> Iterator[tuple[Measure, list[str]]]:
    for place, given in enumerate(STANDARD["measures"], start=1):
        yield _measure(plan, place, given), given["entries"]


def _measure(plan: WorkPlan, place: int, given: dict[str, Any]) -> Measure:
    month = given["month"]
    return Measure(
        township=plan.township,
        plan=plan,
        position=place * 10,
        chapter=given["chapter"],
        title=given["title"],
        text=given["text"],
        due_on=date(plan.year, month, monthrange(plan.year, month)[1]),
        figures="、".join(given["figures"]),
        written_by=plan.written_by,
    )
