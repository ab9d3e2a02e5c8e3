"""One set of lines against another: what moved, by how much, and whether somebody said why."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from finance.budgets.tree import forest, walk
from finance.sangong.changes import Change

NOTHING = Decimal("0.00")


@dataclass(frozen=True)
class Moved:
    """A line of either set. `sums` says that lines below it tell the reasons."""

    code: str
    name: str
    depth: int
    sums: bool
    change: Change
    reason: str = ""

    @property
    def unexplained(self) -> bool:
        return bool(self.change.amount) and not self.sums and not self.reason.strip()


def key_of(line: Any) -> str:
    """What makes a line the same in two years: its code, or its name where it has none."""
    return line.code or line.name


def adjusted(original: Iterable[Any], *changes: Iterable[Any]) -> dict[str, Any]:
    """The lines in force after the adjustments, which name only the lines that they change."""
    lines = {key_of(line): line for line in original}
    for adjustment in changes:
        lines |= {key_of(line): line for line in adjustment}
    return lines


def compare(before: Mapping[str, Any], after: Iterable[Any], *, why: str = "reason") -> list[Moved]:
    """Every line of `after` against `before`, in the order of codes; what is gone counts as 0.

    `why` is the field with the reason: a final account has one for each of its two comparisons.
    """
    now = {key_of(line): line for line in after}
    gone = [_Gone(line.code, line.name) for key, line in before.items() if key not in now]
    nodes = list(walk(forest([*now.values(), *gone])))
    return [
        Moved(
            node.line.code,
            node.line.name,
            node.depth,
            bool(node.children),
            Change(_amount(before.get(key_of(node.line))), node.line.amount),
            getattr(node.line, why),
        )
        for node in nodes
    ]


@dataclass(frozen=True)
class _Gone:
    """A line that there is no longer: nobody could write its reason yet."""

    code: str
    name: str
    amount: Decimal = NOTHING
    reason: str = ""
    reason_last: str = ""


def _amount(line: Any) -> Decimal:
    return line.amount if line is not None else NOTHING
