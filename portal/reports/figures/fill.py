"""Writing figures into a text that names them in 【】."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from portal.core.township.models import Township
from portal.documents import named
from portal.documents.named import NAMED, names_in
from portal.reports.figures.figure import Figure
from portal.reports.figures.known import known_figures

Known = Mapping[str, Figure]


@dataclass(frozen=True)
class Filled:
    """A figure that a text uses: its value, and where its records are."""

    value: str
    address: str


@dataclass(frozen=True)
class Piece:
    """Words of a text, or a figure in it that leads to its records."""

    text: str
    address: str = ""


def unknown_names(*texts: str, known: Known | None = None) -> list[str]:
    return named.unknown_names(known_figures() if known is None else known, *texts)


def unknown_told(texts: Iterable[str], known: Known | None = None) -> list[str]:
    """A sentence for each name that no figure has."""
    return [f"没有叫【{name}】的数，请核对名称。" for name in unknown_names(*texts, known=known)]


def figures_for(
    township: Township, year: int, *texts: str, known: Known | None = None
) -> dict[str, Filled]:
    """The value of each figure that the texts name; what isn't known is left out."""
    among = known_figures() if known is None else known
    return {
        name: Filled(among[name].count(township, year), among[name].address(year))
        for name in names_in(*texts)
        if name in among
    }


def figures_named(
    township: Township, year: int, names: Iterable[str], known: Known | None = None
) -> dict[str, Filled]:
    """The same for names that stand alone."""
    return figures_for(township, year, *(f"【{name}】" for name in names), known=known)


def fill(text: str, figures: Mapping[str, Filled]) -> str:
    """`text` with the values in place; an unknown name stays as it is, to be seen."""
    return "".join(piece.text for piece in pieces_of(text, figures))


def pieces_of(text: str, figures: Mapping[str, Filled]) -> Iterator[Piece]:
    """The same in pieces, each figure with where it leads."""
    for place, part in enumerate(NAMED.split(text)):
        if place % 2 == 0:
            yield Piece(part)
        elif part in figures:
            yield Piece(figures[part].value, figures[part].address)
        else:
            yield Piece(f"【{part}】")
