"""公文 as values (GB/T 9704—2012): what stands in it; how it is drawn is said in docx and pdf."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import IntEnum


class Level(IntEnum):
    """一、 （一） 1. are set in typefaces of their own; TEXT is the body."""

    TEXT = 0
    FIRST = 1
    SECOND = 2
    THIRD = 3


@dataclass(frozen=True)
class Paragraph:
    text: str
    level: Level = Level.TEXT
    indented: bool = True


@dataclass(frozen=True)
class Table:
    """`widths` are shares of the line; a row with one cell reaches across."""

    rows: tuple[tuple[str, ...], ...]
    heading: tuple[str, ...] = ()
    widths: tuple[int, ...] = ()
    caption: str = ""

    @property
    def wide(self) -> int:
        return max(len(row) for row in (self.heading, *self.rows))

    @property
    def percents(self) -> list[int]:
        """The width of each column in hundredths of the line."""
        shares = self.widths or (1,) * self.wide
        return [100 * share // sum(shares) for share in shares]


Block = Paragraph | Table


@dataclass(frozen=True)
class OfficialDocument:
    """`issuer` alone makes the red head; a form or receipt has none."""

    title: str
    blocks: tuple[Block, ...]
    issuer: str = ""
    number: str = ""
    addressee: str = ""
    signature: str = ""
    on: date | None = None
    seal: bool = False
    notes: tuple[str, ...] = ()
    compact: bool = False  # a form, on as few pages as it can be
    appendix: tuple[Block, ...] = ()  # 附件, on a page of its own after the date

    @property
    def dated(self) -> str:
        return f"{self.on.year}年{self.on.month}月{self.on.day}日" if self.on else ""


FIRST_MARKS, DIGITS = "一二三四五六七八九十", "0123456789"


def paragraphs_of(text: str) -> Iterator[Paragraph]:
    """Lines as people type them: the numbering 一、（一）1. tells the level."""
    for line in text.splitlines():
        if words := line.strip():
            yield Paragraph(words, _level(words))


def _level(words: str) -> Level:
    before, mark, _ = words.partition("、")
    if mark and before and set(before) <= set(FIRST_MARKS):
        return Level.FIRST
    inside, closed, _ = words[1:].partition("）")
    if words[0] == "（" and closed and set(inside) <= set(FIRST_MARKS):
        return Level.SECOND
    number, dot, rest = words.partition(".")
    numbered = dot and number and set(number) <= set(DIGITS) and rest[:1] not in DIGITS
    return Level.THIRD if numbered else Level.TEXT
