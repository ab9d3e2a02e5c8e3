"""Reading a list from a spreadsheet: checked row by row, personal columns cut before anything else
sees them. Nothing is stored here, and no message repeats what a personal cell holds."""

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from disclosures.lists.kinds import NUMBERS, Formula, KindColumn, ListLayout, NameShown, Role
from disclosures.lists.personal import holds_number, is_personal
from disclosures.lists.repeats import Repeats
from disclosures.lists.sheet import NOTHING, ListSheet, ReadRow
from portal.privacy.idnumber import is_identity_number
from portal.privacy.mask import mask_numbers
from portal.privacy.names import mask_name
from portal.spreadsheets.cells import RUINED
from portal.spreadsheets.read import Sheet, Unreadable, Workbook, read_workbook
from portal.spreadsheets.rows import (
    BadCell,
    Problem,
    Row,
    Table,
    as_amount,
    as_text,
    as_whole_number,
    find_table,
)

CENT = Decimal("0.01")
HIDDEN_SHEET = {"hidden": "隐藏的工作表", "very hidden": "深度隐藏的工作表"}
AREA_PLACES, STANDARD_PLACES = 4, 4
LONGEST = {Role.GROUP: 40, Role.NAME: 40, Role.PERIOD: 40, Role.REMARK: 100, Role.OTHER: 100}
BLANK = re.compile(r"\s+")
SERIAL = re.compile(r"\s*(序\s*号|编\s*号|NO\.?|No\.?)\s*")
NO_TABLE = "没有找到名单的表头。请保留一行表头，至少有姓名和村两栏。"


@dataclass
class _Reading:
    """The kind, the villages and what has been found so far."""

    layout: ListLayout
    villages: Mapping[str, int]
    columns: dict[str, str] = field(default_factory=dict)
    dropped: list[str] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)
    rows: list[ReadRow] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    repeats: Repeats = field(default_factory=Repeats)
    place: str = ""

    def wrong(self, row: int, column: str, message: str) -> None:
        """Note a problem; a cell that is quoted in it never tells a personal number."""
        self.problems.append(Problem(row, column, mask_numbers(f"{self.place}{message}")))


def read_list(
    data: bytes,
    name: str,
    layout: ListLayout,
    villages: Mapping[str, int],
    mapping: Mapping[str, str] | None = None,
) -> ListSheet:
    """The rows of every visible worksheet in `data` that holds a list of this `layout`.

    `villages` are names to keys. `mapping` corrects columns by hand: the sheet's heading to the
    kind's heading, or to "" for a column to leave out. `name` is used for the message alone.
    """
    reading = _Reading(layout, villages)
    try:
        workbook = read_workbook(data, name)
    except Unreadable as refusal:
        return ListSheet(problems=(Problem(0, "", str(refusal)),))
    found = [(s, t) for s in workbook.sheets if not s.hidden and (t := _table(s, layout, mapping))]
    for sheet, table in found:
        reading.place = f"工作表《{sheet.name}》：" if len(found) > 1 else ""
        _read_table(sheet, table, mapping or {}, reading)
    if not found:
        reading.wrong(0, "", NO_TABLE)
    elif not reading.rows and not reading.problems:
        reading.wrong(0, "", "表头下面没有一行名单，请检查是不是选错了文件。")
    return ListSheet(
        tuple(reading.rows),
        reading.columns,
        tuple(dict.fromkeys(reading.dropped)),
        _hidden(workbook),
        tuple(reading.ignored),
        tuple(sorted(reading.problems, key=lambda problem: problem.row)),
    )


def _hidden(workbook: Workbook) -> tuple[str, ...]:
    """Everything that doesn't show when the file is opened."""
    told = []
    for sheet in workbook.sheets:
        if sheet.hidden:
            told.append(f"{HIDDEN_SHEET[sheet.hidden]}《{_safe(sheet.name)}》，没有读取")
        if sheet.hidden_columns:
            places = "、".join(map(_letters, sheet.hidden_columns[:20]))
            told.append(f"工作表《{_safe(sheet.name)}》的隐藏列 {places}")
        if sheet.hidden_rows:
            places = "、".join(map(str, sheet.hidden_rows[:20]))
            told.append(f"工作表《{_safe(sheet.name)}》的隐藏行 {places}，照常读取并核对")
    if workbook.macro_sheets:
        told.append("宏表，没有读取")
    return tuple(told)


