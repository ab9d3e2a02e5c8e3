"""A workbook of one sheet that is sent while it is made: memory holds a row at a time.

Written by hand because what makes workbooks needs the whole of one before the first byte goes out.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from xml.sax.saxutils import escape

from xlsxwriter.utility import xl_col_to_name

from portal.spreadsheets.write import LONGEST_TEXT, Cell, is_lossy, sheet_name, text_of

MOST_ROWS = 1_048_576
TOO_MANY = "行数超过了表格能放的行数，完整的请下载 CSV。"
PLAIN, HEADER, AMOUNT, DATE, MOMENT = range(5)
WIDE = 18
BEGINNING = date(1899, 12, 30)  # day 0 of a workbook
PIECE = 64 * 1024
# what no XML may hold
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")

NAMES = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "application/vnd.openxmlformats-officedocument.spreadsheetml"

TYPES = (
    f'{XML}<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{OFFICE}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{OFFICE}.worksheet+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{OFFICE}.styles+xml"/></Types>'
)
ROOT = (
    f'{XML}<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{LINKS}/officeDocument" Target="xl/workbook.xml"/>'
    "</Relationships>"
)
PARTS = (
    f'{XML}<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{LINKS}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{LINKS}/styles" Target="styles.xml"/></Relationships>'
)
STYLES = (
    f'{XML}<styleSheet {NAMES}><numFmts count="2">'
    '<numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>'
    '<numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts>'
    '<fonts count="2"><font><sz val="11"/><name val="宋体"/></font>'
    '<font><b/><sz val="11"/><name val="宋体"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>'
    '<xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
    '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
    '<xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
    "</cellXfs></styleSheet>"
)


class _Pipe(io.RawIOBase):
    """What was written since it was last taken."""

    def __init__(self) -> None:
        self.pieces: list[bytes] = []
        self.size = 0

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        piece = bytes(data)  # type: ignore[call-overload]
        self.pieces.append(piece)
        self.size += len(piece)
        return len(piece)

    def take(self) -> bytes:
        data = b"".join(self.pieces)
        self.pieces, self.size = [], 0
        return data


def flow_xlsx(
    title: str, columns: Sequence[str], rows: Iterable[Sequence[Cell]]
) -> Iterator[bytes]:
    """The bytes of the workbook, piece by piece, as the rows come."""
    pipe = _Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in _around(title):
            archive.writestr(name, content)
        with archive.open("xl/worksheets/sheet1.xml", "w") as sheet:
            for text in _sheet(columns, rows):
                sheet.write(text.encode())
                if pipe.size > PIECE:
                    yield pipe.take()
    yield pipe.take()


def _around(title: str) -> Iterator[tuple[str, str]]:
    """Everything but the sheet."""
    name = escape(sheet_name(title), {'"': "&quot;"})
    yield "[Content_Types].xml", TYPES
    yield "_rels/.rels", ROOT
    yield "xl/_rels/workbook.xml.rels", PARTS
    yield "xl/styles.xml", STYLES
    yield (
        "xl/workbook.xml",
        f'{XML}<workbook {NAMES} xmlns:r="{LINKS}"><sheets>'
        f'<sheet name="{name}" sheetId="1" r:id="rId1"/></sheets></workbook>',
    )


def _sheet(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    yield (
        f'{XML}<worksheet {NAMES}><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
        f'</sheetView></sheetViews><cols><col min="1" max="{len(columns)}" width="{WIDE}"'
        ' customWidth="1"/></cols><sheetData>'
    )
    letters = [xl_col_to_name(place) for place in range(len(columns))]
    yield _row(1, letters, [_words(one, HEADER) for one in columns])
    for number, row in enumerate(rows, start=2):
        if number == MOST_ROWS:
            yield _row(number, letters, [_words(TOO_MANY)])
            break
        yield _row(number, letters, map(_cell, row))
    yield "</sheetData></worksheet>"


def _row(number: int, letters: Sequence[str], cells: Iterable[str]) -> str:
    """Cells by their names; an empty one is left out."""
    named = (
        f'<c r="{letter}{number}" {cell}</c>'
        for letter, cell in zip(letters, cells, strict=False)
        if cell
    )
    return f'<row r="{number}">{"".join(named)}</row>'


def _cell(cell: Cell) -> str:
    """What stands in a cell after its name."""
    if cell is None or cell == "":
        return ""
    if isinstance(cell, bool | str) or is_lossy(cell):
        return _words(text_of(cell))
    if isinstance(cell, datetime):
        return f's="{MOMENT}"><v>{_serial(cell)}</v>'
    if isinstance(cell, date):
        return f's="{DATE}"><v>{(cell - BEGINNING).days}</v>'
    if isinstance(cell, Decimal):
        return f's="{AMOUNT}"><v>{cell:f}</v>'
    return f's="{PLAIN}"><v>{cell}</v>'


def _words(text: str, style: int = PLAIN) -> str:
    words = escape(UNWRITABLE.sub("", text)[:LONGEST_TEXT])
    return f's="{style}" t="inlineStr"><is><t xml:space="preserve">{words}</t></is>'


def _serial(moment: datetime) -> str:
    """Days since the beginning; the time of day as a part of one."""
    seconds = moment.hour * 3600 + moment.minute * 60 + moment.second
    return f"{(moment.date() - BEGINNING).days + seconds / 86_400:.10f}"
