"""The villages' money from November 2024 to October 2026, entry by entry, and its tables.

A quarter's table sums the same entries that the months' tables list, so that they agree.
"""

from dataclasses import dataclass
from functools import cache
from random import Random

from demo.compose import days
from demo.compose.slots import Scene, shown
from demo.compose.words import SURNAMES, WORDS

MONTHS = [(2024, 11), (2024, 12)] + [
    (year, month) for year in (2025, 2026) for month in range(1, 13) if (year, month) <= (2026, 10)
]
FEWEST, MOST = 16, 38
LARGE = 20_000
CENTS = 100
INCOME, EXPENSE = "收入", "支出"


@dataclass(frozen=True)
class Entry:
    month: tuple[int, int]
    day: int
    subject: str
    purpose: str
    cents: int
    side: str
    handler: str


@cache
def ledger(village: str) -> tuple[int, tuple[Entry, ...]]:
    """Opening balance in cents, and all entries in the order of their days."""
    rng = Random(f"ledger {village}")
    opening = rng.randint(30_000_000, 48_000_000)
    handlers = rng.sample(SURNAMES, 4)
    entries: list[Entry] = []
    for month in MONTHS:
        made = list(_month(rng, village, month, handlers))
        entries += sorted(made, key=lambda entry: entry.day)
    return opening, tuple(entries)


def _month(rng: Random, village: str, month: tuple[int, int], handlers: list[str]):
    kinds = [(INCOME, row) for row in WORDS["income"] if _comes(rng, row, month)]
    kinds += [(EXPENSE, row) for row in WORDS["expense"] if _comes(rng, row, month)]
    workdays = [on.day for on in days.month_days(*month) if days.working(on)]
    scene_words = {"村": village, "上": str((month[1] - 2) % 12 + 1), "本": str(month[1])}
    small = [row for row in WORDS["expense"] if row.get("small")]
    kinds += [(EXPENSE, rng.choice(small)) for _ in range(rng.randint(FEWEST, MOST) - len(kinds))]
    for side, row in kinds:
        purpose = rng.choice(row["purposes"])
        for word, text in scene_words.items():
            purpose = purpose.replace("{" + word + "}", text)
        cents = rng.randint(row["low"] * CENTS, row["high"] * CENTS)
        if row.get("round"):
            cents = cents // (row["round"] * CENTS) * row["round"] * CENTS
        handler = f"{rng.choice(handlers)}某"
        yield Entry(month, rng.choice(workdays), row["subject"], purpose, cents, side, handler)


def _comes(rng: Random, row: dict, month: tuple[int, int]) -> bool:
    if "months" in row and month[1] not in row["months"]:
        return False
    return rng.random() < row["chance"]


def balance(village: str, until: tuple[int, int]) -> int:
    """Cents in hand at the end of the month before `until`."""
    opening, entries = ledger(village)
    return opening + sum(_signed(entry) for entry in entries if entry.month < until)


def _signed(entry: Entry) -> int:
    return entry.cents if entry.side == INCOME else -entry.cents


def money(cents: int) -> str:
    return shown(cents / CENTS, 2)


def ledger_lines(scene: Scene) -> list[str]:
    """The table of the occasion's month or quarter; its sums become slots."""
    village, key = scene.occasion.issuer, scene.occasion.key
    quarterly = "季度" in scene.occasion.period
    months = [(key[0], key[1] * 3 - 2 + n) for n in range(3)] if quarterly else [key]
    entries = [entry for entry in ledger(village)[1] if entry.month in months]
    opening = balance(village, months[0])
    _name_sums(scene, entries, opening)
    return _by_subject(entries, opening) if quarterly else _one_by_one(entries, opening)


def _name_sums(scene: Scene, entries: list[Entry], opening: int) -> None:
    income = sum(entry.cents for entry in entries if entry.side == INCOME)
    expense = sum(entry.cents for entry in entries if entry.side == EXPENSE)
    large = [entry for entry in entries if entry.side == EXPENSE and entry.cents > LARGE * CENTS]
    biggest = max((e for e in entries if e.side == EXPENSE), key=lambda entry: entry.cents)
    scene.values |= {
        "期初": money(opening),
        "总收": money(income),
        "总支": money(expense),
        "期末": money(opening + income - expense),
        "笔数": str(len(entries)),
        "大额": _said(large),
        "最大": f"{biggest.purpose}{money(biggest.cents)}元",
    }


def _said(large: list[Entry]) -> str:
    if not large:
        return "本期没有单笔超过2万元的支出。"
    named = "、".join(f"{entry.purpose}（{money(entry.cents)}元）" for entry in large)
    return f"单笔超过2万元的支出{len(large)}笔：{named}，均经村民代表会议讨论通过。"


def _one_by_one(entries: list[Entry], opening: int) -> list[str]:
    lines = ["日期 | 摘要 | 科目 | 收入（元） | 支出（元） | 结存（元） | 经手人"]
    lines.append(f"— | 上月结转 | — | — | — | {money(opening)} | —")
    held = opening
    for entry in entries:
        held += _signed(entry)
        sides = [money(entry.cents), "—"] if entry.side == INCOME else ["—", money(entry.cents)]
        cells = [f"{entry.month[1]}月{entry.day}日", entry.purpose, entry.subject, *sides]
        lines.append(" | ".join([*cells, money(held), entry.handler]))
    sums = [sum(e.cents for e in entries if e.side == side) for side in (INCOME, EXPENSE)]
    lines.append(f"本月合计 | — | — | {money(sums[0])} | {money(sums[1])} | {money(held)} | —")
    return lines


def _by_subject(entries: list[Entry], opening: int) -> list[str]:
    lines = ["项目 | 金额（元） | 主要内容", f"期初结存 | {money(opening)} | 银行存款和现金"]
    held = opening
    for side in (INCOME, EXPENSE):
        mine = [entry for entry in entries if entry.side == side]
        total = sum(entry.cents for entry in mine)
        held += total if side == INCOME else -total
        lines.append(f"本期{side}合计 | {money(total)} | 共{len(mine)}笔")
        for subject in dict.fromkeys(entry.subject for entry in mine):
            found = [entry for entry in mine if entry.subject == subject]
            cents = sum(entry.cents for entry in found)
            purposes = "、".join(list(dict.fromkeys(entry.purpose for entry in found))[:3])
            lines.append(f"{side}：{subject} | {money(cents)} | {purposes}")
    lines.append(f"期末结存 | {money(held)} | 结转下期")
    return lines
