"""Reading the sentence tables: what kinds of items there are, and their lines.

A piece begins with `== code | issuers | count | dates | options`. Its lines:

    T title           K keywords           blank lines mean nothing
    # heading         ## lesser heading    (numbered when composed)
    ? a line that may be left out          / one of consecutive such lines
    - consecutive lines, shuffled          + numbered steps, in their order
    @@ names parted by ｜, then @ rows: each item takes the next row's words as its slots;
       a row's 发布 is its issuer, its 时 the month or day (2026-06, 2026-06-03)
    *2-3 how many of the next group are taken
    % a table (see tables.py)              cells | parted | by bars: a table as it stands

Inside a line: [this/or this], {x=10-20} a number with a name, {x} again, {=x*2} reckoned.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

PHRASES = Path(__file__).parent / "phrases"


@dataclass
class Piece:
    code: str
    issuers: str
    count: int
    dates: str
    options: dict[str, str]
    titles: list[str] = field(default_factory=list)
    keywords: str = ""
    lines: list[str] = field(default_factory=list)
    heads: list[str] = field(default_factory=list)
    rows: list[dict[str, str]] = field(default_factory=list)


def read_pieces() -> list[Piece]:
    paths = sorted(PHRASES.glob("*.txt"))
    return [piece for path in paths for piece in _parsed(path.read_text(encoding="utf-8"))]


def _parsed(text: str) -> Iterator[Piece]:
    piece: Piece | None = None
    for line in filter(None, (line.strip() for line in text.splitlines())):
        if line.startswith("== "):
            if piece:
                yield piece
            piece = _head(line)
        elif piece is None:
            raise ValueError(f"before the first piece: {line}")
        else:
            _take(line, piece)
    if piece:
        yield piece


def _take(line: str, piece: Piece) -> None:
    if line.startswith("T "):
        piece.titles.append(line[2:])
    elif line.startswith("K "):
        piece.keywords = line[2:]
    elif line.startswith("@@ "):
        piece.heads = line[3:].split("｜")
    elif line.startswith("@ "):
        piece.rows.append(dict(zip(piece.heads, line[2:].split("｜"), strict=True)))
    else:
        piece.lines.append(line)


def _head(line: str) -> Piece:
    code, issuers, count, dates, *rest = (cell.strip() for cell in line[3:].split("|"))
    words = rest[0].split() if rest else []
    options = dict(word.partition("=")[::2] for word in words)
    return Piece(code, issuers, int(count), dates, options)
