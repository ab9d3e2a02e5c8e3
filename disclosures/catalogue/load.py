"""Loading a catalogue from a spreadsheet with the standard's columns; the starting one too."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.db import transaction

from disclosures.catalogue.categories import BY_SLUG
from disclosures.catalogue.models import CatalogueEntry
from portal.core.lengths import too_long
from portal.core.organisations.models import Organisation
from portal.core.staff.models import Staff
from portal.core.township.models import Township
from portal.core.trail.record import record
from portal.core.workdays.limits import DISCLOSURE_LIMIT, Unit
from portal.spreadsheets.read import Unreadable, read_workbook
from portal.spreadsheets.rows import (
    BadCell,
    Column,
    Problem,
    Row,
    as_text,
    as_whole_number,
    find_table,
)

STANDARD = Path(__file__).parent / "standard.csv"

COLUMNS = (
    Column("编码", required=True),
    Column("上级编码"),
    Column("公开事项", required=True),
    Column("公开内容", aliases=("公开内容（要素）",)),
    Column("公开依据"),
    Column("公开时限"),
    Column("时限单位"),
    Column("公开主体"),
    Column("公开渠道", aliases=("公开渠道和载体",)),
    Column("公开对象"),
    Column("公开方式"),
    Column("公开层级"),
    Column("更新周期"),
    Column("组配分类", required=True),
    Column("重点类别"),
    Column("信息种类"),
)
TEXTS = {"公开事项": "name", "公开内容": "content", "公开依据": "basis", "公开渠道": "channels"}
UNITS = {
    "": Unit.WORKING_DAYS,
    "工作日": Unit.WORKING_DAYS,
    "自然日": Unit.CALENDAR_DAYS,
    "即时": Unit.AT_ONCE,
}


def _by_label(choices: Any) -> dict[str, str]:
    return {choice.label: choice.value for choice in choices}


CHOICES: dict[str, tuple[str, Mapping[str, str], str]] = {
    "公开方式": ("mode", _by_label(CatalogueEntry.Mode), "active"),
    "公开层级": ("level", _by_label(CatalogueEntry.Level), "township"),
    "更新周期": ("cycle", {"无": "none", **_by_label(CatalogueEntry.Cycle)}, "none"),
    "组配分类": ("column", _by_label(CatalogueEntry.Column), ""),
    "信息种类": ("kind", _by_label(CatalogueEntry.Kind), "ordinary"),
    "时限单位": ("limit_unit", {word: unit.value for word, unit in UNITS.items()}, "working"),
    "重点类别": (
        "category",
        {slug: slug for slug in BY_SLUG} | {c.name: c.slug for c in BY_SLUG.values()},
        "",
    ),
}


@transaction.atomic
def load_catalogue(
    data: bytes, name: str, township: Township, *, by: Staff | None = None
) -> tuple[int, list[Problem]]:
    """Add or bring up to date the entries of the sheet; with any problem, nothing is stored."""
    rows, problems = _read(data, name)
    if problems:
        return 0, problems
    bodies = {body.name: body for body in Organisation.objects.of(township)}
    kept: dict[str, CatalogueEntry] = {}
    for position, fields in enumerate(rows):
        parent = kept.get(fields.pop("parent_code"))
        publisher = bodies.get(fields.pop("publisher_name"))
        code = fields.pop("code")
        kept[code], _ = CatalogueEntry.objects.update_or_create(
            township=township,
            code=code,
            defaults=fields | {"parent": parent, "publisher": publisher, "position": position},
        )
    for entry in list(kept.values())[:1]:
        record(entry, "载入目录", by=by, entries=len(kept))
    return len(kept), []


def load_standard(township: Township, *, by: Staff | None = None) -> int:
    """The starting catalogue of a township."""
    count, problems = load_catalogue(STANDARD.read_bytes(), STANDARD.name, township, by=by)
    if problems:
        raise ValueError("; ".join(str(problem) for problem in problems))
    return count


def _read(data: bytes, name: str) -> tuple[list[dict[str, Any]], list[Problem]]:
    try:
        workbook = read_workbook(data, name)
    except Unreadable as refusal:
        return [], [Problem(0, "", str(refusal))]
    tables = [table for sheet in workbook.sheets if (table := find_table(sheet, COLUMNS))]
    if not tables or tables[0].missing:
        return [], [Problem(0, "", "没有找到表头，应有“编码、公开事项、组配分类”等栏。")]
    problems: list[Problem] = []
    rows = [_fields(row, problems) for row in tables[0].rows]
    _check_tree(rows, problems)
    return rows, problems


def _fields(row: Row, problems: list[Problem]) -> dict[str, Any]:
    def text(column: str) -> str:
        try:
            return as_text(row.values.get(column))
        except BadCell as refusal:
            problems.append(Problem(row.number, column, str(refusal)))
            return ""

    fields: dict[str, Any] = {field: text(column) for column, field in TEXTS.items()}
    fields |= {
        "row": row.number,
        "code": text("编码"),
        "parent_code": text("上级编码"),
        "publisher_name": text("公开主体"),
        "audience": text("公开对象") or "全社会",
        "limit_amount": _amount(row, problems),
    }
    for column, field in (*TEXTS.items(), ("编码", "code"), ("公开对象", "audience")):
        if sentence := too_long(CatalogueEntry, field, fields[field]):
            problems.append(Problem(row.number, column, sentence))
    for column, (field, known, default) in CHOICES.items():
        word = text(column)
        if word and word not in known:
            problems.append(Problem(row.number, column, f"“{word}”应为：{'、'.join(known)}。"))
        fields[field] = known.get(word, default)
    return fields


def _amount(row: Row, problems: list[Problem]) -> int:
    value = row.values.get("公开时限")
    if value in (None, ""):
        return DISCLOSURE_LIMIT.amount
    try:
        return as_whole_number(value)
    except BadCell as refusal:
        problems.append(Problem(row.number, "公开时限", str(refusal)))
        return 0


def _check_tree(rows: list[dict[str, Any]], problems: list[Problem]) -> None:
    seen: set[str] = set()
    for fields in rows:
        number, code = fields.pop("row"), fields["code"]
        if not code or not fields["name"]:
            problems.append(Problem(number, "编码", "编码和公开事项都要填写。"))
        if code in seen:
            problems.append(Problem(number, "编码", f"“{code}”出现了两次。"))
        if fields["parent_code"] and fields["parent_code"] not in seen:
            message = f"上级“{fields['parent_code']}”要写在它的前面。"
            problems.append(Problem(number, "上级编码", message))
        seen.add(code)
