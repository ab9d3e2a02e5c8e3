"""The catalogue as a tree in memory, with how much is public under each entry."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import Count, Max

from disclosures.catalogue.models import CatalogueEntry


@dataclass
class Node:
    """An entry with what is public under it and the entries below it."""

    entry: CatalogueEntry
    own_count: int = 0
    updated_at: datetime | None = None
    children: list["Node"] = field(default_factory=list)

    @property
    def count(self) -> int:
        return self.own_count + sum(child.count for child in self.children)

    @property
    def newest(self) -> datetime | None:
        """When anything here or below was last published."""
        return _newest([self.updated_at, *(child.newest for child in self.children)])


@dataclass
class Branch:
    """A column of the catalogue (组配分类) and its first-level entries."""

    key: str
    name: str
    nodes: list[Node]

    @property
    def count(self) -> int:
        return sum(node.count for node in self.nodes)

    @property
    def newest(self) -> datetime | None:
        return _newest([node.newest for node in self.nodes])

    @property
    def all(self) -> list[Node]:
        return [found for node in self.nodes for found in (node, *node.children)]

    @property
    def leaves(self) -> list[Node]:
        """The entries that information is published under: those with none below them."""
        return [node for node in self.all if not node.children]


def counts_by_entry(items: Any) -> dict[int, tuple[int, datetime]]:
    """How many of the public `items` each entry has, and the newest; one query."""
    rows = items.order_by().values_list("live__entry").annotate(Count("pk"), Max("published_at"))
    return {entry: (count, newest) for entry, count, newest in rows}


def tree(entries: Any, counts: dict[int, tuple[int, datetime]]) -> list[Branch]:
    """Branches by column, each in the catalogue's order."""
    nodes = {entry.pk: _node(entry, counts) for entry in entries}
    branches: dict[str, list[Node]] = {column: [] for column in CatalogueEntry.Column.values}
    for node in nodes.values():
        parent = nodes.get(node.entry.parent_id)
        (parent.children if parent else branches[node.entry.column]).append(node)
    labels = dict(CatalogueEntry.Column.choices)
    return [Branch(key, labels[key], found) for key, found in branches.items() if found]


def _node(entry: CatalogueEntry, counts: dict[int, tuple[int, datetime]]) -> Node:
    count, newest = counts.get(entry.pk, (0, None))
    return Node(entry, count, newest)


def _newest(moments: list[datetime | None]) -> datetime | None:
    return max((moment for moment in moments if moment), default=None)
