"""Long numbers in running text: digits in groups, whatever was typed between them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

FULL_WIDTH = "０１２３４５６７８９ＸｘＥ＋．"
PLAIN = "0123456789XxE+."
HYPHENS = "－‐‑‒–—−﹣"
# Invisible characters count as blanks: copying from web pages leaves them inside numbers.
BLANKS = "\u00a0\u2002\u2003\u2009\u200b\u200c\u200d\u202f\u2060\u3000\ufeff\u00ad"
TO_PLAIN = str.maketrans(
    FULL_WIDTH + HYPHENS + BLANKS, PLAIN + "-" * len(HYPHENS) + " " * len(BLANKS)
)
# Shorter than a mobile number is no personal number.
RUN = re.compile(r"(?<![0-9])[0-9](?:[ -]{0,2}[0-9]){10,}(?:[ -]?[Xx](?![A-Za-z]))?")
GROUP = re.compile(r"[0-9]+[Xx]?|[Xx]")


@dataclass(frozen=True)
class Group:
    """Digits (the last may be an X) with nothing between them, and where they stand."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Found:
    """A personal number: where it stands in the text, and its digits; "" where some are lost."""

    start: int
    end: int
    number: str


def plain(text: str) -> str:
    """`text` with full-width digits, dashes and odd blanks made plain; its length stays."""
    return text.translate(TO_PLAIN)


def runs(text: str) -> Iterator[list[Group]]:
    """Groups that are only parted by blanks or hyphens, of plain `text`."""
    for run in RUN.finditer(text):
        start = run.start()
        yield [Group(start + g.start(), start + g.end(), g[0]) for g in GROUP.finditer(run[0])]


def windows(groups: list[Group], lengths: frozenset[int]) -> Iterator[Found]:
    """Whole neighbouring groups that together have one of `lengths` digits, longest first."""
    longest = max(lengths)
    for first, head in enumerate(groups):
        digits, found = "", []
        for group in groups[first:]:
            digits += group.text
            if len(digits) > longest:
                break
            if len(digits) in lengths:
                found.append(Found(head.start, group.end, digits))
        yield from reversed(found)


def is_decimal(text: str, start: int, end: int) -> bool:
    """Whether the digits at `start` to `end` are a part of a number with a decimal point."""
    before, after = text[max(start - 2, 0) : start], text[end : end + 2]
    return _point(before, before[:1]) or _point(after[::-1], after[1:])


def _point(pair: str, digit: str) -> bool:
    return pair.endswith(".") and digit.isdigit()
