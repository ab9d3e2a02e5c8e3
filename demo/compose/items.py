"""Making the items: every piece at each of its occasions."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from demo.compose.bodies import body
from demo.compose.days import FIRST, LATE_SHARE, after, published, settled
from demo.compose.occasions import Occasion, occasions, redated
from demo.compose.pieces import Piece
from demo.compose.slots import CHOICE, Scene
from demo.compose.words import catalogue, clerk_of

SEED = "青禾镇 2026"
LONGEST_SUMMARY = 110


@dataclass
class Item:
    title: str
    code: str
    issuer: str
    formed: date
    published: date
    body: str
    keywords: str
    responsible: str
    options: dict[str, str]
    number: str = ""
    summary: str = ""
    files: list[str] = field(default_factory=list)


@dataclass
class Maker:
    """Remembers what is taken: titles of each issuer, numbers of each series."""

    entries: dict[str, dict[str, str]] = field(default_factory=catalogue)
    titles: set[tuple[str, str]] = field(default_factory=set)

    def items(self, pieces: list[Piece]) -> list[Item]:
        found = [item for place, piece in enumerate(pieces) for item in self._of(place, piece)]
        _number(found)
        return found

    def _of(self, place: int, piece: Piece) -> list[Item]:
        rng = Random(f"{SEED} {piece.code} {piece.titles[0]}")
        made = [self._item(piece, n, when) for n, when in enumerate(occasions(piece, rng))]
        if len(made) != piece.count:
            raise ValueError(f"{piece.code} {piece.titles[0]}: {len(made)} of {piece.count}")
        return made

    def _item(self, piece: Piece, turn: int, when: Occasion) -> Item:
        row = piece.rows[turn % len(piece.rows)] if piece.rows else {}
        when = redated(when, row, Random(f"{SEED} {piece.titles[0]} {turn}"))
        for attempt in range(60):
            rng = Random(f"{SEED} {piece.code} {piece.titles[0]} {turn} {attempt}")
            scene = Scene(rng, when, turn, shift=attempt)
            scene.values |= {name: scene.fill(text) for name, text in row.items()}
            text = body(piece.lines, scene)
            title = scene.fill(_tied(rng.choice(piece.titles), piece))
            if (when.issuer, title) not in self.titles:
                break
        else:
            raise ValueError(f"no more titles: {title}")
        self.titles.add((when.issuer, title))
        return self._dated(piece, when, title, text, rng)

    def _dated(self, piece: Piece, when: Occasion, title: str, text: str, rng: Random) -> Item:
        entry = self.entries[piece.code]
        limit = (int(entry["公开时限"]), entry["时限单位"])
        late = limit[1] != "即时" and rng.random() < LATE_SHARE and "ontime" not in piece.options
        day = published(rng, when.formed, limit, late=late)
        if {"num", "policy"} & piece.options.keys():
            # policies, and what explains them, go out at once
            day = after(when.formed, rng.choice((0, 1)))
        day = max(day, settled(FIRST))
        return Item(
            title=title,
            code=piece.code,
            issuer=when.issuer,
            formed=when.formed,
            published=day,
            body=text,
            keywords=piece.keywords,
            responsible=clerk_of(when.issuer) if rng.random() < 0.8 else "",
            options=piece.options,
            summary=summary(text),
            files=[name for name in piece.options.get("att", "").split(";") if name],
        )


def _tied(title: str, piece: Piece) -> str:
    """As many titles as days stand in the order of the days."""
    found = CHOICE.search(title)
    if not piece.dates.startswith("d:") or not found:
        return title
    words = found[1].split("/")
    if len(words) != piece.count:
        return title
    return title.replace(found[0], f"<{found[1]}>")


def summary(text: str) -> str:
    """The first sentences of the first real paragraph."""
    for line in text.splitlines():
        if " | " in line or len(line) < 24 or line.endswith("：") or line[1:2] == "、":
            continue
        end = 0
        for place, sign in enumerate(line[:LONGEST_SUMMARY]):
            if sign in "。；":
                end = place
        return line[:end] + "。" if end else line[:LONGEST_SUMMARY].rstrip("，、") + "……"
    return ""


def _number(items: list[Item]) -> None:
    """Document numbers run by series and year in the order of the days."""
    counts: Counter = Counter()
    for item in sorted(items, key=lambda item: item.formed):
        series = item.options.get("num", "")
        if not series:
            continue
        if series.endswith("号"):
            item.number = series
            continue
        counts[series, item.formed.year] += 1
        skipped = counts[series, item.formed.year] * 2 + item.formed.month
        item.number = f"{series}〔{item.formed.year}〕{skipped}号"


def validity(item: Item) -> tuple[date | None, date | None]:
    """From `from=` days after forming; until `days=` later, or `until=`."""
    lasting = item.options.get("days")
    if not lasting:
        return None, None
    start = item.formed + timedelta(days=int(item.options.get("from", 0)))
    return start, start + timedelta(days=int(lasting))
