"""Lines of one table as a tree by their codes (类款项: 208, 20802, 2080201), and its faults.

Pure: a line is anything with `code`, `name` and `amount`.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

NOTHING = Decimal("0.00")


@dataclass
class Node:
    """A line with the lines below it: those whose codes begin with its own."""

    line: Any
    depth: int = 0
    children: list["Node"] = field(default_factory=list)

    @property
    def below(self) -> Decimal:
        return sum((child.line.amount for child in self.children), NOTHING)


def is_below(code: str, above: str) -> bool:
    """20810 is below 208; nothing is below itself."""
    return bool(above) and code != above and code.startswith(above)


def forest(lines: Iterable[Any]) -> list[Node]:
    """The lines without anything above them, each with what is below; in the order of codes."""
    roots: list[Node] = []
    path: list[Node] = []
    for line in sorted(lines, key=lambda one: (one.code, one.name)):
        while path and not is_below(line.code, path[-1].line.code):
            path.pop()
        node = Node(line, len(path))
        (path[-1].children if path else roots).append(node)
        if line.code:
            path.append(node)
    return roots


def walk(nodes: Iterable[Node]) -> Iterator[Node]:
    for node in nodes:
        yield node
        yield from walk(node.children)


def total(lines: Iterable[Any]) -> Decimal:
    """The sum of a table: of the lines at its top."""
    return sum((node.line.amount for node in forest(lines)), NOTHING)


def twins(lines: Iterable[Any]) -> Iterator[tuple[Any, str]]:
    """Lines that stand there twice, each with what is wrong."""
    seen: set[tuple[str, str]] = set()
    for line in lines:
        key = (line.code, "" if line.code else line.name)
        if key in seen:
            yield line, f"“{line.code or line.name}”有两行，请合并成一行。"
        seen.add(key)


def wrong_lines(lines: Sequence[Any]) -> Iterator[tuple[Any, str]]:
    """Lines that stand there twice, and sums that are not the sum of what is below them, each with
    what is wrong."""
    yield from twins(lines)
    for node in walk(forest(lines)):
        if node.children and node.below != node.line.amount:
            yield (
                node.line,
                f"“{node.line.code} {node.line.name}”写的是 {node.line.amount:,.2f} 元，"
                f"下面各项相加是 {node.below:,.2f} 元，"
                f"相差 {node.line.amount - node.below:,.2f} 元，请核对。",
            )


def faults(name: str, lines: Sequence[Any]) -> Iterator[str]:
    return (f"{name}：{told}" for _, told in wrong_lines(lines))
