"""The small notation in which clerks write a guide into the cells of a sheet.

A line is one paper or one step; its parts stand between bars:

    身份证｜原件｜1份
    委托书｜原件｜1份｜来源：窗口填写｜仅限：请人代办的｜表格：委托书.docx｜备注：手写即可
    窗口受理｜看材料齐不齐｜由：3号窗口｜当场｜备注：缺的一次告诉
"""

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from disclosures.guides.models import Material, ServiceGuide
from portal.core.workdays.limits import Limit, Unit
from portal.spreadsheets.rows import BadCell, as_amount

BAR = re.compile(r"\s*[｜|]\s*")
LABELLED = re.compile(r"(来源|取自|仅限|表格|备注|由)\s*[：:]\s*(.*)")
COPIES = re.compile(r"(\d{1,3})\s*份")
KINDS = {
    "原件": Material.Kind.ORIGINAL,
    "复印件": Material.Kind.COPY,
    "原件和复印件": Material.Kind.BOTH,
    "原件及复印件": Material.Kind.BOTH,
    "电子件": Material.Kind.ELECTRONIC,
    "出示": Material.Kind.SHOWN,
    "出示，不收": Material.Kind.SHOWN,
}
TIME = re.compile(r"(?:当场|即时|即办|\d+\s*(?:个工作日|工作日|日|天|小时)内?).{0,6}")
AT_ONCE = {"当场", "当场办结", "即时", "即办", "即时办结", "当天"}
NONE = {"", "无", "没有", "不限", "法规没有规定"}
LIMIT = re.compile(r"(\d{1,3})\s*(个工作日|工作日|日|天|个自然日|自然日)内?")
FREE = {"不收费", "免费", "无", "0", "0元"}
FEE = re.compile(r"([\d.,]+)\s*元\s*(?:[/每]\s*(.{1,20}))?")
MATERIAL_HELP = (
    "应是“原件、复印件、原件和复印件、电子件、出示”之一，或“几份”，"
    "或者以“来源：”“仅限：”“表格：”“备注：”开头"
)
STEP_HELP = "做什么只写一格；谁来做以“由：”开头，补充的话以“备注：”开头"


@dataclass(frozen=True)
class Row:
    """The fields of a material or a step, and the blank form that a material names."""

    fields: dict[str, Any] = field(default_factory=dict)
    form: str = ""


def as_limit(text: str) -> Limit | None:
    """当场, 5个工作日, 30日; 无 is None."""
    bare = text.strip()
    if bare in NONE:
        return None
    if bare in AT_ONCE:
        return Limit(0, Unit.AT_ONCE)
    found = LIMIT.fullmatch(bare)
    if found is None or not int(found[1]):
        raise BadCell(f"“{text}”看不懂，请写成“5个工作日”“30日”“当场”或者“无”。")
    working = "工作日" in found[2]
    return Limit(int(found[1]), Unit.WORKING_DAYS if working else Unit.CALENDAR_DAYS)


def as_fee(text: str) -> dict[str, Any]:
    """不收费, or an amount: 10元/证."""
    bare = text.strip()
    if bare in FREE:
        return {"charge": ServiceGuide.Charge.FREE}
    found = FEE.fullmatch(bare)
    if found is None:
        raise BadCell(f"“{text}”看不懂，请写“不收费”，或者写成“10元/证”的样子。")
    fee: Decimal = as_amount(found[1])
    if fee <= 0:
        raise BadCell("收费标准应大于 0；不收费的请写“不收费”。")
    return {"charge": ServiceGuide.Charge.PAID, "fee": fee, "fee_per": (found[2] or "").strip()}


def as_materials(text: str) -> list[Row]:
    return [_material(line, place) for place, line in enumerate(_lines(text), start=1)]


def as_steps(text: str) -> list[Row]:
    return [_step(line, place) for place, line in enumerate(_lines(text), start=1)]


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _material(line: str, place: int) -> Row:
    name, *parts = BAR.split(line)
    fields: dict[str, Any] = {"position": place * 10, "name": name}
    form = ""
    for part in filter(None, parts):
        label, words = _labelled(part)
        if part in KINDS:
            fields["kind"] = KINDS[part]
        elif copies := COPIES.fullmatch(part):
            fields["copies"] = int(copies[1]) or 1
        elif label in ("来源", "取自"):
            fields["source"] = words
        elif label == "仅限":
            fields["only_when"] = words
        elif label == "备注":
            fields["note"] = words
        elif label == "表格":
            form = words
        else:
            raise BadCell(f"“{name}”这一行的“{part}”看不懂：{MATERIAL_HELP}。")
    return Row(fields, form)


def _step(line: str, place: int) -> Row:
    name, *parts = BAR.split(line)
    fields: dict[str, Any] = {"position": place * 10, "name": name}
    for part in filter(None, parts):
        label, words = _labelled(part)
        if label == "由":
            fields["by_whom"] = words
        elif label == "备注":
            fields["note"] = words
        elif TIME.fullmatch(part) and "days" not in fields:
            fields["days"] = part
        elif not label and "what" not in fields:
            fields["what"] = part
        else:
            raise BadCell(f"“{name}”这一行的“{part}”看不懂：{STEP_HELP}。")
    return Row(fields)


def _labelled(part: str) -> tuple[str, str]:
    found = LABELLED.fullmatch(part)
    return (found[1], found[2].strip()) if found else ("", part)
