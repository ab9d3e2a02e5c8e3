"""Workbooks for the tests, made on the spot."""

import io
from collections.abc import Callable, Sequence

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

LEDGER = [
    ["青禾村2025年第一季度财务收支公开明细表"],
    ["单位：元"],
    ["日期", "凭证号", "科目", "摘要（用途）", "收入金额", "支出金额", "余额", "经手人"],
    ["", "", "", "上期结转", "", "", 36215.4, ""],
    ["2025.1.2", "01-004", "绿化费", "村口绿化苗木", "", 4536.0, 31679.4, "袁根建"],
    ["2025.1.18", "01-009", "补助收入", "道路养护补助", 14280.0, "", 45959.4, "肖继"],
    ["", "", "", "本月合计", 14280.0, 4536.0, 45959.4, ""],
    [],
    ["", "", "", "本季累计", 14280.0, 4536.0, 45959.4, ""],
    ["村务监督委员会主任：", "", "", "报账员：", "", "村委会主任：", "", ""],
]


def fill(sheet: Worksheet, rows: Sequence[Sequence[object]]) -> None:
    for number, row in enumerate(rows):
        for place, cell in enumerate(row):
            if cell != "":
                sheet.write(number, place, cell)


def workbook(build: Callable[[xlsxwriter.Workbook], None]) -> bytes:
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    build(book)
    book.close()
    return stream.getvalue()


def of_rows(rows: Sequence[Sequence[object]], name: str = "明细") -> bytes:
    return workbook(lambda book: fill(book.add_worksheet(name), rows))