def _letters(number: int) -> str:
    """1 → A, 27 → AA."""
    letters = ""
    while number:
        number, place = divmod(number - 1, 26)
        letters = chr(65 + place) + letters
    return letters


def _safe(text: str) -> str:
    """A name or heading that may be told: not one that holds a personal number."""
    return "（含个人号码）" if holds_number(text) else text[:40]


def _table(sheet: Sheet, layout: ListLayout, mapping: Mapping[str, str] | None) -> Table | None:
    """The table of a sheet if it has at least a name or a village and one thing more."""
    return find_table(sheet, [column.as_column() for column in layout.columns], mapping)


def _shown(cell: object) -> str:
    try:
        return as_text(cell)
    except BadCell:
        return str(cell)


def _read_table(sheet: Sheet, table: Table, mapping: Mapping[str, str], reading: _Reading) -> None:
    header = [_shown(cell) for cell in sheet.rows[table.header - 1]]
    kept = _kept_columns(sheet, table, header, mapping, reading)
    for column in reading.layout.columns:
        if column.required and column.heading not in kept:
            reading.wrong(table.header, column.heading, "缺少这一栏，请补上或者指定是哪一栏。")
    if any(problem.row == table.header for problem in reading.problems):
        return
    start = len(reading.rows)
    for row in table.rows:
        _read_row(row, kept, reading)
    reading.ignored += [
        f"第 {row.number} 行：{_safe(_first_words(sheet, row))}"
        for row in (*table.totals, *table.notes)
    ]
    _check_totals(table, kept, start, reading)


def _first_words(sheet: Sheet, row: Row) -> str:
    return next((text for cell in sheet.rows[row.number - 1] if (text := _shown(cell))), "")


def _kept_columns(
    sheet: Sheet, table: Table, header: list[str], mapping: Mapping[str, str], reading: _Reading
) -> dict[str, KindColumn]:
    """The columns of the kind that the sheet has; all others are dropped, with their names told."""
    by_heading = {column.heading: column for column in reading.layout.columns}
    kept = {ours: by_heading[ours] for ours in table.places}
    for ours, column in list(kept.items()):
        place = table.places[ours]
        cells = [row[place] for row in sheet.rows[table.header :] if place < len(row)]
        if column.role is Role.OTHER and is_personal(header[place], cells):
            del kept[ours]
    reading.columns |= {ours: header[table.places[ours]] for ours in kept}
    used = {table.places[ours] for ours, one in kept.items() if one.role is not Role.IDENTITY}
    left = [heading for i, heading in enumerate(header) if heading and i not in used]
    reading.dropped += [_safe(heading) for heading in left if not SERIAL.fullmatch(heading)]
    return kept


def _read_row(row: Row, kept: Mapping[str, KindColumn], reading: _Reading) -> None:
    before = len(reading.problems)
    values: dict[str, Any] = {"others": {}}
    identity = ""
    for heading, column in kept.items():
        cell = row.values.get(heading, "")
        if column.role is Role.IDENTITY:
            identity = _identity(row.number, heading, cell, reading)
        elif column.role is Role.OTHER:
            values["others"][heading] = _text(row.number, column, cell, reading)
        else:
            values[column.role.value] = _value(row.number, column, cell, reading)
    if twin := reading.repeats.first(row.number, identity, values):
        reading.wrong(row.number, reading.layout.heading(Role.NAME), _twice(twin, bool(identity)))
    _check_formulas(row.number, values, reading)
    if len(reading.problems) == before:
        if reading.layout.name_shown is NameShown.MASKED:
            values["name"] = mask_name(values.get("name", ""))
        reading.rows.append(ReadRow(row.number, **values))


