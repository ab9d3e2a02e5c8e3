"""Datasets of records in the database, read batch by batch in the order of their key."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count

from portal.core.township.models import Township
from portal.reports.data.dataset import Chosen, Dataset, Line, Record, holds
from portal.reports.data.fields import at_path
from portal.reports.data.keys import ROW, Key

BATCH = 500
# rows that the database doesn't hold one by one
BY_READING = "*"

# of records read together, each with its rows: the record, the row's name in it, the row
Rows = Callable[[Sequence[Any], Township, datetime], Iterable[tuple[Any, str, Any]]]


def themselves(
    found: Sequence[Any], township: Township, at: datetime
) -> Iterator[tuple[Any, str, Any]]:
    """Records that are a row each."""
    for one in found:
        yield one, "", one


def each(rows_of: Callable[[Any], Iterable[Any]], name: str = "") -> Rows:
    """The rows of every record, named by an attribute, else by their place."""

    def rows(
        found: Sequence[Any], township: Township, at: datetime
    ) -> Iterator[tuple[Any, str, Any]]:
        for item in found:
            named = [
                (str(at_path(row, name)) if name else f"{place:04d}", row)
                for place, row in enumerate(rows_of(item), start=1)
            ]
            for own, row in sorted(named, key=lambda one: one[0]) if name else named:
                yield item, own, Line(item, row)

    return rows


@dataclass(frozen=True, kw_only=True)
class Kept(Dataset):
    """Of records in the database: `door` is the room's one rule of what is public. They are read
    batch by batch in the order of their key, so that memory holds one batch at a time.

    `counted` is the path to the rows where a record has several, or BY_READING.
    """

    door: Callable[[Township, datetime], Any]
    key: Key
    rows: Rows = themselves
    counted: str = ""
    batch: int = BATCH

    @property
    def several(self) -> bool:
        return bool(self.counted)

    @property
    def id_pattern(self) -> str:
        return f"^{self.key.pattern}\\.{ROW}$" if self.several else f"^{self.key.pattern}$"

    @property
    def id_meaning(self) -> str:
        return f"{self.key.meaning}，点号后面指明其中一行" if self.several else self.key.meaning

    def records(
        self, township: Township, at: datetime, chosen: Chosen = (), after: str = "", few: int = 0
    ) -> Iterator[Record]:
        parent, _, last_row = after.partition(".") if self.several else (after, "", "")
        place = (self.key.read(parent), "gte" if self.several else "gt") if parent else None
        for batch in self._batches(township, at, chosen, place, few):
            for one, own, row in self.rows(batch, township, at):
                name = self.key.told(one)
                if name == parent and own <= last_row:
                    continue
                if all(holds(asked, value, row) for asked, value in chosen if asked.of):
                    yield Record(f"{name}.{own}" if own else name, row)

    def count(self, township: Township, at: datetime) -> int:
        found = self.door(township, at).order_by()
        if not self.several:
            return found.count()
        if self.counted == BY_READING:
            return sum(1 for _ in self.records(township, at))
        return found.aggregate(rows=Count(self.counted))["rows"]

    def record(self, township: Township, at: datetime, name: str) -> Record | None:
        parent, _, own = name.partition(".") if self.several else (name, "", "")
        found = self.door(township, at).filter(**{self.key.field: self.key.read(parent)})
        for _, place, row in self.rows(list(found[:1]), township, at):
            if place == own:
                return Record(name, row)
        return None

    def _batches(
        self,
        township: Township,
        at: datetime,
        chosen: Chosen,
        place: tuple[Any, str] | None,
        few: int,
    ) -> Iterator[list[Any]]:
        size = min(self.batch, few) if few else self.batch
        found = self.door(township, at).order_by(self.key.field)
        for asked, value in chosen:
            found = found.filter(asked.condition(value))
        while True:
            beyond = {f"{self.key.field}__{place[1]}": place[0]} if place else {}
            batch = list(found.filter(**beyond)[:size])
            if batch:
                yield batch
            if len(batch) < size:
                return
            place = (getattr(batch[-1], self.key.field), "gt")
