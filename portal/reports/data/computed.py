"""Datasets of figures that are computed when somebody asks."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from portal.core.township.models import Township
from portal.reports.data.dataset import Chosen, Dataset, Record, holds


@dataclass(frozen=True, kw_only=True)
class Computed(Dataset):
    """Of figures that are computed when somebody asks: few, and in memory all together. `compute`
    gives each with its name; `of` of a filter tells which hold."""

    compute: Callable[[Township, datetime], Iterable[Record]]
    pattern: str
    meaning: str = "编号"

    @property
    def id_pattern(self) -> str:
        return f"^{self.pattern}$"

    @property
    def id_meaning(self) -> str:
        return self.meaning

    def records(
        self, township: Township, at: datetime, chosen: Chosen = (), after: str = "", few: int = 0
    ) -> Iterator[Record]:
        found = sorted(self.compute(township, at), key=lambda one: one.id)
        start = bisect_right([one.id for one in found], after) if after else 0
        for one in found[start:]:
            if all(holds(asked, value, one.of) for asked, value in chosen):
                yield one

    def count(self, township: Township, at: datetime) -> int:
        return len(list(self.compute(township, at)))

    def record(self, township: Township, at: datetime, name: str) -> Record | None:
        found = self.compute(township, at)
        return next((one for one in found if one.id == name), None)