def _value(number: int, column: KindColumn, cell: object, reading: _Reading) -> Any:
    if column.role is Role.VILLAGE:
        return _village(number, column, cell, reading)
    if column.role in NUMBERS:
        return _number(number, column, cell, reading)
    return _text(number, column, cell, reading)


def _twice(twin: int, by_number: bool) -> str:
    if by_number:
        return f"与第 {twin} 行是同一个身份证号，重复的请删除。"
    return f"与第 {twin} 行同村同组同名；确是两户的，请在备注里写出区别，重复的请删除。"


def _identity(number: int, heading: str, cell: object, reading: _Reading) -> str:
    """The bare number for comparing, or "" with a problem told; it goes no further than here."""
    try:
        bare = BLANK.sub("", as_text(cell)).upper()
    except BadCell:
        reading.wrong(number, heading, RUINED)
        return ""
    if bare and isinstance(cell, float):
        reading.wrong(number, heading, RUINED)
    elif bare and not is_identity_number(bare):
        reading.wrong(number, heading, "身份证号位数或校验位不对，请核对；这一栏不会保存。")
    return bare


def _village(number: int, column: KindColumn, cell: object, reading: _Reading) -> int | None:
    name = BLANK.sub("", _shown(cell))
    key = reading.villages.get(name)
    if key is not None:
        return key
    if not name:
        reading.wrong(number, column.heading, "村是空的，请填写。")
        return None
    near = difflib.get_close_matches(name, reading.villages, n=1, cutoff=0.5)
    guess = f"，是不是“{near[0]}”" if near else ""
    reading.wrong(number, column.heading, f"本镇没有“{_safe(name)}”这个村（社区）{guess}？")
    return None


def _text(number: int, column: KindColumn, cell: object, reading: _Reading) -> str:
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
    elif len(text) > LONGEST[column.role]:
        told = f"太长了（{len(text)} 字），请写在 {LONGEST[column.role]} 字以内。"
        reading.wrong(number, column.heading, told)
    else:
        return text
    return ""


def _number(number: int, column: KindColumn, cell: object, reading: _Reading) -> Any:
    if cell is None or (isinstance(cell, str) and not cell.strip()):
        if column.required:
            reading.wrong(number, column.heading, f"{column.heading}是空的，请填写。")
        return None
    if holds_number(_shown(cell)):
        reading.wrong(number, column.heading, "这一格像是证件号、手机号或卡号，不是数量或金额。")
        return None
    try:
        value = _counted(column.role, cell)
    except BadCell as refusal:
        reading.wrong(number, column.heading, str(refusal))
        return None
    if value < 0:
        reading.wrong(number, column.heading, f"{column.heading}不能是负数（{value}）。")
        return None
    return value


def _counted(role: Role, cell: object) -> Decimal | int:
    if role is Role.COUNT:
        return as_whole_number(cell)
    places = {Role.AREA: AREA_PLACES, Role.STANDARD: STANDARD_PLACES}.get(role, 2)
    return as_amount(cell, places=places)


def _check_formulas(number: int, values: Mapping[str, Any], reading: _Reading) -> None:
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


def _check_totals(
    table: Table, kept: Mapping[str, KindColumn], start: int, reading: _Reading
) -> None:
    """The last printed total against the sum of the rows; subtotals only if it is all there is."""
    if reading.problems or not table.totals:
        return
    row = table.totals[-1]
    for heading, column in kept.items():
        cell = row.values.get(heading, "")
        if column.role not in (Role.COUNT, Role.AREA, Role.AMOUNT) or cell in ("", None):
            continue
        rows = reading.rows[start:]
        summed = sum((Decimal(getattr(one, column.role) or 0) for one in rows), NOTHING)
        try:
            stated = Decimal(_counted(column.role, cell))
        except BadCell:
            continue
        if stated != summed:
            told = f"合计印的是 {stated}，逐行相加是 {summed}，相差 {stated - summed}，请核对。"
            reading.wrong(row.number, heading, told)
