"""From a class to its lines: one line of a table, the way to it, and what is below it."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from finance.budgets.comparisons import COMPARED, Comparison, comparisons
from finance.budgets.tables import Table
from finance.budgets.tree import Node, forest, is_below, walk
from finance.budgets.unit_year import UnitYear
from finance.charts.bars import Bar, bars


@dataclass(frozen=True)
class Inside:
    """`here` is None for the whole table; `above` are names and links, the highest first."""

    table: Table
    here: Node | None
    above: list[tuple[str, str]]
    bars: list[Bar]
    rows: list[Node]
    compared: list[Comparison]


def inside(one: UnitYear, table: Table, code: str) -> Inside | None:
    """None where the table has no line `code`."""
    tops = forest(one.lines(table))
    nodes = list(walk(tops))
    here = next((node for node in nodes if node.line.code == code), None) if code else None
    if code and here is None:
        return None
    below = here.children if here else tops
    above = [node for node in nodes if is_below(code, node.line.code)]
    return Inside(
        table,
        here,
        [(node.line.name, link_to(one, table, node)) for node in above],
        bars_of(one, table, below),
        list(walk(below)),
        _compared(one, table, code if here else ""),
    )


def _compared(one: UnitYear, table: Table, code: str) -> list[Comparison]:
    """Of the whole table its classes: they lead on to their lines."""
    if table not in COMPARED:
        return []
    found = comparisons(one, (table,))
    within = [each.inside(code) if code else each.classes for each in found]
    return [each for each in within if each.moved]


def bars_of(one: UnitYear, table: Table, nodes: list[Node]) -> list[Bar]:
    return bars((node.line.name, node.line.amount, link_to(one, table, node)) for node in nodes)


def link_to(one: UnitYear, table: Table, node: Node) -> str:
    """Where a line opens; nothing for one with nothing below it."""
    return page_of(one, table, node.line.code) if node.children else ""


def page_of(one: UnitYear, table: Table, code: str = "") -> str:
    page = reverse("finance:budget-unit", args=[one.year, one.slug])
    asked = {"table": table.value} | ({"code": code} if code else {})
    return f"{page}?{urlencode(asked)}#inside"
