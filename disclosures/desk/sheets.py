"""Sheets that the import hands out: the empty one with instructions, the one with its mistakes."""

import io
from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime

import xlsxwriter

from disclosures.catalogue.models import CatalogueEntry
from disclosures.desk.batch import Upload
from disclosures.flow.item_sheet import COLUMNS, ItemSheet
from portal.core.organisations.models import Organisation
from portal.core.township.models import Township
from portal.spreadsheets.read import Unreadable, read_workbook
from portal.spreadsheets.rows import Row, find_table
from portal.spreadsheets.write import Cell, write_xlsx

HOW = {
    "标题": ("不超过 200 字", "关于做好秋季秸秆禁烧工作的通知"),
    "公开事项": ("二级事项的编码或名称，见“可选的公开事项”", "G02-01"),
    "发布机构": ("机构全称，见“可选的发布机构”", "民政办公室"),
    "生成日期": ("信息形成的日期，公开时限从它算起", "2026-09-01"),
    "发布日期": ("只有按历史信息导入时填写", "2026-09-03"),
    "责任人": ("工作人员的姓名", ""),
    "文号": ("没有可不填", "青政办〔2026〕12号"),
    "内容概述": ("两三句话", ""),
    "关键词": ("用顿号分隔", "秸秆、禁烧"),
    "正文": ("一段一行；表格每行的格子用 | 隔开", ""),
    "正文文件": ("DOCX 的文件名；与“正文”只填一个", "通知.docx"),
    "附件": ("文件名，几个之间用分号隔开；文件和表格一起上传", "名单.xlsx；照片.jpg"),
    "信息来源": ("不填时为发布机构", ""),
    "公开对象": ("不填时为全社会", ""),
    "生效日期": ("", ""),
    "失效日期": ("", ""),
    "解读的政策": ("政策解读必填：政策的文号或完整标题", ""),
    "解读形式": ("文字解读、问答解读、图片解读、视频链接", "文字解读"),
    "解读人": ("", ""),
    "视频链接": ("解读形式是视频链接时填写", ""),
}


def empty_sheet(township: Township) -> bytes:
    """The columns, how to fill them, and what may stand in the two that are chosen from lists."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    how = [
        (column.name, "必填" if column.required else "选填", *HOW.get(column.name, ("", "")))
        for column in COLUMNS
    ]
    entries = CatalogueEntry.objects.of(township).filter(active=True, children__isnull=True)
    bodies = Organisation.objects.of(township).filter(active=True)
    _add(book, "信息", [column.name for column in COLUMNS], [])
    _add(book, "填写说明", ["栏名", "必填", "怎么填", "例子"], how)
    _add(book, "可选的公开事项", ["编码", "名称"], list(entries.values_list("code", "name")))
    _add(book, "可选的发布机构", ["全称"], list(bodies.values_list("name")))
    book.close()
    return stream.getvalue()


def _add(
    book: xlsxwriter.Workbook, name: str, header: list[str], rows: Sequence[tuple[str, ...]]
) -> None:
    sheet = book.add_worksheet(name)
    sheet.freeze_panes(1, 0)
    bold = book.add_format({"bold": True, "bottom": 1})
    for place, heading in enumerate(header):
        sheet.write_string(0, place, heading, bold)
        longest = max([len(heading), *(len(row[place]) for row in rows)])
        sheet.set_column(place, place, min(2 * longest + 4, 60))
    for number, row in enumerate(rows, start=1):
        for place, text in enumerate(row):
            sheet.write_string(number, place, text)


def error_sheet(upload: Upload, sheet: ItemSheet) -> bytes:
    """The uploaded rows with what to mend in front: mend them there, and upload it again."""
    table = _table(upload)
    if table is None:
        rows: list[list[Cell]] = [[p.row, p.column, p.message] for p in sheet.problems]
        return write_xlsx("要改的地方", ("行", "栏", "问题和改法"), rows)
    wrong: dict[int, list[str]] = defaultdict(list)
    for problem in sheet.problems:
        wrong[problem.row].append(f"{problem.column}：{problem.message}")
    names = [column.name for column in COLUMNS if column.name in table[0].values]
    rows = [_line(row, names, wrong) for row in table]
    return write_xlsx("要改的地方", ("原表行号", "要改的地方", *names), rows)


def _line(row: Row, names: list[str], wrong: dict[int, list[str]]) -> list[Cell]:
    return [row.number, "\n".join(wrong[row.number]), *(_cell(row.values[name]) for name in names)]


def _cell(value: object) -> Cell:
    if value is None or isinstance(value, str | int | float | datetime | date):
        return value
    return str(value)


def _table(upload: Upload) -> tuple[Row, ...] | None:
    """The rows as uploaded, where a table can be found in the sheet at all."""
    try:
        sheets = read_workbook(upload.sheet, upload.name).sheets
    except Unreadable:
        return None
    for sheet in sheets:
        table = find_table(sheet, COLUMNS)
        if table is not None and not table.missing and table.rows:
            return table.rows
    return None
