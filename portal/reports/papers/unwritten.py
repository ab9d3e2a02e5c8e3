"""Headings and prompts of a paper under which nobody wrote yet."""

from collections.abc import Iterator
from itertools import zip_longest

from portal.documents.official import Level, paragraphs_of

HEADINGS = (Level.FIRST, Level.SECOND)


def unwritten(text: str) -> Iterator[str]:
    """A sentence for each heading with nothing below it, and for each “……：” that nothing ends."""
    lines = list(paragraphs_of(text))
    for line, below in zip_longest(lines, lines[1:]):
        ends = below is None or (below.level in HEADINGS and below.level <= line.level)
        if line.level in HEADINGS and ends and not line.text.endswith("。"):
            yield f"“{line.text}”下面还没有写。"
        asks = line.level not in HEADINGS and line.text.endswith(("：", ":"))
        if asks and (below is None or below.level in HEADINGS):
            yield f"“{line.text}”后面还没有写。"
