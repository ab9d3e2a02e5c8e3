"""A plan as 公文: its words as they were issued, a table of who does what by when at the end."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from django.utils import timezone

from portal.documents.official import (
    Block,
    Level,
    OfficialDocument,
    Paragraph,
    Table,
    paragraphs_of,
    titled,
)
from portal.reports.papers.numbers import numeral
from portal.reports.plan.models import WorkPlan
from portal.reports.plan.public import Told, public_measures

ANNEX = "附件：任务分工表"
HEADING, WIDTHS = ("序号", "措施", "责任单位", "完成时限"), (1, 4, 4, 2)


def document_of(plan: WorkPlan) -> OfficialDocument:
    told = [Told(measure.issued, measure.issued_at) for measure in public_measures(plan)]
    issuer = plan.township.full_name
    return OfficialDocument(
        title=titled(issuer, str(plan)),
        blocks=(
            *paragraphs_of(plan.issued["opening"]),
            *_chapters([one for one in told if not one.content["note"]]),
            *_supplements([one for one in told if one.content["note"]]),
            Paragraph(ANNEX),
        ),
        appendix=(Table(tuple(map(_row, told)), HEADING, WIDTHS, ANNEX, numbers=True),),
        signature=issuer,
        on=timezone.localdate(plan.issued_at),
    )


def _chapters(told: list[Told]) -> Iterator[Block]:
    groups = groupby(told, key=lambda one: one.content["chapter"])
    for place, (name, measures) in enumerate(groups, start=1):
        yield Paragraph(f"{numeral(place)}、{name}", Level.FIRST)
        for one in measures:
            yield from _measure(one)


def _supplements(told: list[Told]) -> Iterator[Block]:
    if told:
        yield Paragraph("公布以后补充的措施", Level.FIRST)
    for one in told:
        yield from _measure(one)
        yield Paragraph(f"{one.issued_on}补充，原因：{one.content['note']}")


def _measure(one: Told) -> Iterator[Block]:
    yield Paragraph(one.heading, Level.SECOND)
    yield from paragraphs_in(f"{one.content['text'].strip()}{one.answers}")


def paragraphs_in(text: str) -> Iterator[Paragraph]:
    """Each line a paragraph of the body, whatever it begins with."""
    return (Paragraph(line.strip()) for line in text.splitlines() if line.strip())


def _row(one: Told) -> tuple[str, ...]:
    content: dict[str, Any] = one.content
    return str(one.number), content["title"], content["office"], f"{one.due_on:%Y-%m-%d}"
