"""Writing figures into a text that names them in 【】."""

from collections.abc import Mapping
from dataclasses import dataclass

from portal.core.township.models import Township
from portal.documents import named
from portal.documents.named import names_in
from portal.reports.figures.known import Figure, known_figures


@dataclass(frozen=True)
class Filled:
    """A figure that a text uses, with its value of now."""

    figure: Figure
    value: str
    address: str


def unknown_names(*texts: str) -> list[str]:
    return named.unknown_names(known_figures(), *texts)


def figures_for(township: Township, year: int, *texts: str) -> dict[str, Filled]:
    """The value of each figure that the texts name; what isn't known is left out."""
    known = known_figures()
    return {
        name: Filled(known[name], known[name].count(township, year), known[name].address(year))
        for name in names_in(*texts)
        if name in known
    }


def fill(text: str, figures: Mapping[str, Filled]) -> str:
    """`text` with the values in place; an unknown name stays as it is, to be seen."""
    return named.filled(text, {name: one.value for name, one in figures.items()})
