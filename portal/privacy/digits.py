"""Long numbers in running text, whatever was typed between their digits."""

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
MARKS = str.maketrans("", "", " -\n\t")
# For patterns: what may stand between two digits, what must part two groups, and their borders.
LOOSE, PARTED = "[ -]{0,2}", "[ -]{1,2}"
BEGIN, END = "(?<![0-9])", "(?![0-9])"
# 117.13900000001 and 13900000001.50 are a coordinate and an amount.
WHOLE_BEGIN, WHOLE_END = rf"(?<![0-9]\.){BEGIN}", rf"{END}(?!\.[0-9])"


@dataclass(frozen=True)
class Found:
    """A personal number: where it stands in the text, and its digits; "" where some are lost."""

    start: int
    end: int
    number: str


def plain(text: str) -> str:
    """`text` with full-width digits, dashes and odd blanks made plain; its length stays."""
    return text.translate(TO_PLAIN)


def matches(pattern: re.Pattern[str], text: str) -> Iterator[Found]:
    """What the first group of `pattern` matches in plain `text`, as bare digits.

    A pattern that wraps its group in a lookahead also finds what begins inside an earlier match.
    """
    for match in pattern.finditer(text):
        yield Found(match.start(1), match.end(1), match[1].translate(MARKS))
