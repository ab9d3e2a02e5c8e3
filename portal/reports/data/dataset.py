"""A dataset, declared once: the page about it, its files and the interface follow from it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, NamedTuple

from portal.core.township.models import Township
from portal.reports.data.fields import Field, Value, at_path
from portal.reports.data.narrowing import Filter

# what was asked for, each with the value that it means
Chosen = Sequence[tuple[Filter, Any]]
AS_PUBLISHED = "随公开、更正和撤下更新，一分钟以内"


class Theme(StrEnum):
    ITEMS = "公开信息和目录"
    SERVICES = "办事和惠民"
    SAFETY = "安全、预警和名录"
    MONEY = "财政资金和审计"
    VILLAGES = "村级财务和项目"
    WORK = "机构和公开工作"


class Record(NamedTuple):
    """`id` names it for good; `of` is what its fields are read from."""

    id: str
    of: Any


class Line(NamedTuple):
    """One row of a public item."""

    item: Any
    row: Any


@dataclass(frozen=True, kw_only=True)
class Dataset:
    """`page` is the address name of the page where people read the same."""

    name: str
    title: str
    about: str
    theme: Theme
    fields: tuple[Field, ...]
    filters: tuple[Filter, ...] = ()
    page: str = ""
    cycle: str = AS_PUBLISHED

    @property
    def id_pattern(self) -> str:
        raise NotImplementedError

    @property
    def id_meaning(self) -> str:
        raise NotImplementedError

    def records(
        self, township: Township, at: datetime, chosen: Chosen = (), after: str = "", few: int = 0
    ) -> Iterator[Record]:
        """Those that anyone may read at `at`, in the order of their names, beyond `after`; `few`
        says how many will be taken, so that no more is fetched."""
        raise NotImplementedError

    def count(self, township: Township, at: datetime) -> int:
        raise NotImplementedError

    def record(self, township: Township, at: datetime, name: str) -> Record | None:
        raise NotImplementedError

    def values(self, record: Record) -> list[Value]:
        return [one.value(record.of) for one in self.fields]


def holds(asked: Filter, value: Any, row: Any) -> bool:
    """Whether a single row is one that was asked for."""
    return at_path(row, asked.of) == value
