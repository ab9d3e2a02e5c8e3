"""When and by whom each item of a piece is issued."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from random import Random

from demo.compose.days import formed_in, settled
from demo.compose.pieces import Piece
from demo.compose.words import SCHOOLS, VILLAGES

MONTHS = [(2025, 11), (2025, 12)] + [(2026, month) for month in range(1, 11)]
SPREAD = [(2025, 12)] + [(2026, month) for month in range(1, 12)]
QUARTERS = [(2025, 4), (2026, 1), (2026, 2), (2026, 3)]
HALVES = [(2025, 2), (2026, 1)]
QUARTER_NAMES = "一二三四"


@dataclass(frozen=True)
class Occasion:
    issuer: str
    formed: date
    period: str = ""
    key: tuple[int, int] = (0, 0)


def occasions(piece: Piece, rng: Random) -> list[Occasion]:
    """As many as the piece counts; every issuer has its turn in each period."""
    issuers = _issuers(piece.issuers, rng)
    kind, _, detail = piece.dates.partition(":")
    if kind == "s":
        return list(_spread(piece, detail, issuers, rng))
    periods = list(_periods(kind, detail, rng))
    if kind == "d" and len(periods) < piece.count:
        periods = [periods[n % len(periods)] for n in range(piece.count)]
    if kind == "d":
        periods = periods[: piece.count]
        pairs = [(issuers[n % len(issuers)], period) for n, period in enumerate(periods)]
    else:
        pairs = [(issuer, period) for period in periods for issuer in issuers]
    made = [Occasion(who, day(), name, key) for who, (name, key, day) in pairs]
    return made[-piece.count :]


def _issuers(text: str, rng: Random) -> list[str]:
    if text == "村":
        shuffled = list(VILLAGES)
        rng.shuffle(shuffled)
        return shuffled
    names = [name.strip() for name in text.split(",")]
    return [one for name in names for one in (SCHOOLS if name == "校" else [name])]


def _periods(kind: str, detail: str, rng: Random) -> Iterator[tuple]:
    if kind == "m":
        for year, month in MONTHS:
            later = (year + month // 12, month % 12 + 1)
            yield f"{year}年{month}月", (year, month), _in(rng, later, 2, 11)
    elif kind == "q":
        for year, quarter in QUARTERS:
            later = (year + quarter // 4, quarter % 4 * 3 + 1)
            name = f"{year}年第{QUARTER_NAMES[quarter - 1]}季度"
            yield name, (year, quarter), _in(rng, later, 4, 14)
    elif kind == "h":
        for year, half in HALVES:
            later = (year + half // 2, half % 2 * 6 + 1)
            yield f"{year}年{'上下'[half - 1]}半年", (year, half), _in(rng, later, 4, 20)
    else:
        for text in detail.split(","):
            year, month, *day = map(int, text.split("-"))
            yield "", (year, month), _on(rng, year, month, day)


def _in(rng: Random, month: tuple[int, int], first: int, last: int):
    return lambda: formed_in(rng, *month, first, last)


def _on(rng: Random, year: int, month: int, day: list[int]):
    return lambda: settled(date(year, month, day[0])) if day else formed_in(rng, year, month)


def _spread(piece: Piece, detail: str, issuers: list[str], rng: Random) -> Iterator[Occasion]:
    """Evenly over the year, or over the months named, newest last."""
    months = SPREAD
    if detail:
        first, _, last = detail.partition("-")
        wanted = range(int(first), int(last or first) + 1)
        months = [(year, month) for year, month in SPREAD if month in wanted]
    for n in range(piece.count):
        place = (n + rng.random()) * len(months) / piece.count
        year, month = months[min(int(place), len(months) - 1)]
        yield Occasion(issuers[n % len(issuers)], formed_in(rng, year, month))


def redated(when: Occasion, row: dict[str, str], rng: Random) -> Occasion:
    """What the row of a piece says about issuer and day goes before what the piece says."""
    if row.get("时"):
        year, month, *day = map(int, row["时"].split("-"))
        when = replace(when, formed=_on(rng, year, month, day)())
    return replace(when, issuer=row.get("发布") or when.issuer)
