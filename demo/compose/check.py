"""What must hold for the items: known codes and issuers, counts, sums, titles, files, bonds."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal, InvalidOperation
from itertools import combinations, groupby
from pathlib import Path

from demo.compose.days import FIRST, LAST, due, working
from demo.compose.items import Item, validity
from demo.compose.tables import BAR, UNCOUNTED
from demo.compose.words import ORGANISATIONS

SPLIT = {
    "决策公开": 38,
    "执行和结果公开": 27,
    "管理和服务公开": 237,
    "重点领域信息公开": 210,
    "政策解读": 16,
    "回应关切": 21,
    "监督保障": 27,
    "村（社区）公开": 159,
    "基层政务公开": 222,
}
TOO_LIKE = 0.9
CENT = Decimal("0.011")
NUMBER = re.compile(r"\d{11,}")
LATE = (0.03, 0.07)


def check(items: list[Item], entries: dict[str, dict[str, str]], files: Path) -> Iterator[str]:
    yield from _split(items, entries)
    yield from _each(items, entries, files)
    yield from _interpretations(items)
    yield from _titles(items)
    yield from _likeness(items)
    yield from _lateness(items, entries)


def _split(items: list[Item], entries: dict[str, dict[str, str]]) -> Iterator[str]:
    counts = Counter(entries[item.code]["组配分类"] for item in items)
    for column, wanted in SPLIT.items():
        if counts[column] != wanted:
            yield f"{column}: {counts[column]}，应为 {wanted}"


def _each(items: list[Item], entries: dict[str, dict[str, str]], files: Path) -> Iterator[str]:
    for item in items:
        for complaint in _complaints(item, entries, files):
            yield f"{item.code} {item.title}：{complaint}"


def _complaints(item: Item, entries: dict, files: Path) -> Iterator[str]:
    if not entries.get(item.code, {}).get("上级编码"):
        yield "没有这个二级事项"
    if item.issuer not in ORGANISATIONS:
        yield f"没有这个机构 {item.issuer}"
    if not FIRST <= item.published <= LAST or not working(item.published):
        yield f"发布日期 {item.published}"
    if item.published < item.formed:
        yield "发布早于生成"
    yield from (f"没有文件 {name}" for name in item.files if not (files / name).is_file())
    if re.search(r"[\[\]<>{}]|\bNone\b", item.body + item.title):
        yield "有没填好的地方"
    if NUMBER.search(item.body.replace(",", "")):
        yield "有长数字"
    start, end = validity(item)
    if start and end and end < start:
        yield "失效早于生效"
    yield from _sums(item.body)


def tables(body: str) -> Iterator[list[list[str]]]:
    for is_table, lines in groupby(body.splitlines(), key=lambda line: BAR in line):
        if is_table:
            yield [[cell.strip() for cell in line.split(BAR)] for line in lines]


def _sums(body: str) -> Iterator[str]:
    for rows in tables(body):
        if len({len(row) for row in rows}) > 1:
            yield f"表格列数不齐：{rows[0]}"
        yield from _total(rows)
        yield from _balances(rows)


def _total(rows: list[list[str]]) -> Iterator[str]:
    for place, row in enumerate(rows):
        if row[0] == "合计":
            for column, cell in enumerate(row[1:], start=1):
                above = [_amount(r[column]) for r in rows[1:place]]
                if UNCOUNTED.search(rows[0][column]) or _amount(cell) is None or None in above:
                    continue
                if abs(sum(above) - _amount(cell)) > CENT:
                    yield f"合计不对：{rows[0][column]} {sum(above)} ≠ {cell}"


def _balances(rows: list[list[str]]) -> Iterator[str]:
    """A village's table: what was there, plus income, less expense, is what is there."""
    if rows[0][:2] == ["项目", "金额（元）"] and rows[1][0] == "期初结存":
        yield from _quarter({row[0]: _amount(row[1]) for row in rows[1:]})
    if "结存（元）" not in rows[0]:
        return
    held = _amount(rows[1][5])
    for row in rows[2:-1]:
        held += (_amount(row[3]) or 0) - (_amount(row[4]) or 0)
        if held != _amount(row[5]):
            yield f"结存不对：{row}"


def _quarter(sums: dict[str, Decimal]) -> Iterator[str]:
    income, expense = sums["本期收入合计"], sums["本期支出合计"]
    if sums["期初结存"] + income - expense != sums["期末结存"]:
        yield "期末结存不对"
    for side, total in (("收入", income), ("支出", expense)):
        if sum(v for k, v in sums.items() if k.startswith(f"{side}：")) != total:
            yield f"{side}明细不等于合计"


def _amount(cell: str) -> Decimal | None:
    try:
        return Decimal(cell.replace(",", ""))
    except InvalidOperation:
        return None


def _interpretations(items: list[Item]) -> Iterator[str]:
    known = {item.title for item in items} | {item.number for item in items}
    for item in items:
        policy = item.options.get("policy")
        if policy and policy not in known:
            yield f"{item.title}：没有政策 {policy}"


def _titles(items: list[Item]) -> Iterator[str]:
    counts = Counter((item.issuer, item.title) for item in items)
    yield from (f"标题重复：{pair}" for pair, count in counts.items() if count > 1)


def _shingles(text: str) -> frozenset[str]:
    bare = re.sub(r"[\d\s，。；、：|,.（）]", "", text)
    return frozenset(bare[n : n + 4] for n in range(len(bare) - 3))


def likeness(items: Iterable[Item]) -> Iterator[tuple[float, Item, Item]]:
    """Pairs of the same entry and how alike they are when figures are left out."""
    groups = defaultdict(list)
    for item in items:
        groups[item.code].append((item, _shingles(item.body)))
    for group in groups.values():
        for (one, a), (other, b) in combinations(group, 2):
            yield len(a & b) / max(len(a | b), 1), one, other


def _likeness(items: list[Item]) -> Iterator[str]:
    for share, one, other in likeness(items):
        if share > TOO_LIKE:
            yield f"太相像（{share:.2f}）：{one.title} / {other.title}"


def _lateness(items: list[Item], entries: dict[str, dict[str, str]]) -> Iterator[str]:
    late = sum(
        item.published
        > due(item.formed, int(entries[item.code]["公开时限"]), entries[item.code]["时限单位"])
        for item in items
    )
    if not LATE[0] <= late / len(items) <= LATE[1]:
        yield f"迟发 {late} 条"
