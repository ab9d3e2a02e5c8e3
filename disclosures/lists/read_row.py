"""One row of a roll as a household, checked cell by cell. No message repeats what a personal cell
holds."""

import re
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from disclosures.lists.identity import identity_of
from disclosures.lists.kinds import NUMBERS, Formula, KindColumn, ListLayout, NameShown, Role
from disclosures.lists.numbers import number_of
from disclosures.lists.personal import holds_number, tells_health, tells_health_beside
from disclosures.lists.reading import Reading, safe, shown
from disclosures.lists.sheet import ReadRow
from portal.privacy.names import mask_name
from portal.spreadsheets.rows import BadCell, Row, as_text

CENT = Decimal("0.01")
TOO_MUCH = 100_000_000
LONGEST = {Role.GROUP: 40, Role.NAME: 40, Role.PERIOD: 40, Role.REMARK: 100, Role.OTHER: 100}
BLANK = re.compile(r"\s+")
BESIDE = "括号里写了病情、残疾等，名单不公开这些，请删去括号和里面的话。"
LETTER = re.compile(r"[^\W\d_]")


def read_row(
    row: Row, kept: Mapping[str, KindColumn], village: int | None, reading: Reading
) -> None:
    """Read a household into `reading.rows`, or say what is wrong with it."""
    before = len(reading.problems)
    values: dict[str, Any] = {"others": {}, "village": village, "group": ""}
    identity = ""
    for heading, column in kept.items():
        cell = row.values.get(heading, "")
        if column.role is Role.IDENTITY:
            identity = _identity(row.number, heading, cell, reading)
        else:
            _read_cell(row.number, column, cell, values, reading)
    where = f"{reading.place.rstrip('：')}第 {row.number} 行"
    if twin := reading.repeats.first(where, identity, values, reading.layout.several):
        reading.wrong(row.number, reading.layout.heading(Role.NAME), _twice(twin, bool(identity)))
    _check_formulas(row.number, values, reading)
    if len(reading.problems) == before:
        if reading.layout.name_shown is NameShown.MASKED:
            values["name"] = mask_name(values.get("name", ""))
        reading.rows.append(ReadRow(row.number, **values))


def _read_cell(
    number: int, column: KindColumn, cell: object, values: dict[str, Any], reading: Reading
) -> None:
    """Put what a cell says into `values`; a group behind a village's name is a group."""
    if column.role is Role.OTHER:
        values["others"][column.heading] = _text(number, column, cell, reading)
    elif column.role is Role.VILLAGE:
        values["village"], group = _village(number, column, cell, reading)
        values["group"] = values["group"] or group
    elif column.role in NUMBERS:
        values[column.role.value] = _number(number, column, cell, reading)
    else:
        told = _text(number, column, cell, reading)
        if column.role is Role.REMARK and tells_health(told):
            reading.cut.append(number)
            told = ""
        values[column.role.value] = told or values.get(column.role.value, "")


def _twice(twin: str, by_number: bool) -> str:
    if by_number:
        return f"与{twin}是同一个身份证号，重复的请删除。"
    return f"与{twin}同村同组同名；确是两户的，请在备注里写出区别，重复的请删除。"


def _identity(number: int, heading: str, cell: object, reading: Reading) -> str:
    """The bare number for comparing, or "" with a problem told; it goes no further than here."""
    try:
        return identity_of(cell)
    except BadCell as refusal:
        reading.wrong(number, heading, str(refusal))
        return ""


def _village(number: int, column: KindColumn, cell: object, reading: Reading) -> tuple[Any, str]:
    """The key of the village and the group that stands behind its name."""
    name = BLANK.sub("", shown(cell))
    found = reading.village(name)
    if not name:
        reading.wrong(number, column.heading, "村是空的，请填写。")
    elif found.key is None:
        near = reading.near_village(name)
        guess = f"，是不是“{near}”" if near else ""
        reading.wrong(number, column.heading, f"本镇没有“{safe(name)}”这个村（社区）{guess}？")
    return found.key, found.group


def _text(number: int, column: KindColumn, cell: object, reading: Reading) -> str:
    try:
        text = as_text(cell)
    except BadCell as refusal:
        reading.wrong(number, column.heading, str(refusal))
        return ""
    if column.role is Role.NAME:
        text = BLANK.sub("", text)
    if not text and column.required:
        reading.wrong(number, column.heading, f"{column.heading}是空的，请填写。")
    elif holds_number(text):
        reading.wrong(number, column.heading, "这一格里有身份证号、手机号或银行卡号，请删去号码。")
    elif column.role is not Role.REMARK and tells_health_beside(text):
        reading.wrong(number, column.heading, BESIDE)
    elif text and column.role is Role.NAME and not LETTER.search(text):
        reading.wrong(number, column.heading, f"“{text[:10]}”不像姓名，请核对。")
    elif len(text) > LONGEST[column.role]:
        told = f"太长了（{len(text)} 字），请写在 {LONGEST[column.role]} 字以内。"
        reading.wrong(number, column.heading, told)
    else:
        return text
    return ""


def _number(number: int, column: KindColumn, cell: object, reading: Reading) -> Any:
    if cell is None or (isinstance(cell, str) and not cell.strip()):
        if column.required:
            reading.wrong(number, column.heading, f"{column.heading}是空的，请填写。")
        return None
    if holds_number(shown(cell)):
        reading.wrong(number, column.heading, "这一格像是证件号、手机号或卡号，不是数量或金额。")
        return None
    try:
        value = number_of(column.role, cell)
    except BadCell as refusal:
        reading.wrong(number, column.heading, str(refusal))
        return None
    if value < 0:
        reading.wrong(number, column.heading, f"{column.heading}不能是负数（{value}）。")
        return None
    if value >= TOO_MUCH:
        reading.wrong(number, column.heading, f"{column.heading}大得不可信（{value}），请核对。")
        return None
    return value


def _check_formulas(number: int, values: Mapping[str, Any], reading: Reading) -> None:
    for formula in reading.layout.formulas:
        told = _formula(formula, values, reading.layout)
        if told:
            reading.wrong(number, reading.layout.heading(formula.result), told)


def _formula(formula: Formula, values: Mapping[str, Any], layout: ListLayout) -> str:
    """What is wrong with the result; empty where it is right or a factor isn't there."""
    result = values.get(formula.result)
    if result is None or any(values.get(factor) is None for factor in formula.factors):
        return ""
    values = {role: Decimal(values[role]) for role in formula.factors}
    product = Decimal(1)
    for factor in values.values():
        product *= factor
    product = product.quantize(CENT, ROUND_HALF_UP)
    if abs(product - result) <= formula.tolerance:
        return ""
    told = " × ".join(
        f"{layout.heading(one)} {values[one].normalize():f}" for one in formula.factors
    )
    return f"{told} 应为 {product}，表上是 {result}，相差 {result - product}。"
