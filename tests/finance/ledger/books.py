"""Sheets as village accountants keep them, small."""

import io
from collections.abc import Sequence

import xlsxwriter

HEADER = ("日期", "凭证号", "科目", "摘要（用途）", "收入金额", "支出金额", "余额", "经手人")
TITLE = ("青禾村2025年第一季度财务收支公开明细表",)
ROWS: tuple[Sequence[object], ...] = (
    ("", "", "", "上期结转", "", "", 1000.5),
    ("2025.1.6", "01-001", "办公费", "打印纸", "", 200.5, 800.0, "方庆"),
    ("2025年2月3日", "02-001", "发包收入", "鱼塘发包款", "3,000.00元", "", 3800.0, "方庆"),
    ("", "", "", "本月合计", 3000, 200.5, 3800.0),
    ("2025/3/9", "03-001", "公益支出", "路灯维修", "", "￥１，２００", 2600.0, "方庆"),
    ("", "", "", "本季累计", 3000, 1400.5, 2600.0),
    ("村务监督委员会主任：", "", "", "报账员："),
)


def csv(rows: Sequence[Sequence[object]], encoding: str = "utf-8") -> bytes:
    lines = (",".join(f'"{cell}"' for cell in row) for row in rows)
    return "\r\n".join(lines).encode(encoding)


def book(*rows: Sequence[object], title: Sequence[object] = TITLE) -> bytes:
    """The rows below a title, a unit line and the usual header, as CSV."""
    return csv([title, ("单位：元",), HEADER, *rows])


def xlsx(rows: Sequence[Sequence[object]], hidden: bool = False) -> bytes:
    stream = io.BytesIO()
    made = xlsxwriter.Workbook(stream, {"in_memory": True})
    sheet = made.add_worksheet("明细")
    for number, row in enumerate(rows):
        sheet.write_row(number, 0, row)
    if hidden:
        made.add_worksheet("草稿").hide()
    made.close()
    return stream.getvalue()


def workbook(sheets: dict[str, Sequence[Sequence[object]]]) -> bytes:
    """A workbook with these worksheets."""
    stream = io.BytesIO()
    made = xlsxwriter.Workbook(stream, {"in_memory": True})
    for name, rows in sheets.items():
        sheet = made.add_worksheet(name)
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    made.close()
    return stream.getvalue()
