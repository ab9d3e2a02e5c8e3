"""What an import of programmes knows of the township, and what it has found wrong so far."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, TypeVar

from django.db import models

from disclosures.catalogue.models import CatalogueEntry
from disclosures.flow.hindrances import Privacy
from disclosures.items.models import Disclosure
from disclosures.programmes.book import SheetProblem
from disclosures.programmes.models import Programme
from portal.core import clock
from portal.core.lengths import too_long
from portal.core.organisations.models import Organisation
from portal.core.township.models import Township
from portal.privacy.scan import scan_text
from portal.spreadsheets.rows import BadCell, Problem, Row, as_text

T = TypeVar("T")
EMPTY = "这一格是空的，请填写。"


@dataclass
class Reading:
    """`known` are the keys that programmes of the township have already."""

    township: Township
    entries: dict[str, CatalogueEntry] = field(default_factory=dict)
    bodies: dict[str, Organisation] = field(default_factory=dict)
    policies: dict[str, Disclosure] = field(default_factory=dict)
    known: set[str] = field(default_factory=set)
    problems: list[SheetProblem] = field(default_factory=list)

    def wrong(self, sheet: str, row: int, column: str, message: str) -> None:
        self.problems.append(SheetProblem(sheet, Problem(row, column, message)))

    def of(self, sheet: str, row: Row) -> "RowReading":
        return RowReading(self, sheet, row)


@dataclass(frozen=True)
class RowReading:
    """One row of one sheet; what can't be read is a problem with its place."""

    reading: Reading
    sheet: str
    row: Row

    def wrong(self, column: str, message: str) -> None:
        self.reading.wrong(self.sheet, self.row.number, column, message)

    def cell(self, column: str, reader: Callable[[Any], T], *, needed: bool = False) -> T | None:
        value = self.row.values.get(column)
        if value in (None, ""):
            if needed:
                self.wrong(column, EMPTY)
            return None
        try:
            return reader(value)
        except BadCell as refusal:
            self.wrong(column, str(refusal))
            return None

    def text(self, column: str, *, needed: bool = False) -> str:
        return self.cell(column, as_text, needed=needed) or ""

    def one_of(self, column: str, known: Mapping[str, T], missing: str, *, needed: bool) -> Any:
        text = self.text(column, needed=needed)
        if text and text not in known:
            self.wrong(column, f"“{text}”：{missing}。")
        return known.get(text)

    def words(self, texts: Mapping[str, str], model: type[models.Model]) -> dict[str, str]:
        """The text fields of `model`, each short enough and without personal data."""
        found = {name: self.text(column) for column, name in texts.items()}
        for column, name in texts.items():
            self.check_text(column, model, name, found[name])
        return found

    def check_text(self, column: str, model: type[models.Model], name: str, text: str) -> None:
        if sentence := too_long(model, name, text):
            self.wrong(column, sentence)
        for sentence in Privacy([asdict(one) for one in scan_text(text, "")]).sentences():
            self.wrong(column, f"{sentence}请遮盖后再导入。")


def prepared(township: Township) -> Reading:
    reading = Reading(township)
    for entry in CatalogueEntry.objects.of(township).filter(active=True, children__isnull=True):
        reading.entries[entry.code] = reading.entries[entry.name] = entry
    for body in Organisation.objects.of(township).filter(active=True).select_related("township"):
        reading.bodies[body.name] = body
        reading.bodies.setdefault(body.short_name or body.name, body)
    public = Disclosure.objects.public(township, clock.now()).without_bodies()
    for policy in public.filter(live__entry__kind=CatalogueEntry.Kind.POLICY).reverse():
        for named in filter(None, (policy.live.document_number, policy.live.title)):
            reading.policies[named] = policy
    there = Programme.objects.of(township).filter(edition__disclosure__withdrawn_at__isnull=True)
    reading.known = set(there.values_list("key", flat=True))
    return reading
