"""A text of the year's papers in paragraphs whose figures lead to their records."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from portal.documents.official import Level, paragraphs_of
from portal.reports.figures.fill import Filled, Piece, pieces_of

LONGEST_HEADING = 40


@dataclass(frozen=True)
class Passage:
    """A paragraph in pieces; a short numbered one is a heading."""

    pieces: list[Piece]
    heading: bool = False


def passages_of(text: str, figures: Mapping[str, Filled]) -> Iterator[Passage]:
    for paragraph in paragraphs_of(text):
        words = paragraph.text
        short = len(words) <= LONGEST_HEADING and not words.endswith(("。", "；"))
        pieces = list(pieces_of(words, figures))
        yield Passage(pieces, heading=short and paragraph.level == Level.SECOND)
