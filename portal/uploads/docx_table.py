"""A table of a Word document as HTML, merged cells included."""

from collections.abc import Iterator
from dataclasses import dataclass

from docx.oxml.ns import qn

from portal.uploads.docx_paragraph import Styles, paragraph_html
from portal.uploads.docx_xml import Element, find, value


@dataclass
class Cell:
    """A cell on the grid: where it begins, how far it reaches."""

    element: Element
    column: int
    width: int
    height: int = 1


def table_html(table: Element, styles: Styles) -> str:
    """The table; its first rows are a header where Word repeats them on every page."""
    rows = list(table.iterchildren(qn("w:tr")))
    grid = _grid(rows)
    heads = _header_count(rows)
    lines = [_row_html(cells, styles, "th" if n < heads else "td") for n, cells in enumerate(grid)]
    head = f"<thead>{''.join(lines[:heads])}</thead>" if heads else ""
    return f"<table>{head}<tbody>{''.join(lines[heads:])}</tbody></table>"


def _header_count(rows: list[Element]) -> int:
    count = 0
    while count < len(rows) - 1 and find(rows[count], "./w:trPr/w:tblHeader"):
        count += 1
    return count


def _grid(rows: list[Element]) -> list[list[Cell]]:
    """The cells that are drawn, row by row, with those merged away added to the ones above."""
    grid: list[list[Cell]] = []
    above: dict[int, Cell] = {}
    for row in rows:
        drawn = []
        for cell, continues in _cells(row):
            if continues and cell.column in above:
                above[cell.column].height += 1
                continue
            above[cell.column] = cell
            drawn.append(cell)
        grid.append(drawn)
    return grid


def _cells(row: Element) -> Iterator[tuple[Cell, bool]]:
    """Each cell of a row, and whether it continues the one above."""
    column = _number(row, "./w:trPr/w:gridBefore", 0)
    for element in find(row, "./w:tc | ./w:sdt/w:sdtContent/w:tc"):
        width = max(_number(element, "./w:tcPr/w:gridSpan", 1), 1)
        merge = find(element, "./w:tcPr/w:vMerge")
        yield Cell(element, column, width), bool(merge) and merge[0].get(qn("w:val")) != "restart"
        column += width


def _number(element: Element, path: str, default: int) -> int:
    written = value(element, path)
    return int(written) if written.isdigit() else default


def _row_html(cells: list[Cell], styles: Styles, tag: str) -> str:
    return f"<tr>{''.join(_cell_html(cell, styles, tag) for cell in cells)}</tr>"


def _cell_html(cell: Cell, styles: Styles, tag: str) -> str:
    spans = f' colspan="{cell.width}"' if cell.width > 1 else ""
    spans += f' rowspan="{cell.height}"' if cell.height > 1 else ""
    scope = ' scope="col"' if tag == "th" else ""
    return f"<{tag}{scope}{spans}>{_content(cell.element, styles)}</{tag}>"


def _content(cell: Element, styles: Styles) -> str:
    """The cell's paragraphs as lines; a table inside is kept as lines as well."""
    items = [paragraph_html(p, styles).html for p in cell.iter(qn("w:p"))]
    return "<br>".join(_bare(html) for html in items if html)


def _bare(html: str) -> str:
    """The words of a paragraph without its own tag: cells need none."""
    return html[html.index(">") + 1 : html.rindex("<")]
