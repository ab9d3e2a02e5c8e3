"""`python -m demo.compose.books`: makes demo/ledgers anew, each village's sheets in its own shape.

The same entries as in the monthly articles (ledgers.py); beside them a list of the files and the
resolutions that large expenses cite.
"""

import csv
import json
import random
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from demo.compose import days
from demo.compose.book_shapes import Book, Line, signed, write
from demo.compose.ledgers import EXPENSE, INCOME, LARGE, Entry, ledger
from demo.compose.rolls import GIVEN
from demo.compose.vouchers import write_voucher
from demo.compose.words import DEMO, GROUPS, SURNAMES, VILLAGES, WORDS

LEDGERS = DEMO / "ledgers"
VOUCHERS = LEDGERS / "vouchers"
HALVES = ((2024, 11, 2024, 12), (2025, 1, 2025, 6), (2025, 7, 2025, 12), (2026, 1, 2026, 6))
LAST = (2026, 7, 2026, 10)
CASH, LEVY = "库存现金", "一事一议专户"
BANK = "基本户"
CASH_OPENING, CASH_MOST = 1_500_000, 12_000  # cents
CASH_VILLAGES = 3


def main() -> None:
    LEDGERS.mkdir(parents=True, exist_ok=True)
    for path in [*LEDGERS.glob("*.*"), *VOUCHERS.glob("*.*")]:
        path.unlink()
    VOUCHERS.mkdir(exist_ok=True)
    index = []
    for place, village in enumerate(VILLAGES):
        books = [*books_of(place, village), *levy_books(village)]
        for book in sorted(books, key=lambda one: one.first):
            index.append(
                {"village": village, "account": book.account, **write(place, book, LEDGERS)}
            )
    _write_vouchers()
    _write_csv(LEDGERS / "index.csv", ["village", "account", "file", "first", "last"], index)
    (LEDGERS / "resolutions.json").write_text(
        json.dumps(
            [one for village in VILLAGES for one in resolutions(village)],
            ensure_ascii=False,
            indent=1,
        )
        + "\n",
        encoding="utf-8",
    )


def books_of(place: int, village: str) -> Iterator[Book]:
    """Half-years in order; small expenses of some villages are paid in cash."""
    opening, entries = ledger(village)
    cash = CASH_OPENING if place < CASH_VILLAGES else 0
    held = {BANK: opening - cash, CASH: cash}
    lines = list(_lines(village, entries))
    for y1, m1, y2, m2 in (*HALVES, LAST):
        mine = [line for line in lines if (y1, m1) <= line.entry.month <= (y2, m2)]
        for account in (BANK, CASH) if cash else (BANK,):
            kept = tuple(line for line in mine if not cash or account == _account(line))
            first, last = date(y1, m1, 1), _month_end(y2, m2)
            yield Book(village, account, first, last, held[account], kept)
            held[account] += sum(signed(line.entry) for line in kept)


def _account(line: Line) -> str:
    small = line.entry.side == EXPENSE and line.entry.cents <= CASH_MOST
    return CASH if small else BANK


def _lines(village: str, entries: tuple[Entry, ...]) -> Iterator[Line]:
    rng = random.Random(f"books {village}")
    numbers, projects = _resolution_numbers(village), _projects(village)
    month, number = None, 0
    for entry in entries:
        number = 1 if entry.month != month else number + 1
        month = entry.month
        payee = _payee(rng, entry)
        on = date(*entry.month, entry.day)
        voucher = f"记-{number}"
        project = projects.get((f"{on:%Y-%m}", entry.purpose), "")
        yield Line(on, voucher, entry, payee, entry.handler, numbers.get(id(entry), ""), project)


def _projects(village: str) -> dict[tuple[str, str], str]:
    """By month and purpose the project that an entry pays for (demo/projects)."""
    given = json.loads((DEMO / "projects" / "payments.json").read_text(encoding="utf-8"))
    mine = [one for one in given if one["village"] == village]
    return {(one["month"], one["purpose"]): one["title"] for one in mine}


def levy_books(village: str) -> Iterator[Book]:
    """The account of a levy: collected from the groups, then spent on its project."""
    given = json.loads((DEMO / "projects" / "levies.json").read_text(encoding="utf-8"))
    for levy in given["levies"]:
        if levy["village"] == village and levy["kind"] != "labour":
            due, spent = _levied(levy), _spent_in(levy)
            lines = [*_collected(levy, due), _used(levy, due, spent)]
            held = 0
            for y1, m1, y2, m2 in (*HALVES, LAST):
                kept = tuple(one for one in lines if (y1, m1) <= one.entry.month <= (y2, m2))
                if kept:
                    last = _month_end(y2, m2)
                    yield Book(village, LEVY, date(y1, m1, 1), last, held, kept)
                    held += sum(signed(line.entry) for line in kept)


