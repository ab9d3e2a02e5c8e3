"""Tables that are reckoned: `% rows | heading:cells | … | 合计`.

Rows: `villages 6`, `groups`, `people 8`, `schools`, or names parted by 、. The first heading names
the rows. Cells: `12-60` a number, `=面积*标准:2` reckoned from the row, `a/b/c` one of these,
`@人` a masked name, `@组` a group, `@村` a village, `!93.50` the same in all rows, no total.
"""

import re
from decimal import Decimal

from demo.compose.slots import RANGE, Scene, evaluate, shown
from demo.compose.words import GROUPS, SCHOOLS, SURNAMES, VILLAGES

BAR = " | "
TOTAL = "合计"
# Columns that make no sum.
UNCOUNTED = re.compile(r"标准|均|率|进度|要求|%|比例|工资|层数")


def composed(spec: str, scene: Scene) -> list[str]:
    """The table's lines; its totals become slots {Σheading}."""
    who, first, *columns = (cell.strip() for cell in scene.fill(spec).split("|"))
    total = columns[-1:] == [TOTAL]
    columns = columns[:-1] if total else columns
    heads, kinds = zip(*(_column(text) for text in columns), strict=True)
    names = _names(who, scene)
    rows = [_row(kinds, heads, scene) for _ in names]
    lines = [BAR.join([first, *heads])]
    lines += [BAR.join([name, *texts]) for name, (texts, _) in zip(names, rows, strict=True)]
    sums = _sums(heads, kinds, rows, scene)
    return [*lines, BAR.join([TOTAL, *sums])] if total else lines


def _column(text: str) -> tuple[str, str]:
    head, _, cells = text.partition(":")
    return head, cells


def _names(who: str, scene: Scene) -> list[str]:
    kind, _, number = who.partition(" ")
    lists = {
        "villages": VILLAGES,
        "groups": GROUPS[str(scene.values["村"])],
        "schools": SCHOOLS,
        "people": [f"{name}某" for name in scene.rng.sample(SURNAMES, 12)],
    }
    names = lists.get(kind) or kind.split("、")
    count = int(number or len(names))
    if count == len(names):
        return list(names)
    places = sorted(scene.rng.sample(range(len(names)), count))
    return [names[place] for place in places]


def _row(kinds: tuple, heads: tuple, scene: Scene) -> tuple[list[str], dict[str, Decimal]]:
    texts: list[str] = []
    numbers: dict[str, Decimal] = {}
    for head, kind in zip(heads, kinds, strict=True):
        text = _cell(kind, numbers, scene)
        texts.append(text)
        if kind[:1] not in "@!" or kind[:1] == "!":
            _keep(_bare(head), text, numbers)
    return texts, numbers


def _bare(head: str) -> str:
    return re.sub(r"（.*?）", "", head)


def _keep(head: str, text: str, numbers: dict[str, Decimal]) -> None:
    try:
        numbers[head] = Decimal(text.replace(",", ""))
    except ArithmeticError:
        return


def _cell(kind: str, numbers: dict[str, Decimal], scene: Scene) -> str:
    if kind.startswith("@人"):
        return f"{scene.rng.choice(SURNAMES)}某"
    if kind.startswith("@组"):
        return scene.rng.choice(GROUPS[str(scene.values["村"])])
    if kind.startswith("@村"):
        return scene.rng.choice(VILLAGES)
    if kind.startswith("!"):
        return kind[1:]
    if kind.startswith("="):
        expression, _, places = kind[1:].partition(":")
        values = {**scene.values, **numbers}
        return shown(round(evaluate(expression, values) + 1e-9, int(places or 0)), int(places or 0))
    if RANGE.fullmatch(kind):
        return scene.fill("{" + kind + "}")
    return scene.rng.choice(kind.split("/"))


def _sums(heads: tuple, kinds: tuple, rows: list, scene: Scene) -> list[str]:
    sums = []
    for head, kind in zip(heads, kinds, strict=True):
        name = _bare(head)
        found = [numbers[name] for _, numbers in rows if name in numbers]
        if kind.startswith("!") or UNCOUNTED.search(head) or len(found) < len(rows):
            sums.append("—")
            continue
        total = sum(found)
        scene.values[f"Σ{name}"] = float(total)
        sums.append(shown(float(total), -min(0, total.as_tuple().exponent)))
    return sums


def with_sums(lines: list[str]) -> list[str]:
    """A table written out, whose cells Σ become the sums of what stands above them."""
    rows = [line.split(BAR) for line in lines]
    for place, row in enumerate(rows):
        for column, cell in enumerate(row):
            if cell.strip() == "Σ":
                row[column] = _sum_above(rows, place, column)
    return [BAR.join(row) for row in rows]


def _sum_above(rows: list[list[str]], place: int, column: int) -> str:
    values = [Decimal(row[column].replace(",", "")) for row in rows[1:place]]
    total = sum(values, Decimal(0))
    return shown(float(total), -min(0, total.as_tuple().exponent))
