"""What an import of guides knows of the township, and what it has found wrong so far."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from disclosures.catalogue.models import CatalogueEntry
from disclosures.items.models import Edition
from disclosures.items.shapes import Shape
from disclosures.items.states import OPEN_STATES, State
from portal.core.organisations.models import Organisation
from portal.core.staff.models import Staff
from portal.core.township.models import Township
from portal.spreadsheets.rows import BadCell, Problem, Row, as_text
from portal.uploads.checks import CheckedFile

T = TypeVar("T")


@dataclass
class Reading:
    """What the township has to choose from, and what has been found in the sheet so far."""

    township: Township
    files: Mapping[str, bytes]
    entries: dict[str, CatalogueEntry] = field(default_factory=dict)
    bodies: dict[str, Organisation] = field(default_factory=dict)
    people: dict[str, Staff] = field(default_factory=dict)
    titles: set[tuple[int, str]] = field(default_factory=set)
    checked: dict[str, CheckedFile] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    unreadable: list[str] = field(default_factory=list)

    def wrong(self, row: int, column: str, message: str) -> None:
        """Said once, however often the cell is looked at."""
        problem = Problem(row, column, message)
        if problem not in self.problems:
            self.problems.append(problem)

    def cell(self, row: Row, column: str, reader: Callable[[Any], T]) -> T | None:
        """The cell as `reader` understands it; what it refuses is a problem."""
        value = row.values.get(column)
        if value in (None, ""):
            return None
        try:
            return reader(value)
        except BadCell as refusal:
            self.wrong(row.number, column, str(refusal))
            return None

    def text(self, row: Row, column: str) -> str:
        return self.cell(row, column, as_text) or ""

    def needed(self, row: Row, column: str, reader: Callable[[str], T]) -> T | None:
        """The same where an empty cell is a problem, too."""
        before = len(self.problems)
        text = self.text(row, column)
        if not text and len(self.problems) == before:
            self.wrong(row.number, column, "这一格是空的，请填写。")
        return self.cell(row, column, lambda _: reader(text)) if text else None

    def one_of(self, row: Row, column: str, known: Mapping[str, T], missing: str) -> T | None:
        text = self.text(row, column)
        if text and text not in known:
            self.wrong(row.number, column, f"“{text}”：{missing}。")
        return known.get(text)


def prepared(township: Township, files: Mapping[str, bytes]) -> Reading:
    reading = Reading(township, files)
    for entry in CatalogueEntry.objects.of(township).filter(active=True, children__isnull=True):
        reading.entries[entry.code] = reading.entries[entry.name] = entry
    for body in Organisation.objects.of(township).filter(active=True).select_related("township"):
        reading.bodies[body.name] = body
        reading.bodies.setdefault(body.short_name or body.name, body)
    reading.people = {person.name: person for person in Staff.objects.of(township)}
    there = Edition.objects.of(township).filter(
        shape=Shape.SERVICE_GUIDE, state__in=(*OPEN_STATES, State.PUBLISHED)
    )
    reading.titles = set(there.values_list("issuer_id", "title"))
    return reading
