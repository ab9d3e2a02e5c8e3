"""The demo's registers: listed when they were, repaired where they were; the past ones are over."""

import csv
from collections.abc import Callable
from datetime import date
from pathlib import Path

from django.db import transaction

from disclosures.registers.models import RegisterEntry
from disclosures.registers.moves import ask_repair, decide_repair, list_entry, remove_due
from portal.core import clock
from portal.core.organisations.models import Organisation
from portal.core.staff.models import Staff
from portal.core.township.models import Township

COPIED = (
    "register",
    "firm",
    "credit_code",
    "responsible",
    "facts",
    "decision",
    "decision_number",
    "decided_by",
    "decided_on",
)


@transaction.atomic
def load_registers(township: Township, file: Path, by: Staff, tell: Callable[[str], None]) -> None:
    """List what `file` names, with its steps; leave alone what is there already."""
    if RegisterEntry.objects.of(township).exists():
        return
    bodies = {body.name: body for body in Organisation.objects.of(township)}
    with file.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    for row in rows:
        fields = {name: row[name] for name in COPIED}
        entry = RegisterEntry.objects.create(
            township=township, issuer=bodies[row["issuer"]], **fields
        )
        entry.refresh_from_db()
        list_entry(entry, by=by, on=date.fromisoformat(row["listed"]))
        for step in filter(None, row["repair"].split("|")):
            _repair(entry, step, by)
    remove_due(clock.now())
    tell(f"名录 {len(rows)} 条")


def _repair(entry: RegisterEntry, told: str, by: Staff) -> None:
    kind, day, text = told.split(":", 2)
    on = date.fromisoformat(day)
    if kind == "asked":
        ask_repair(entry, grounds=text, by=by, on=on)
    else:
        decide_repair(entry, granted=kind == "granted", reason=text, by=by, on=on)
