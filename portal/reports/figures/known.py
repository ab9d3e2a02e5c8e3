"""The figures that the year's papers may quote: each tied to what it counts, never typed.

A text holds a figure by its name in 【】. The name stays in the text while it is a draft, so that
the number is always the latest; when the paper is issued the number is written in and stays.
"""

from portal.reports.figures.answers import answers_figures
from portal.reports.figures.documents import documents_figures
from portal.reports.figures.figure import Figure
from portal.reports.figures.items import items_figures
from portal.reports.figures.money import money_figures


def known_figures() -> dict[str, Figure]:
    """Every figure by its name."""
    found = [
        *items_figures(),
        *documents_figures(),
        *money_figures(),
        *answers_figures(),
    ]
    return {figure.name: figure for figure in found}
