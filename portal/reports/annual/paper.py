"""An issued report as an official document (GB/T 9704—2012), with the official tables."""

from collections import Counter
from collections.abc import Iterator

from django.utils import timezone

from portal.core.township.models import Township
from portal.documents.official import (
    Block,
    Level,
    OfficialDocument,
    Paragraph,
    Span,
    Table,
    paragraphs_of,
    titled,
)
from portal.documents.xlsx import workbook_of
from portal.reports.annual.layout import (
    CITIZEN,
    ORGANISATION,
    ORGANISATIONS,
    REMEDY_COLUMNS,
    REQUEST_COLUMNS,
    Row,
    active_blocks,
    remedy_rows,
    request_rows,
)
from portal.reports.annual.public import Issued
from portal.reports.annual.sheet import Sheet

DEEPEST = 3  # headings on the left of table three
IDENTITY = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
REQUEST_HEADS = (
    (
        Span(IDENTITY, across=DEEPEST, down=3),
        Span("申请人情况", across=len(REQUEST_COLUMNS)),
    ),
    (
        Span(CITIZEN, down=2),
        Span(ORGANISATION, across=len(ORGANISATIONS)),
        Span(REQUEST_COLUMNS[-1], down=2),
    ),
    tuple(ORGANISATIONS),
)
REQUEST_WIDTHS = (5, 7, 24, *(4,) * len(REQUEST_COLUMNS))
REMEDY_HEADS = (
    (
        Span("行政复议", across=len(REMEDY_COLUMNS), down=2),
        Span("行政诉讼", across=2 * len(REMEDY_COLUMNS)),
    ),
    (
        Span("未经复议直接起诉", across=len(REMEDY_COLUMNS)),
        Span("复议后起诉", across=len(REMEDY_COLUMNS)),
    ),
    REMEDY_COLUMNS * 3,
)


def paper_of(found: Issued, township: Township) -> OfficialDocument:
    report = found.report
    return OfficialDocument(
        title=titled(township.full_name, str(report)),
        blocks=tuple(_blocks(found)),
        signature=township.full_name,
        on=timezone.localdate(report.issued_at),
    )


def _blocks(found: Issued) -> Iterator[Block]:
    yield Paragraph("一、总体情况", Level.FIRST)
    yield from paragraphs_of(found.chapters["overview"])
    yield Paragraph("二、主动公开政府信息情况", Level.FIRST)
    yield from active_tables(found.sheet)
    yield Paragraph("三、收到和处理政府信息公开申请情况", Level.FIRST)
    yield requests_table(found.sheet)
    yield Paragraph("四、政府信息公开行政复议、行政诉讼情况", Level.FIRST)
    yield remedies_table(found.sheet)
    yield Paragraph("五、存在的主要问题及改进情况", Level.FIRST)
    yield from paragraphs_of(found.chapters["problems"])
    yield Paragraph("六、其他需要报告的事项", Level.FIRST)
    yield from paragraphs_of(found.chapters["others"])


def active_tables(sheet: Sheet) -> list[Table]:
    """Table two: one for each article."""
    return [
        Table(
            tuple((row.head[0], *map(str, row.cells)) for row in block.rows),
            heading=("信息内容", *block.columns),
            caption=block.article,
            numbers=True,
        )
        for block in active_blocks(sheet)
    ]


def requests_table(sheet: Sheet) -> Table:
    rows = tuple(_nested(request_rows(sheet)))
    return Table(rows, heads=REQUEST_HEADS, widths=REQUEST_WIDTHS, numbers=True)


def remedies_table(sheet: Sheet) -> Table:
    """One line: three ways, five numbers each."""
    numbers = tuple(str(cell) for row in remedy_rows(sheet) for cell in row.cells)
    return Table((numbers,), heads=REMEDY_HEADS, numbers=True)


def workbook(found: Issued) -> bytes:
    """The official tables to go on with in a spreadsheet."""
    sheet = found.sheet
    tables = (
        ("表二 主动公开", active_tables(sheet)),
        ("表三 收到和处理申请", [requests_table(sheet)]),
        ("表四 复议和诉讼", [remedies_table(sheet)]),
    )
    return workbook_of(str(found.report), tables)


def _nested(rows: list[Row]) -> Iterator[tuple[str | Span, ...]]:
    """The headings on the left stand once, beside all the rows that they hold together."""
    reach = Counter(heading for row in rows for heading in row.head[:-1])
    for row in rows:
        outer = [_beside(heading, reach[heading]) for heading in row.begins]
        own = Span(row.head[-1], across=1 + DEEPEST - len(row.head))
        yield (*outer, own, *map(str, row.cells))


def _beside(heading: str, rows: int) -> Span:
    """（三）stands on a line of its own in the narrow cell."""
    return Span(heading.replace("）", "）\n", 1), down=rows)
