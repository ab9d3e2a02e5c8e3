"""Writing the items as the workbooks that clerks keep: one for each 组配分类."""

import csv
import io
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import xlsxwriter

from demo.compose.items import Item, validity

COLUMNS = [
    "标题",
    "公开事项",
    "发布机构",
    "责任人",
    "文号",
    "生成日期",
    "发布日期",
    "内容概述",
    "关键词",
    "正文",
    "正文文件",
    "附件",
    "信息来源",
    "生效日期",
    "失效日期",
    "解读的政策",
    "解读形式",
    "解读人",
    "视频链接",
]
# As each clerk arranged them.
OTHER_ORDER = [
    "公开事项",
    "标题",
    "文号",
    "发布机构",
    "责任人",
    "生成日期",
    "发布日期",
    "生效日期",
    "失效日期",
    "关键词",
    "内容概述",
    "正文",
    "正文文件",
    "附件",
    "信息来源",
]
MADE = datetime(2026, 11, 20, 17, 0)  # noqa: DTZ001  a workbook knows no zone
LONG = {"正文": 60, "标题": 40, "内容概述": 40}


def row(item: Item, document: str) -> dict[str, str | date]:
    start, end = validity(item)
    explains = item.options.get("policy", "")
    found: dict[str, str | date | None] = {
        "标题": item.title,
        "公开事项": item.code,
        "发布机构": item.issuer,
        "责任人": item.responsible,
        "文号": item.number,
        "生成日期": item.formed,
        "发布日期": item.published,
        "内容概述": item.summary,
        "关键词": item.keywords,
        "正文": "" if document else item.body,
        "正文文件": document,
        "附件": ";".join(item.files),
        "信息来源": "澄湖县人民政府网" if item.number.startswith("澄") else item.issuer,
        "生效日期": start,
        "失效日期": end,
        "解读的政策": explains,
        "解读形式": item.options.get("form", ""),
        "解读人": item.options.get("by", ""),
        "视频链接": item.options.get("video", ""),
    }
    return {name: value or "" for name, value in found.items()}


def write_all(rows: dict[str, list[dict]], folder: Path) -> None:
    for number, (column, items) in enumerate(rows.items(), start=1):
        writer = WRITERS.get(column, plain_workbook)
        writer(folder / f"{number}-{column}", column, items)


def plain_workbook(stem: Path, column: str, rows: list[dict]) -> None:
    _workbook(stem.with_suffix(".xlsx"), column[:20], COLUMNS, rows, above=[])


def titled_workbook(stem: Path, column: str, rows: list[dict]) -> None:
    """With the title, the unit line and the blank row that clerks put above a header."""
    above = [
        f"青禾镇政务公开信息登记表（{column}）",
        f"填报单位：政务公开办公室    截止日期：2026年11月20日    共{len(rows)}条",
        "",
    ]
    _workbook(stem.with_suffix(".xlsx"), "登记表", COLUMNS, rows, above=above)


def ordered_workbook(stem: Path, column: str, rows: list[dict]) -> None:
    _workbook(stem.with_suffix(".xlsx"), "汇总", OTHER_ORDER, rows, above=[])


def old_csv(stem: Path, column: str, rows: list[dict]) -> None:
    """As WPS saves it: GB18030, dates written out."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for values in rows:
        writer.writerow([_written(values.get(name, "")) for name in COLUMNS])
    stem.with_suffix(".csv").write_bytes(text.getvalue().encode("gb18030"))


def _written(value: str | date) -> str:
    return f"{value.year}/{value.month}/{value.day}" if isinstance(value, date) else value


def _workbook(path: Path, sheet: str, columns: list[str], rows: list[dict], above: list[str]):
    book = xlsxwriter.Workbook(str(path), {"strings_to_numbers": False})
    book.set_properties({"created": MADE, "author": "青禾镇政务公开办公室"})
    page = book.add_worksheet(sheet)
    head = book.add_format({"bold": True, "bg_color": "#E8EFEC", "border": 1})
    day = book.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    for number, line in enumerate(above):
        page.write_string(number, 0, line)
    for place, name in enumerate(columns):
        page.write_string(len(above), place, name, head)
        page.set_column(place, place, LONG.get(name, 14))
    for number, values in enumerate(rows, start=len(above) + 1):
        for place, name in enumerate(columns):
            _cell(page, number, place, values.get(name, ""), day, wrapped)
    page.freeze_panes(len(above) + 1, 1)
    book.close()


def _cell(page, number: int, place: int, value: str | date, day, wrapped) -> None:
    if isinstance(value, date):
        page.write_datetime(number, place, datetime(value.year, value.month, value.day), day)  # noqa: DTZ001
    elif value:
        page.write_string(number, place, value, wrapped)


WRITERS: dict[str, Callable[[Path, str, list[dict]], None]] = {
    "执行和结果公开": titled_workbook,
    "重点领域信息公开": ordered_workbook,
    "回应关切": old_csv,
    "村（社区）公开": titled_workbook,
    "基层政务公开": old_csv,
}
