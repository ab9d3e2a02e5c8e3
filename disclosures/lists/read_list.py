"""Reading a list from a spreadsheet: checked row by row, personal columns cut before anything else
sees them. Nothing is stored here, and no message repeats what a personal cell holds."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from itertools import zip_longest

from disclosures.lists.aside import Aside, aside
from disclosures.lists.ditto import ONCE, left_to_above, without_ditto
from disclosures.lists.kinds import KindColumn, ListLayout, Role
from disclosures.lists.personal import is_personal
from disclosures.lists.printed import wrong_totals
from disclosures.lists.read_row import read_row
from disclosures.lists.reading import Reading, safe, shown
from disclosures.lists.sheet import ListSheet
from disclosures.lists.units import another_unit
from disclosures.lists.village_column import groups_as_villages
from disclosures.lists.village_names import only_village
from portal.spreadsheets.read import Sheet, Unreadable, Workbook, read_workbook
from portal.spreadsheets.rows import Problem, Row, Table, find_table, plain_heading

HIDDEN_SHEET = {"hidden": "隐藏的工作表", "very hidden": "深度隐藏的工作表"}
SERIAL = re.compile(r"\s*(序\s*号|编\s*号|NO\.?|No\.?)\s*")
MOST_CUT_TOLD = 10
BESIDE = "左右并排着两张表，右边的会漏掉。请把右边的移到左边的下面，或者放到另一个工作表。"
BELOW = "这里又是一行表头，栏目和上面的不一样。请把这张表放到另一个工作表。"
NO_TABLE = "没有找到名单的表头。请保留一行表头，至少有姓名和村两栏。"


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
    reading = Reading(layout, villages)
    try:
        workbook = read_workbook(data, name)
    except Unreadable as refusal:
        return ListSheet(problems=(Problem(0, "", str(refusal)),))
    open_sheets = (sheet for sheet in workbook.sheets if not sheet.hidden)
    found = [one for sheet in open_sheets if (one := _table(sheet, reading, mapping))]
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
        tuple(reading.dropped_cells),
        _hidden(workbook),
        tuple(reading.ignored),
        tuple(reading.read_as),
        tuple(sorted(reading.problems, key=lambda problem: problem.row)),
    )


def _hidden(workbook: Workbook) -> tuple[str, ...]:
    """Everything that doesn't show when the file is opened."""
    told = []
    for sheet in workbook.sheets:
        if sheet.hidden:
            told.append(f"{HIDDEN_SHEET[sheet.hidden]}《{safe(sheet.name)}》，没有读取")
        if sheet.hidden_columns:
            places = "、".join(map(_letters, sheet.hidden_columns[:20]))
            told.append(f"工作表《{safe(sheet.name)}》的隐藏列 {places}")
        if sheet.hidden_rows:
            places = "、".join(map(str, sheet.hidden_rows[:20]))
            told.append(f"工作表《{safe(sheet.name)}》的隐藏行 {places}，照常读取并核对")
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


def _table(
    sheet: Sheet, reading: Reading, mapping: Mapping[str, str] | None
) -> tuple[Sheet, Table] | None:
    """The table of a sheet if it has at least a name or a village and one thing more. A header in
    two lines, as a CSV leaves it of merged cells, is read as one where that explains more."""
    columns = [column.as_column() for column in reading.layout.columns]
    table = find_table(sheet, columns, mapping)
    if table is None:
        return None
    found = (sheet, table)
    for upper in (table.header - 1, table.header - 2):
        joined = _joined(sheet, upper)
        again = find_table(joined, columns, mapping)
        if again and len(again.places) > len(found[1].places):
            found = (joined, again)
    sheet, table = found
    header = sheet.rows[table.header - 1]
    meant = groups_as_villages(header, table, reading)
    again = find_table(sheet, columns, {**meant, **(mapping or {})}) if meant else None
    return (sheet, again) if again else found


def _joined(sheet: Sheet, index: int) -> Sheet:
    """The sheet with the line at `index` and the one below it as one line: the lower words, and the
    upper ones where the lower line is empty."""
    pair = sheet.rows[index : index + 2]
    if index < 0 or len(pair) < 2:
        return sheet
    words = zip_longest(*pair, fillvalue="")
    line = [below if shown(below) else above for above, below in words]
    return replace(sheet, rows=[*sheet.rows[:index], [], line, *sheet.rows[index + 2 :]])


