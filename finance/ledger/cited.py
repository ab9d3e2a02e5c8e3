"""What the columns 决议 and 项目 of a sheet name: public items, by index number, document number or
title."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Q

from disclosures.items.models import Disclosure
from disclosures.items.shapes import Shape
from finance.ledger import columns as named
from finance.ledger.sheet import Entry
from portal.core import clock
from portal.core.organisations.models import Organisation
from portal.spreadsheets.rows import Problem

SHAPES = (Shape.RESOLUTION, Shape.PROJECT_FILE, Shape.LEVY)


@dataclass(frozen=True)
class Cited:
    """Public items by shape and by every name that people write for them."""

    items: dict[tuple[str, str], Disclosure]

    def resolution(self, entry: Entry) -> Disclosure | None:
        return self.items.get((Shape.RESOLUTION, entry.resolution))

    def project(self, entry: Entry) -> Disclosure | None:
        return self._named(Shape.PROJECT_FILE, entry)

    def levy(self, entry: Entry) -> Disclosure | None:
        """A levy is named in the same column as a project, or beside it."""
        return self._named(Shape.LEVY, entry)

    def _named(self, shape: Shape, entry: Entry) -> Disclosure | None:
        found = (self.items.get((shape, name)) for name in _names(entry.project))
        return next((item for item in found if item), None)

    def problems(self, entry: Entry) -> Iterator[Problem]:
        if entry.resolution and self.resolution(entry) is None:
            yield Problem(entry.row, named.RESOLUTION, _unknown("决议", entry.resolution))
        for name in _names(entry.project):
            if not any((shape, name) in self.items for shape in (Shape.PROJECT_FILE, Shape.LEVY)):
                yield Problem(entry.row, named.PROJECT, _unknown("项目或筹资筹劳", name))


def cited(entries: Iterable[Entry], village: Organisation) -> Cited:
    """Everything that `entries` name; one query."""
    wanted = {
        name for entry in entries for name in (entry.resolution, *_names(entry.project)) if name
    }
    if not wanted:
        return Cited({})
    items = Disclosure.objects.public(village.township, clock.now()).filter(
        Q(index_number__in=wanted)
        | Q(live__document_number__in=wanted)
        | Q(live__title__in=wanted),
        live__shape__in=SHAPES,
    )
    found = {}
    for item in items.select_related("live"):
        for name in (item.index_number, item.live.document_number, item.live.title):
            found[item.live.shape, name] = item
    return Cited(found)


def _names(text: str) -> list[str]:
    """A project and the levy that pays for it may stand in one cell, parted by a semicolon."""
    return [name.strip() for name in text.replace("；", ";").split(";") if name.strip()]


def _unknown(kind: str, name: str) -> str:
    return (
        f"没有找到已公开的{kind}“{name}”。请先公开它，或改成它的索引号、文号或标题；"
        "不需要注明的留空。"
    )
