"""Text files as townships send them: UTF-8, UTF-16 with a mark, or the GB18030 of WPS and Excel."""

import codecs
import csv
import io

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
DELIMITERS = (",", "\t", ";")
SAMPLE_LINES = 30


class NotText(ValueError):
    """The bytes are not text in any encoding that is in use."""


def decode(data: bytes) -> str:
    """`data` as text. Raises NotText.

    Charset guessers get short files wrong, so: the mark, then strict UTF-8, then GB18030.
    """
    for encoding in _candidates(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise NotText("看不懂这个文件的文字编码。请用 WPS 或 Excel 打开，另存为 XLSX 再上传。")


def _candidates(data: bytes) -> tuple[str, ...]:
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return (encoding,)
    return ("utf-8", "gb18030")


def split_table(text: str) -> list[list[object]]:
    """The cells of delimited `text`, a list a line. Raises csv.Error where quotes are broken."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    return [[_cell(cell) for cell in row] for row in reader]


def _delimiter(text: str) -> str:
    """The delimiter on the most lines; title lines above the table have few of any."""
    lines = text.splitlines()[:SAMPLE_LINES]
    return max(DELIMITERS, key=lambda mark: sum(line.count(mark) for line in lines))


def _cell(cell: str) -> str:
    # ="0012" is how people keep Excel from eating leading zeros in a CSV.
    if cell.startswith('="') and cell.endswith('"'):
        return cell[2:-1]
    return cell
