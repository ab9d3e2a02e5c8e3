"""A holiday notice from a file: the pasted text, or a table of 日期, 安排, 节日."""

from portal.core.workdays.notice import Notice, NoticeProblem
from portal.core.workdays.notice_text import read_notice
from portal.spreadsheets.decode import NotText, decode
from portal.spreadsheets.read import Unreadable, read_workbook
from portal.spreadsheets.rows import BadCell, Column, Row, as_date, as_text, find_table

COLUMNS = (
    Column("日期", required=True),
    Column("安排", aliases=("类型", "放假或上班"), required=True),
    Column("节日", aliases=("名称",), required=True),
)
TABLES = ("xlsx", "xls", "csv", "et")

Read = tuple[Notice | None, list[NoticeProblem]]


def read_notice_file(data: bytes, name: str, year: int | None = None) -> Read:
    """The notice in the file, and what in it can't be understood."""
    try:
        if name.rsplit(".", 1)[-1].lower() in TABLES:
            return _from_table(data, name, year)
        return read_notice(decode(data), year)
    except (Unreadable, NotText) as refusal:
        return None, [NoticeProblem(0, str(refusal))]


def _from_table(data: bytes, name: str, year: int | None) -> Read:
    """Each row becomes one line of the text form, on the line where it stands in the sheet."""
    table = find_table(read_workbook(data, name).sheets[0], COLUMNS)
    if table is None or table.missing:
        return None, [NoticeProblem(0, "没有找到表头，应有“日期、安排、节日”三栏。")]
    lines: dict[int, str] = {}
    problems: list[NoticeProblem] = []
    for row in table.rows:
        try:
            lines[row.number] = _line(row)
        except BadCell as refusal:
            problems.append(NoticeProblem(row.number, str(refusal)))
    text = "\n".join(lines.get(number, "") for number in range(1, max(lines, default=0) + 1))
    notice, more = read_notice(text, year)
    return notice, problems + more


def _line(row: Row) -> str:
    on = as_date(row.values["日期"]).isoformat()
    return f"{on} {as_text(row.values['安排'])} {as_text(row.values['节日'])}"
