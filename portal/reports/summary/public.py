"""An issued summary as everyone may read it: from what was fixed, never counted anew."""

from portal.core.township.models import Township
from portal.reports.figures.fill import Filled
from portal.reports.papers.numbers import numeral
from portal.reports.summary.models import WorkSummary


def issued_summary(township: Township, year: int) -> WorkSummary | None:
    return WorkSummary.objects.public(township).filter(year=year).first()


def figures_of(summary: WorkSummary) -> dict[str, Filled]:
    """Every figure as it was when the summary was issued."""
    kept = summary.issued["figures"]
    return {name: Filled(one["value"], one["address"]) for name, one in kept.items()}


def problem_lines(summary: WorkSummary) -> list[str]:
    """（一）what the problem is."""
    return [
        f"（{numeral(place)}）{one['text']}"
        for place, one in enumerate(summary.issued["problems"], start=1)
    ]


def improvement_lines(summary: WorkSummary) -> list[str]:
    """（一）what is done about it, and by whom."""
    return [
        f"（{numeral(place)}）{one['improvement']}{_by(one['office'])}"
        for place, one in enumerate(summary.issued["problems"], start=1)
    ]


def _by(office: str) -> str:
    return f"（责任单位：{office}）" if office else ""
