"""What a plan and its measures say, as it is fixed when they are issued."""

from collections.abc import Iterable, Iterator
from typing import Any

from portal.reports.plan.models import Measure, WorkPlan

Content = dict[str, Any]


def measure_content(measure: Measure, number: int) -> Content:
    return {
        "number": number,
        "chapter": measure.chapter,
        "title": measure.title,
        "text": measure.text,
        "office": measure.office.name if measure.office else "",
        "due_on": measure.due_on.isoformat() if measure.due_on else "",
        "entries": [{"code": one.code, "name": one.name} for one in measure.entries.all()],
        "figures": measure.figure_names,
        "note": measure.note,
        "replaces": measure.replaces.number if measure.replaces else None,
    }


def plan_content(plan: WorkPlan, measures: Iterable[Measure]) -> Content:
    return {
        "year": plan.year,
        "opening": plan.opening,
        "measures": [measure_content(one, number) for number, one in numbered(measures)],
    }


def numbered(measures: Iterable[Measure]) -> Iterator[tuple[int, Measure]]:
    """Counted through the whole plan, chapter by chapter as the first measure of each comes."""
    chapters: dict[str, list[Measure]] = {}
    for measure in measures:
        chapters.setdefault(measure.chapter, []).append(measure)
    yield from enumerate((one for found in chapters.values() for one in found), start=1)
