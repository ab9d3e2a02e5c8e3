"""What the headings of budget sheets mean, also where they stand in two rows with merged cells."""

from collections.abc import Iterator
from dataclasses import replace

from portal.spreadsheets.cells import BadCell, as_text
from portal.spreadsheets.read import Sheet
from portal.spreadsheets.rows import HEADER_WITHIN, Column, Table, find_table

CODE, NAME, AMOUNT, REASON, REASON_LAST = "科目编码", "科目名称", "金额", "增减原因", "比上年原因"
CLASS, GROUP, ITEM = "类", "款", "项"
LEVELS = (CLASS, GROUP, ITEM)

CODES = ("编码", "代码", "科目代码", "科目编号", "功能科目编码", "经济科目编码")
# 支出功能分类科目编码, 部门预算支出经济分类科目名称: how finance offices write it in full
CLASSES = tuple(
    f"{whose}{way}分类科目"
    for way in ("功能", "经济")
    for whose in ("", "支出", "部门预算支出", "政府预算支出", "部门预算", "政府预算")
)
NAMES = (
    "项目",
    "科目",
    "名称",
    "项目名称",
    "收入项目",
    "支出项目",
    "收入科目",
    "支出科目",
    "预算科目",
    "收支项目",
)
# which column of a sheet holds the amounts depends on what the sheet is
ANY_AMOUNT = (
    "合计",
    "本年收入",
    "本年支出",
    "本年收入合计",
    "本年支出合计",
    "支出合计",
    "收入合计",
)
AMOUNTS = {
    "budget": ("预算数", "预算", "本年预算数", "本年预算", "年初预算数", "年初预算"),
    "adjustment": ("调整后预算数", "调整后金额", "调整后预算", "调整后", "调整预算数"),
    "final": ("决算数", "决算", "本年决算数", "本年决算", "决算金额"),
}
BARE = ("", "合计", "小计", "金额")
REASONS = ("变动原因", "增减变动原因", "原因", "说明", "备注", "比预算增减原因", "比预算原因")
REASONS_LAST = ("比上年增减原因", "比上年变动原因", "较上年增减原因", "比上年决算增减原因")


def columns_for(kind: str, year: int) -> tuple[Column, ...]:
    """Those that a sheet of a budget, an adjustment or a final account (`kind`) may have."""
    own = tuple(f"{year}{said}{name}" for said in ("年", "年度") for name in AMOUNTS[kind])
    # a budget is compared with last year's alone: both headings mean the same
    last = () if kind == "final" else (REASON_LAST, *REASONS_LAST)
    columns = [
        Column(CODE, (*CODES, *(f"{one}{end}" for one in CLASSES for end in ("编码", "代码")))),
        Column(NAME, (*NAMES, *(f"{one}名称" for one in CLASSES))),
        Column(AMOUNT, tuple(_with_unit(("金额", *own, *AMOUNTS[kind], *ANY_AMOUNT)))),
        Column(REASON, (*REASONS, *last)),
        *(Column(level) for level in LEVELS),
    ]
    return (*columns, Column(REASON_LAST, REASONS_LAST)) if kind == "final" else tuple(columns)


def _with_unit(names: tuple[str, ...]) -> Iterator[str]:
    """A bracket with 万元 is part of a heading: it says another unit."""
    for name in names:
        yield name
        yield f"{name}(万元)"


def find_lines(sheet: Sheet, columns: tuple[Column, ...]) -> Table | None:
    """The table of the sheet. Headings in two rows, the upper one merged over several columns, are
    read as one where that explains more columns than either."""
    best = find_table(sheet, columns)
    for index in range(min(HEADER_WITHIN, len(sheet.rows)) - 1):
        joined = _joined(sheet.rows[index], sheet.rows[index + 1])
        found = find_table(replace(sheet, rows=[joined]), columns)
        if found and (best is None or len(found.places) > len(best.places)):
            rows = [*sheet.rows]
            rows[index], rows[index + 1] = [], joined
            best = find_table(replace(sheet, rows=rows), columns)
    return best


def _joined(upper: list[object], lower: list[object]) -> list[object]:
    """The lower heading; the upper one where there is none, or where it only says 合计 (of what,
    the upper one says)."""
    width = max(len(upper), len(lower))
    pairs = zip(_wide(upper, width), _wide(lower, width), strict=True)
    return [above if shown(above) and shown(below) in BARE else below for above, below in pairs]


def _wide(row: list[object], width: int) -> list[object]:
    return [*row, *[""] * (width - len(row))]


def shown(cell: object) -> str:
    """The cell as it reads, without what is wrong with it."""
    try:
        return as_text(cell).strip()
    except BadCell:
        return str(cell)
