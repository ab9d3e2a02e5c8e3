"""Writing figures into a text that names them in 【】."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from portal.core.township.models import Township
from portal.reports.figures.known import Figure, known_figures

NAMED = re.compile(r"【([^【】]{1,30})】")


@dataclass(frozen=True)
class Filled:
    """A figure that a text uses, with its value of now."""

    figure: Figure
    value: str
    address: str


def names_in(*texts: str) -> list[str]:
    """The names in the order in which they come, each once."""
    return list(dict.fromkeys(name for text in texts for name in NAMED.findall(text)))


def unknown_names(*texts: str) -> list[str]:
    known = known_figures()
    return [name for name in names_in(*texts) if name not in known]


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
    return NAMED.sub(
        lambda found: figures[found[1]].value if found[1] in figures else found[0], text
    )
