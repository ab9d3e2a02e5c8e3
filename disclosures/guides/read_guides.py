"""Reading a spreadsheet of service guides against what the township has; nothing is stored here."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from disclosures.guides.check_guide import check_guide
from disclosures.guides.events import BY_NAME, joined
from disclosures.guides.guide_sheet import COLUMNS, TEXTS, GuideRow, GuideSheet
from disclosures.guides.notation import as_fee, as_limit, as_materials, as_steps
from disclosures.guides.promises import longer, told
from disclosures.guides.reading import Reading, prepared
from portal.core.township.models import Township
from portal.core.workdays.limits import Limit
from portal.spreadsheets.read import Unreadable, read_workbook
from portal.spreadsheets.rows import BadCell, Row, as_date, as_text, find_table

YES, NO = {"是", "能", "可以", "有"}, {"", "否", "不能", "不可以", "没有", "无"}
BETWEEN = re.compile(r"[、，,；;\s]+")
NO_TABLE = (
    "没有找到表头。第一行应有“标题、公开事项、发布机构、生成日期、谁可以办、材料、步骤”等栏。"
)

T = TypeVar("T")


def read_guides(
    data: bytes, name: str, township: Township, files: Mapping[str, bytes] | None = None
) -> GuideSheet:
    """Every row of the sheet checked; `files` are the blank forms that it names, by file name."""
    reading = prepared(township, files or {})
    rows: list[GuideRow] = []
    try:
        rows = [guide for row in _rows(data, name, reading) if (guide := _guide(row, reading))]
    except Unreadable as refusal:
        reading.wrong(0, "", str(refusal))
    return GuideSheet(
        tuple(rows), tuple(reading.problems), tuple(reading.unreadable), reading.checked
    )


def _rows(data: bytes, name: str, reading: Reading) -> Iterator[Row]:
    """The rows of the first sheet that holds the table."""
    for sheet in read_workbook(data, name).sheets:
        table = find_table(sheet, COLUMNS)
        if table is None or len(table.missing) > len(table.places):
            continue  # another table, which has a few of our headings by chance
        for column in table.missing:
            reading.wrong(table.header, column, "表头里没有这一栏，请补上。")
        yield from () if table.missing else table.rows
        return
    reading.wrong(0, "", NO_TABLE)


def _guide(row: Row, reading: Reading) -> GuideRow | None:
    before = len(reading.problems)
    guide = GuideRow(
        number=row.number,
        edition=_edition(row, reading),
        published_on=reading.cell(row, "发布日期", as_date),
        guide=_fields(row, reading),
        materials=tuple(reading.needed(row, "材料", as_materials) or ()),
        steps=tuple(reading.needed(row, "步骤", as_steps) or ()),
        attachments=_attachments(row, reading),
    )
    check_guide(guide, row, reading)
    return guide if len(reading.problems) == before else None


def _edition(row: Row, reading: Reading) -> dict[str, Any]:
    return {
        "title": reading.needed(row, "标题", str.strip) or "",
        "entry": _needed_one(row, "公开事项", reading.entries, "目录中没有这个二级事项", reading),
        "issuer": _needed_one(row, "发布机构", reading.bodies, "没有这个机构，请写全称", reading),
        "formed_on": reading.cell(row, "生成日期", as_date)
        if reading.needed(row, "生成日期", str)
        else None,
        "responsible": reading.one_of(
            row, "责任人", reading.people, "工作人员中没有这个人，请先添加或留空"
        ),
        "summary": reading.text(row, "内容概述"),
        "keywords": reading.text(row, "关键词"),
    }


def _attachments(row: Row, reading: Reading) -> tuple[str, ...]:
    names = reading.text(row, "附件").replace("；", ";").split(";")
    return tuple(name.strip() for name in names if name.strip())


def _needed_one(
    row: Row, column: str, known: Mapping[str, T], missing: str, reading: Reading
) -> T | None:
    reading.needed(row, column, str)
    return reading.one_of(row, column, known, missing)


def _fields(row: Row, reading: Reading) -> dict[str, Any]:
    words = {name: reading.text(row, column) for column, name in TEXTS.items()}
    for column in ("谁可以办", "办理条件", "办理依据", "监督电话"):
        reading.needed(row, column, str)
    legal = reading.cell(row, "法定时限", lambda cell: as_limit(as_text(cell)))
    promised = reading.needed(row, "承诺时限", as_limit)
    if legal and promised and longer(promised, legal):
        message = f"承诺时限（{told(promised)}）超过法定时限（{told(legal)}），请核对。"
        reading.wrong(row.number, "承诺时限", message)
    online = reading.text(row, "网上办理")
    return {
        **words,
        **(reading.needed(row, "收费", as_fee) or {}),
        **_limit("legal", legal),
        **_limit("promised", promised),
        "events": reading.cell(row, "什么时候要办", _events) or "",
        "office": reading.one_of(row, "办理机构", reading.bodies, "没有这个机构，请写全称"),
        "online": online not in NO,
        "online_where": "" if online in YES | NO else online,
        "once": bool(reading.cell(row, "最多跑一次", _yes)),
        "agent": bool(reading.cell(row, "村级代办", _yes)),
    }


def _limit(name: str, limit: Limit | None) -> dict[str, Any]:
    if limit is None:
        return {}
    return {f"{name}_amount": limit.amount or None, f"{name}_unit": limit.unit.value}


def _events(cell: Any) -> str:
    names = [name for name in BETWEEN.split(as_text(cell)) if name]
    unknown = [name for name in names if name not in BY_NAME]
    if unknown:
        raise BadCell(f"“{'、'.join(unknown)}”不认识，可用的有：{'、'.join(BY_NAME)}。")
    return joined([BY_NAME[name].slug for name in names])


def _yes(cell: Any) -> bool:
    text = as_text(cell)
    if text not in YES | NO:
        raise BadCell(f"“{text}”看不懂，请写“是”或“否”。")
    return text in YES
