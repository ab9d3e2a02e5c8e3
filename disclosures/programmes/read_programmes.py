"""Reading a workbook of programmes against what the township has; nothing is stored here."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

from disclosures.items.models import Edition
from disclosures.programmes.areas import BY_NAME
from disclosures.programmes.book import (
    BASES,
    CHECK,
    DOCUMENTS,
    NEEDED,
    PROGRAMME_TEXTS,
    PROGRAMMES,
    ROW_TEXTS,
    SHEETS,
    STANDARDS,
    STEPS,
    Book,
    ReadProgramme,
)
from disclosures.programmes.eligibility import Then
from disclosures.programmes.missing import UNIT
from disclosures.programmes.models import TAKEN, Programme
from disclosures.programmes.reading import Reading, RowReading, prepared
from disclosures.programmes.rows import (
    Basis,
    CheckAnswer,
    CheckQuestion,
    ProgrammeDocument,
    ProgrammeStep,
    Standard,
)
from disclosures.programmes.verify import verify
from disclosures.programmes.who import CIRCUMSTANCES, PLACES, WHO
from portal.core.township.models import Township
from portal.spreadsheets.read import Unreadable, read_workbook
from portal.spreadsheets.rows import (
    BadCell,
    Row,
    Table,
    as_amount,
    as_date,
    as_text,
    as_whole_number,
    find_table,
)

SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,49}")
BETWEEN = re.compile(r"[；;\n]+")
LEADING = re.compile(r"第\s*(\d{1,2})\s*题")
ENDS = {one.label: one for one in Then}
EDITION_TEXTS = {"标题": "title", "内容概述": "summary", "关键词": "keywords"}

Fields = dict[str, Any]


def read_programmes(data: bytes, name: str, township: Township) -> Book:
    """Every row of every sheet checked."""
    reading = prepared(township)
    try:
        tables = _tables(data, name, reading)
    except Unreadable as refusal:
        reading.wrong("", 0, "", str(refusal))
        tables = {}
    found = {
        one.key: one
        for row in _rows(tables, PROGRAMMES)
        if (one := _programme(reading.of(PROGRAMMES, row)))
    }
    for sheet, read in READERS.items():
        _read_below(tables, sheet, read, found, reading)
    if not reading.problems:
        verify(found.values(), reading)
    return Book(tuple(found.values()), tuple(reading.problems))


def _tables(data: bytes, name: str, reading: Reading) -> dict[str, Table]:
    """The table of each sheet that is ours by name."""
    tables = {}
    for sheet in read_workbook(data, name).sheets:
        columns = SHEETS.get(sheet.name.strip())
        table = find_table(sheet, columns) if columns else None
        if table is None:
            continue
        for column in table.missing:
            reading.wrong(sheet.name, table.header, column, "表头里没有这一栏，请补上。")
        tables[sheet.name.strip()] = table
    for needed in NEEDED:
        if needed not in tables:
            reading.wrong(needed, 0, "", "没有这张工作表，或者第一行不是表头，请照模板补上。")
    return tables


def _rows(tables: dict[str, Table], sheet: str) -> tuple[Row, ...]:
    table = tables.get(sheet)
    return table.rows if table and not table.missing else ()


def _programme(row: RowReading) -> ReadProgramme | None:
    before = len(row.reading.problems)
    one = ReadProgramme(row.row.number, _edition(row), _part(row), row.cell("发布日期", as_date))
    formed = one.edition["formed_on"]
    if formed and one.published_on and one.published_on < formed:
        row.wrong("发布日期", "发布日期早于生成日期，请核对。")
    return one if len(row.reading.problems) == before else None


def _edition(row: RowReading) -> Fields:
    known = row.reading
    row.text("标题", needed=True)
    return {
        **row.words(EDITION_TEXTS, Edition),
        "entry": row.one_of("公开事项", known.entries, "目录中没有这个二级事项", needed=True),
        "issuer": row.one_of("发布机构", known.bodies, "没有这个机构，请写全称", needed=True),
        "formed_on": row.cell("生成日期", as_date, needed=True),
    }


def _part(row: RowReading) -> Fields:
    key = row.cell("标识", _key, needed=True) or ""
    if key in row.reading.known:
        row.wrong("标识", f"“{key}”已有一个项目用了；要修改请在“已公开信息”里修订它。")
    row.reading.known.add(key)
    for column in ("是什么", "谁可以享受"):
        row.text(column, needed=True)
    area = row.one_of("领域", BY_NAME, f"应为{'、'.join(BY_NAME)}之一", needed=True)
    missing = "没有这个机构，请写全称"
    return {
        **row.words(PROGRAMME_TEXTS, Programme),
        "key": key,
        "area": area.slug if area else "",
        "position": row.row.number,
        "meant_for": row.cell("给哪些人", _ticked(WHO)) or [],
        "in_case_of": row.cell("遇到哪些情况", _ticked(CIRCUMSTANCES)) or [],
        "place": row.cell("户籍在哪里", _place) or "",
        "office": row.one_of("经办机构", row.reading.bodies, missing, needed=False),
    }


def _key(cell: Any) -> str:
    text = as_text(cell)
    if not SLUG.fullmatch(text) or text in TAKEN:
        raise BadCell(f"“{text}”不能作标识，请用小写英文字母、数字和短横，如 dibao。")
    return text


def _ticked(traits: tuple[Any, ...]) -> Callable[[Any], list[str]]:
    """A reader of names, as the form has them, into what is kept."""
    known = {trait.name: trait.slug for trait in traits}

    def read(cell: Any) -> list[str]:
        names = [name.strip() for name in BETWEEN.split(as_text(cell)) if name.strip()]
        if unknown := [name for name in names if name not in known]:
            raise BadCell(f"“{'、'.join(unknown)}”不认识，可用的有：{'；'.join(known)}。")
        return [known[name] for name in names]

    return read


def _place(cell: Any) -> str:
    known = {name: slug for slug, name in PLACES}
    text = as_text(cell)
    if text not in known:
        raise BadCell(f"“{text}”应为{'或'.join(known)}，不限的不填。")
    return known[text]


def _read_below(
    tables: dict[str, Table],
    sheet: str,
    read: Callable[[RowReading], Iterator[tuple[str, Fields]]],
    found: dict[str, ReadProgramme],
    reading: Reading,
) -> None:
    """Give each programme its rows of `sheet`; a row of none is a problem."""
    for row in _rows(tables, sheet):
        of_row = reading.of(sheet, row)
        key = of_row.text("标识", needed=True)
        if key and key not in reading.known:
            of_row.wrong("标识", f"《{PROGRAMMES}》里没有标识是“{key}”的项目。")
        for kind, fields in read(of_row):
            if key in found:
                below = found[key].rows.setdefault(kind, [])
                below.append({"position": len(below) * 10 + 10, **fields})


def _standard(row: RowReading) -> Iterator[tuple[str, Fields]]:
    row.text("档次", needed=True)
    start, end = row.cell("执行起日", as_date, needed=True), row.cell("执行止日", as_date)
    if start and end and end < start:
        row.wrong("执行止日", "执行止日在执行起日之前，请核对。")
    yield (
        STANDARDS,
        {
            **row.words(ROW_TEXTS[STANDARDS], Standard),
            "amount": row.cell("金额", _amount, needed=True),
            "unit": row.cell("单位", _unit, needed=True) or "",
            "valid_from": start,
            "valid_to": end,
        },
    )


def _amount(cell: Any) -> Decimal:
    amount: Decimal = as_amount(cell)
    if amount < 0:
        raise BadCell("标准不能小于 0。")
    return amount


def _unit(cell: Any) -> str:
    text = as_text(cell)
    if not UNIT.fullmatch(text):
        raise BadCell(f"“{text}”请写成“元/人·月”“元/亩”的样子，比例写 %。")
    return text


def _named(sheet: str, column: str, model: Any) -> Callable[[RowReading], Iterator[Any]]:
    """A reader of rows that are words alone."""

    def read(row: RowReading) -> Iterator[tuple[str, Fields]]:
        row.text(column, needed=True)
        yield sheet, row.words(ROW_TEXTS[sheet], model)

    return read


def _basis(row: RowReading) -> Iterator[tuple[str, Fields]]:
    row.text("文件名称", needed=True)
    words = row.words(ROW_TEXTS[BASES], Basis)
    known = row.reading.policies
    bare = words["name"].strip("《》")
    yield BASES, {**words, "policy": known.get(words["number"]) or known.get(bare)}


def _check(row: RowReading) -> Iterator[tuple[str, Fields]]:
    """An answer; where a question is written too, the question begins with this row."""
    number = row.cell("题号", as_whole_number, needed=True)
    then, to = row.cell("去向", _leads, needed=True) or (Then.ON, None)
    if number is None:
        return
    if row.text("问题"):
        words = row.words({"问题": "text", "提示": "hint"}, CheckQuestion)
        yield "questions", {"number": number, **words}
    row.text("答案", needed=True)
    words = row.words({"答案": "text", "说明": "remark"}, CheckAnswer)
    yield "answers", {"number": number, "then": then.value, "to": to, **words}


def _leads(cell: Any) -> tuple[Then, int | None]:
    text = as_text(cell)
    if text in ENDS:
        return ENDS[text], None
    if found := LEADING.fullmatch(text):
        return Then.ON, int(found[1])
    raise BadCell(f"“{text}”看不懂，请写{'、'.join(ENDS)}，或者“第3题”的样子。")


READERS: dict[str, Callable[[RowReading], Iterator[tuple[str, Fields]]]] = {
    STANDARDS: _standard,
    STEPS: _named(STEPS, "步骤", ProgrammeStep),
    DOCUMENTS: _named(DOCUMENTS, "材料", ProgrammeDocument),
    BASES: _basis,
    CHECK: _check,
}
