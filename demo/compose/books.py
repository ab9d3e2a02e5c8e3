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
from demo.compose.words import DEMO, SURNAMES, VILLAGES, WORDS

LEDGERS = DEMO / "ledgers"
HALVES = ((2024, 11, 2024, 12), (2025, 1, 2025, 6), (2025, 7, 2025, 12), (2026, 1, 2026, 6))
LAST = (2026, 7, 2026, 10)
CASH = "库存现金"
BANK = "基本户"
CASH_OPENING, CASH_MOST = 1_500_000, 12_000  # cents
CASH_VILLAGES = 3


def main() -> None:
    LEDGERS.mkdir(parents=True, exist_ok=True)
    for path in LEDGERS.glob("*.*"):
        path.unlink()
    index = []
    for place, village in enumerate(VILLAGES):
        for book in books_of(place, village):
            index.append(
                {"village": village, "account": book.account, **write(place, book, LEDGERS)}
            )
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
            last = (date(y2, m2, 28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
            yield Book(village, account, date(y1, m1, 1), last, held[account], kept)
            held[account] += sum(signed(line.entry) for line in kept)


def _account(line: Line) -> str:
    small = line.entry.side == EXPENSE and line.entry.cents <= CASH_MOST
    return CASH if small else BANK


def _lines(village: str, entries: tuple[Entry, ...]) -> Iterator[Line]:
    rng = random.Random(f"books {village}")
    numbers = _resolution_numbers(village)
    month, number = None, 0
    for entry in entries:
        number = 1 if entry.month != month else number + 1
        month = entry.month
        payee = _payee(rng, entry)
        on = date(*entry.month, entry.day)
        voucher = f"记-{number}"
        yield Line(on, voucher, entry, payee, entry.handler, numbers.get(id(entry), ""))


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


def _write_csv(path: Path, fields: list[str], rows: list[dict[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, fields, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    main()
