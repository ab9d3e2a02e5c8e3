"""`python -m demo.compose.programmes`: makes demo/programmes/惠民项目.xlsx anew from the notes of
the offices beside it; the same each time.

A note begins with `== key | title | area | entry | issuer | formed | published`; its lines begin
with one character that says what they are. `@@ name` begins lines that `= name` repeats.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

import xlsxwriter

from demo.compose.sheets import MADE
from demo.compose.words import DEMO

FOLDER = DEMO / "programmes"
BOOK = FOLDER / "惠民项目.xlsx"
HEAD = ("标识", "标题", "领域", "公开事项", "发布机构", "生成日期", "发布日期")
TEXTS = {
    "概": "内容概述",
    "词": "关键词",
    "叫": "群众的叫法",
    "是": "是什么",
    "算": "怎么算",
    "谁": "谁可以享受",
    "非": "哪些情况不享受",
    "人": "给哪些人",
    "遇": "遇到哪些情况",
    "籍": "户籍在哪里",
    "时": "什么时候申请",
    "地": "到哪里申请",
    "限": "审核审批时限",
    "发": "怎样发放",
    "账": "什么时候到账",
    "钱": "资金来源",
    "督": "监督电话",
}
SHEETS = {
    "项目": (*HEAD, *TEXTS.values()),
    "标准": ("标识", "档次", "金额", "单位", "执行起日", "执行止日", "调整依据", "说明"),
    "步骤": ("标识", "步骤", "做什么", "谁来做", "用时"),
    "材料": ("标识", "材料", "形式和份数", "什么情况才要", "说明"),
    "依据": ("标识", "文件名称", "文号"),
    "问答": ("标识", "题号", "问题", "提示", "答案", "去向", "说明"),
}
ROWS = {"步": "步骤", "料": "材料", "据": "依据"}
WIDTHS = {"项目": 22, "标准": 14, "步骤": 26, "材料": 26, "依据": 40, "问答": 26}


@dataclass
class Note:
    head: list[str]
    texts: dict[str, list[str]] = field(default_factory=dict)
    rows: dict[str, list[list[object]]] = field(default_factory=dict)

    def add(self, sheet: str, *cells: object) -> None:
        width = len(SHEETS[sheet])
        row = [self.head[0], *cells]
        self.rows.setdefault(sheet, []).append([*row, *[""] * (width - len(row))])


def notes() -> list[Note]:
    found: list[Note] = []
    for path in sorted(FOLDER.glob("*.txt")):
        found += _notes(path.read_text(encoding="utf-8").splitlines())
    return found


def _notes(lines: list[str]) -> Iterator[Note]:
    repeated: dict[str, list[str]] = {}
    note, name = None, ""
    for line in filter(str.strip, lines):
        mark, _, rest = line.partition(" ")
        if mark == "@@":
            name, note = rest.strip(), None
            repeated[name] = []
        elif mark == "==":
            name, note = "", Note(_cells(rest))
            yield note
        elif note is None:
            repeated[name].append(line)
        else:
            for one in repeated[rest.strip()] if mark == "=" else [line]:
                _line(note, *one.split(" ", 1))


def _cells(text: str) -> list[str]:
    return [cell.strip() for cell in text.split("|")]


def _line(note: Note, mark: str, rest: str) -> None:
    if mark in TEXTS:
        note.texts.setdefault(mark, []).append(rest.strip())
    elif mark in ROWS:
        note.add(ROWS[mark], *_cells(rest))
    elif mark == "标":
        _standards(note, *_cells(rest))
    elif mark == "问":
        number, question = rest.split(" ", 1)
        note.texts["问"] = [number, *_cells(question)]
    elif mark == "答":
        _answer(note, *_cells(rest))
    else:
        raise ValueError(f"{note.head[0]}: {mark} {rest}")


def _standards(note: Note, grade: str, unit: str, *periods: str) -> None:
    """Each amount holds until the day before the next one."""
    parts = [[*period.split(" "), ""][:3] for period in periods]
    starts = [date.fromisoformat(part[0]) for part in parts]
    ends: list[object] = [start - timedelta(days=1) for start in starts[1:]]
    for start, end, (_, amount, basis) in zip(starts, [*ends, ""], parts, strict=True):
        note.add("标准", grade, float(amount), unit, start, end, basis)


def _answer(note: Note, text: str, leads: str, remark: str = "") -> None:
    """The question is written in the row of its first answer."""
    number, question, hint = [*note.texts["问"], "", ""][:3]
    note.add("问答", int(number), question, hint, text, leads, remark)
    note.texts["问"] = [number]


def _programme(note: Note) -> list[object]:
    days: list[object] = [date.fromisoformat(day) for day in note.head[5:7]]
    ticked = {"人", "遇"}
    texts = [("；" if mark in ticked else "\n").join(note.texts.get(mark, [])) for mark in TEXTS]
    return [*note.head[:5], *days, *texts]


def main() -> None:
    found = notes()
    book = xlsxwriter.Workbook(str(BOOK))
    book.set_properties({"title": "", "author": "", "created": MADE})
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    head = book.add_format({"bold": True, "bottom": 1})
    for name, columns in SHEETS.items():
        sheet = book.add_worksheet(name)
        sheet.freeze_panes(1, 1)
        sheet.set_column(0, len(columns) - 1, WIDTHS[name])
        sheet.write_row(0, 0, columns, head)
        rows = [row for note in found for row in note.rows.get(name, [])]
        if name == "项目":
            rows = [_programme(note) for note in found]
        for number, row in enumerate(rows, start=1):
            for place, cell in enumerate(row):
                if isinstance(cell, date):
                    sheet.write_datetime(number, place, cell, day)
                elif cell != "":
                    sheet.write(number, place, cell)
    book.close()
    print(f"{len(found)} programmes")


if __name__ == "__main__":
    main()
