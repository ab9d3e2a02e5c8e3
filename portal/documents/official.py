"""公文 as values (GB/T 9704—2012): what stands in it; how it is drawn is said in docx and pdf."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from unicodedata import east_asian_width


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
class Span:
    """A cell that reaches over its neighbours, to the right and below."""

    text: str
    across: int = 1
    down: int = 1


Row = tuple[str | Span, ...]


@dataclass(frozen=True)
class Table:
    """`widths` are shares of the line; a row with one word reaches across. `heads` are headings in
    several rows, in place of `heading`; `numbers` sets numbers small, in the middle."""

    rows: tuple[Row, ...]
    heading: tuple[str, ...] = ()
    widths: tuple[int, ...] = ()
    caption: str = ""
    heads: tuple[Row, ...] = ()
    numbers: bool = False

    @property
    def headings(self) -> list[list[Span]]:
        return self._spans(self.heads or ((self.heading,) if self.heading else ()))

    @property
    def body(self) -> list[list[Span]]:
        return self._spans(self.rows)

    def _spans(self, rows: tuple[Row, ...]) -> list[list[Span]]:
        return [[_span(cell, self.wide if len(row) == 1 else 1) for cell in row] for row in rows]

    @property
    def wide(self) -> int:
        rows = (self.heading, *self.heads, *self.rows)
        return max(sum(_span(cell).across for cell in row) for row in rows)

    @property
    def shares(self) -> tuple[int, ...]:
        return self.widths or (1,) * self.wide

    @property
    def percents(self) -> list[int]:
        """The width of each column in hundredths of the line."""
        return [100 * share // sum(self.shares) for share in self.shares]

    def centred(self, cell: Span) -> bool:
        plain = cell.text.replace(".", "", 1).replace(",", "")
        return self.numbers and (plain.isdecimal() or cell.text == "—")


def _span(cell: str | Span, across: int = 1) -> Span:
    return cell if isinstance(cell, Span) else Span(cell, across)


def placed(rows: list[list[Span]], wide: int) -> Iterator[tuple[int, int, Span]]:
    """Each cell with the row and column in which it begins, past those that reach over."""
    taken: set[tuple[int, int]] = set()
    for number, row in enumerate(rows):
        for cell in row:
            place = next(at for at in range(wide) if (number, at) not in taken)
            yield number, place, cell
            taken |= {
                (number + down, place + right)
                for down in range(cell.down)
                for right in range(cell.across)
            }


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
    def name(self) -> str:
        """The title in one line, for the file."""
        return self.title.replace("\n", "")

    @property
    def is_letter(self) -> bool:
        """信函: its head is lower, so that a short one needs one page."""
        return bool(self.issuer and self.seal)

    @property
    def signed(self) -> str:
        return f"{self.signature}（印章）" if self.seal else self.signature

    @property
    def dated(self) -> str:
        return f"{self.on.year}年{self.on.month}月{self.on.day}日" if self.on else ""


TITLE_LINE = 20  # characters of 2号


def titled(issuer: str, paper: str) -> str:
    """The title of a paper, in two lines where one is too short: a word is never torn."""
    too_wide = shown_width(issuer + paper) > 2 * TITLE_LINE
    return f"{issuer}\n{paper}" if too_wide else issuer + paper


def shown_width(text: str) -> int:
    """A Chinese character takes two places of a Latin one."""
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)


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