def _read_table(sheet: Sheet, table: Table, mapping: Mapping[str, str], reading: Reading) -> None:
    header = [shown(cell) for cell in sheet.rows[table.header - 1]]
    before = len(reading.problems)
    kept = _kept_columns(sheet, table, header, mapping, reading)
    village = None
    if not any(column.role is Role.VILLAGE for column in kept.values()):
        village = only_village((sheet.name, *table.above), reading.villages)
    for column in reading.layout.columns:
        told = column.heading in kept or (column.role is Role.VILLAGE and village is not None)
        if column.required and not told:
            reading.wrong(table.header, column.heading, "缺少这一栏，请补上或者指定是哪一栏。")
    _check_units(sheet, table, kept, reading)
    if _stands_twice(header, table, kept):
        reading.wrong(table.header, "", BESIDE)
    if len(reading.problems) > before:
        return
    start = len(reading.rows)
    totals = _read_rows(sheet, table, header, kept, village, reading)
    _tell_cut(reading)
    if not reading.problems:
        for problem in wrong_totals(totals, reading.rows[start:], kept):
            reading.wrong(problem.row, problem.column, problem.message)


def _check_units(
    sheet: Sheet, table: Table, kept: Mapping[str, KindColumn], reading: Reading
) -> None:
    above = sheet.rows[: table.header - 1]
    for heading, column in kept.items():
        told = another_unit(column, reading.columns[heading], above)
        if told:
            reading.wrong(told[0] or table.header, heading, told[1])


def _tell_cut(reading: Reading) -> None:
    """Remarks about somebody's health are not kept; which ones is told with the columns."""
    if reading.cut:
        places = "、".join(map(str, reading.cut[:MOST_CUT_TOLD]))
        more = " 等" if len(reading.cut) > MOST_CUT_TOLD else ""
        count = len(reading.cut)
        told = f"备注中写了病情、残疾等的 {count} 格（{reading.place}第 {places}{more} 行）"
        reading.dropped_cells.append(told)
        reading.cut.clear()


def _read_rows(
    sheet: Sheet,
    table: Table,
    header: list[str],
    kept: Mapping[str, KindColumn],
    village: int | None,
    reading: Reading,
) -> list[Row]:
    """Read the households; the totals among the rows, in their order."""
    totals, told = list(table.totals), [*table.totals, *table.notes]
    above: Mapping[str, object] = {}
    if left := left_to_above(table.rows, kept):
        reading.read_as.append(f"{reading.place}{ONCE.format(rows=left)}")
    for row in table.rows:
        found = aside(without_ditto(row, above, kept), sheet.rows[row.number - 1], header, kept)
        if found is None:
            row = without_ditto(row, above, kept, once=left > 0)
            above = row.values
            read_row(row, kept, village, reading)
        elif found is Aside.HEADER:
            reading.wrong(row.number, "", BELOW)
        elif found is not Aside.NOTHING:
            told.append(row)
            totals += [row] if found is Aside.TOTAL else []
    told.sort(key=lambda row: row.number)
    reading.ignored += [f"第 {row.number} 行：{safe(_first_words(sheet, row))}" for row in told]
    return sorted(totals, key=lambda row: row.number)


def _stands_twice(header: list[str], table: Table, kept: Mapping[str, KindColumn]) -> bool:
    """Whether two tables stand side by side: whom it is about and what they get are there twice."""
    headings = Counter(map(plain_heading, header))
    required = [ours for ours, one in kept.items() if one.required]
    twice = [ours for ours in required if headings[plain_heading(header[table.places[ours]])] > 1]
    return len(twice) > 1


def _first_words(sheet: Sheet, row: Row) -> str:
    return next((text for cell in sheet.rows[row.number - 1] if (text := shown(cell))), "")


def _kept_columns(
    sheet: Sheet, table: Table, header: list[str], mapping: Mapping[str, str], reading: Reading
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
    left = [heading for place, heading in enumerate(header) if heading and place not in used]
    reading.dropped += [safe(heading) for heading in left if not SERIAL.fullmatch(heading)]
    reading.dropped_cells += _nameless(sheet, table, header)
    return kept


def _nameless(sheet: Sheet, table: Table, header: list[str]) -> list[str]:
    """Columns without a heading that hold something beside the households."""
    places = {
        place
        for row in table.rows
        for place, cell in enumerate(sheet.rows[row.number - 1])
        if cell not in ("", None) and not (place < len(header) and header[place])
    }
    return [f"{_letters(place + 1)} 列（没有栏名）" for place in sorted(places)]
