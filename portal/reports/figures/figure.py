"""A figure of the year's papers: what it is called, what it counts, where its records are."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from portal.core.templatetags.portal import percent
from portal.core.township.models import Township
from portal.reports.figures.records import Record

Count = Callable[[Township, int], str]
Counted = QuerySet[Any] | list[Record]
Rows = Callable[[Township, int], Counted]


@dataclass(frozen=True)
class Figure:
    """`count` gives the figure as it is printed, unit included; `meaning` says what is counted;
    `rows` are the records behind it, where all may read them. Where they can't be told one by one
    `records` is the page that shows how the figure comes about, with {year} in it."""

    name: str
    count: Count
    records: str = ""
    rows: Rows | None = None
    meaning: str = ""

    def address(self, year: int) -> str:
        """Where the figure can be followed to its records."""
        if self.records:
            return self.records.format(year=year)
        return reverse("reports:figure", args=[year, self.name])


def counted(name: str, rows: Rows, unit: str, meaning: str) -> Figure:
    """A figure that is the number of its rows."""

    def count(township: Township, year: int) -> str:
        found = rows(township, year)
        number = len(found) if isinstance(found, list) else found.count()
        return f"{number}{unit}"

    return Figure(name, count, rows=rows, meaning=meaning)


def rate(share: float | None) -> str:
    """Nothing to compute from is a dash."""
    return "—" if share is None else str(percent(share))