def _levied(levy: dict) -> int:
    """Cents: persons that are not exempt, times the amount per head."""
    exempt = sum(count for _, kind, count in levy["exempt"] if kind != "labour")
    return int((levy["persons"] - exempt) * Decimal(levy["per_head"]) * 100)


def _spent_in(levy: dict) -> tuple[int, int]:
    """The month in which the project is paid, or the one after the last collection."""
    given = json.loads((DEMO / "projects" / "payments.json").read_text(encoding="utf-8"))
    months = [one["month"] for one in given if one["title"] == levy["project"]]
    year, month = map(int, (months[-1] if months else f"{levy['year']}-09").split("-"))
    return year, month


def _collected(levy: dict, due: int) -> Iterator[Line]:
    approved = date.fromisoformat(levy["approved"])
    groups = GROUPS[levy["village"]][:3]
    for place, group in enumerate(groups):
        cents = due // 3 if place < 2 else due - due // 3 * 2
        on = approved + timedelta(days=6 + place * 3)
        entry = Entry(
            (on.year, on.month), on.day, "一事一议资金", f"{group}一事一议筹资款", cents, INCOME, ""
        )
        yield Line(on, f"筹-{place + 1}", entry, group, "村报账员", "", levy["title"])


def _used(levy: dict, due: int, month: tuple[int, int]) -> Line:
    entry = Entry(month, 26, "专项支出", "组级水泥路材料款（筹资部分）", due, EXPENSE, "")
    named = f"{levy['project']}；{levy['title']}"
    return Line(date(*month, 26), "筹-9", entry, "澄湖县恒筑建材经营部", "村报账员", "", named)


def _month_end(year: int, month: int) -> date:
    return (date(year, month, 28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def _payee(rng: random.Random, entry: Entry) -> str:
    if entry.side == INCOME:
        return "青禾镇财政所" if entry.subject == "补助收入" else ""
    if entry.cents > 150_000:
        return f"{rng.choice(WORDS['suppliers'])}" if WORDS.get("suppliers") else "青禾农资店"
    if rng.random() < 0.5:
        return rng.choice(SURNAMES) + "".join(rng.sample(GIVEN, 2))
    return rng.choice(("青禾五金店", "便民超市", "镇文印部", "青禾农资店"))


def resolutions(village: str) -> Iterator[dict]:
    """One for each large expense, held a fortnight or so before it was paid."""
    rng = random.Random(f"resolutions {village}")
    for entry, number in _large(village):
        met = date(*entry.month, entry.day) - timedelta(days=rng.randint(9, 24))
        called = rng.randint(31, 46)
        present = called - rng.randint(1, 6)
        against = rng.choice((0, 0, 1, 2))
        abstained = rng.choice((0, 1))
        yield {
            "village": village,
            "number": number,
            "title": f"{village}村民代表会议关于支付{entry.purpose}（{number}）的决议",
            "met_on": met.isoformat(),
            "place": f"{village}党群服务中心二楼会议室",
            "chaired_by": f"{rng.choice(SURNAMES)}某（村党组织书记）",
            "called": called,
            "present": present,
            "against": against,
            "abstained": abstained,
            "amount": f"{Decimal(entry.cents) / 100:.2f}",
            "purpose": entry.purpose,
            "published": days.settled(met + timedelta(days=3)).isoformat(),
        }


def _large(village: str) -> Iterator[tuple[Entry, str]]:
    counts: dict[int, int] = {}
    for entry in ledger(village)[1]:
        if entry.side == EXPENSE and entry.cents >= LARGE * 100:
            year = entry.month[0]
            counts[year] = counts.get(year, 0) + 1
            yield entry, f"{village[:2]}议〔{year}〕{counts[year]}号"


def _resolution_numbers(village: str) -> dict[int, str]:
    return {id(entry): number for entry, number in _large(village)}


def _write_vouchers() -> None:
    """For every large expense of the newest sheets; the name says village, day and cents."""
    for village in VILLAGES:
        for entry, _ in _large(village):
            if entry.month >= LAST[:2]:
                on = date(*entry.month, entry.day)
                path = VOUCHERS / f"{village} {on} {entry.cents}.jpg"
                write_voucher(path, entry.purpose, f"{entry.cents / 100:,.2f}", f"{on}")


def _write_csv(path: Path, fields: list[str], rows: list[dict[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, fields, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    main()
