"""Findings and what became of them, for the pages of reports and notices."""

from dataclasses import dataclass

from django import template

from disclosures.items.models import Disclosure, Edition
from disclosures.items.shapes import Shape
from finance.audits.progress import Progress, Step, notices_of, progress, steps_of
from finance.audits.tracker import tally
from portal.core import clock

register = template.Library()
register.filter("tally", tally)


@register.filter
def found_by(edition: Edition) -> list[Progress]:
    """The findings of this edition of a report, each with all that is public about it."""
    findings = list(edition.audit_findings.select_related("office"))
    report = edition.disclosure
    return progress({report: findings}, edition.township, clock.now(), clock.today())[report]


@register.filter
def notices(report: Disclosure) -> list[Disclosure]:
    """Public notices of rectification about it, the oldest first."""
    return notices_of(report.township, clock.now(), [report.pk])


@register.filter
def readable_report(edition: Edition) -> Disclosure | None:
    """The report that a notice is about, while residents may read it."""
    items = Disclosure.objects.public(edition.township, clock.now()).of_shape(Shape.AUDIT_REPORT)
    return items.filter(pk=edition.rectification.report_id).first()


@dataclass(frozen=True)
class Told:
    """What one notice says of one finding; `now` is how the finding stands, None where its report
    isn't public any more."""

    number: int
    now: Progress | None
    steps: list[Step]


@register.filter
def told_here(edition: Edition, report: Disclosure | None) -> list[Told]:
    """The findings that this notice speaks of, each with its own words."""
    rows = [
        (row, edition.disclosure) for row in edition.rectified_findings.select_related("evidence")
    ]
    told: dict[int, list[Step]] = {}
    for (row, _), step in zip(rows, steps_of(rows, edition.township, clock.now()), strict=True):
        told.setdefault(row.number, []).append(step)
    known = {one.finding.number: one for one in found_by(report.live)} if report else {}
    return [Told(number, known.get(number), steps) for number, steps in told.items()]
