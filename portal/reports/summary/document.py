"""A summary as 公文, with its figures as they were issued."""

from collections.abc import Iterable, Iterator

from django.utils import timezone

from portal.documents.official import (
    Block,
    Level,
    OfficialDocument,
    Paragraph,
    paragraphs_of,
    titled,
)
from portal.reports.figures.fill import fill
from portal.reports.summary.models import WorkSummary
from portal.reports.summary.public import (
    figures_of,
    improvement_lines,
    problem_lines,
)

HEADINGS = ("一、主要工作", "二、存在的问题", "三、下一步打算")


def document_of(summary: WorkSummary) -> OfficialDocument:
    issuer = summary.township.full_name
    return OfficialDocument(
        title=titled(issuer, str(summary)),
        blocks=tuple(_blocks(summary)),
        signature=issuer,
        on=timezone.localdate(summary.issued_at),
    )


def _blocks(summary: WorkSummary) -> Iterator[Block]:
    figures, texts = figures_of(summary), summary.issued["texts"]
    yield from paragraphs_of(fill(texts["opening"], figures))
    chapters = ([texts["done"]], problem_lines(summary), improvement_lines(summary))
    for place, (heading, lines) in enumerate(zip(HEADINGS, chapters, strict=True)):
        yield Paragraph(heading, Level.FIRST)
        filled = [fill(line, figures) for line in lines]
        yield from paragraphs_of(filled[0]) if place == 0 else _sentences(filled)


def _sentences(lines: Iterable[str]) -> Iterator[Block]:
    """Numbered, but whole sentences: set as the body, not as headings."""
    return (Paragraph(line) for line in lines)
