"""An issued report as an official document (GB/T 9704—2012), with the official tables."""

from collections.abc import Iterator

from django.utils import timezone

from portal.core.township.models import Township
from portal.documents.official import (
    Block,
    Level,
    OfficialDocument,
    Paragraph,
    Table,
    paragraphs_of,
)
from portal.reports.annual.layout import (
    REMEDY_COLUMNS,
    REQUEST_COLUMNS,
    Row,
    active_blocks,
    remedy_rows,
    request_rows,
)
from portal.reports.annual.public import Issued

REQUESTS = (10, *(3,) * len(REQUEST_COLUMNS))
REMEDIES = (10, *(4,) * len(REMEDY_COLUMNS))


def paper_of(found: Issued, township: Township) -> OfficialDocument:
    report = found.report
    return OfficialDocument(
        title=f"{township.full_name}{report}",
        blocks=tuple(_blocks(found)),
        signature=township.full_name,
        on=timezone.localdate(report.issued_at),
    )


def _blocks(found: Issued) -> Iterator[Block]:
    yield Paragraph("一、总体情况", Level.FIRST)
    yield from paragraphs_of(found.chapters["overview"])
    yield Paragraph("二、主动公开政府信息情况", Level.FIRST)
    for block in active_blocks(found.sheet):
        yield Table(
            tuple(map(_cells, block.rows)),
            heading=("信息内容", *block.columns),
            caption=block.article,
        )
    yield Paragraph("三、收到和处理政府信息公开申请情况", Level.FIRST)
    yield Table(
        tuple(_sectioned(request_rows(found.sheet))),
        heading=("项目", *REQUEST_COLUMNS),
        widths=REQUESTS,
    )
    yield Paragraph("四、政府信息公开行政复议、行政诉讼情况", Level.FIRST)
    yield Table(
        tuple(map(_cells, remedy_rows(found.sheet))),
        heading=("类别", *REMEDY_COLUMNS),
        widths=REMEDIES,
    )
    yield Paragraph("五、存在的主要问题及改进情况", Level.FIRST)
    yield from paragraphs_of(found.chapters["problems"])
    yield Paragraph("六、其他需要报告的事项", Level.FIRST)
    yield from paragraphs_of(found.chapters["others"])


def _cells(row: Row) -> tuple[str, ...]:
    return (row.head[-1], *map(str, row.cells))


def _sectioned(rows: list[Row]) -> Iterator[tuple[str, ...]]:
    """A line across where another section begins."""
    section = ""
    for row in rows:
        own = row.head[0] if len(row.head) > 1 else ""
        if own and own != section:
            yield (own,)
        section = own
        yield _cells(row)
