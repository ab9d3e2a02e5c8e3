"""The demo's accident files, each stage added by a revision when it was known."""

import json
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone

from disclosures.accidents.models import AccidentFile, AccidentStage
from disclosures.catalogue.models import CatalogueEntry
from disclosures.flow.publish import publish_archived
from disclosures.flow.revise import revise
from disclosures.flow.write import save_draft, start_draft
from disclosures.items.models import Disclosure, Edition
from disclosures.items.shapes import Shape
from portal.core.organisations.models import Organisation
from portal.core.staff.models import Staff
from portal.core.township.models import Township


@transaction.atomic
def load_accidents(township: Township, file: Path, by: Staff, tell: Callable[[str], None]) -> None:
    """Publish what `file` tells, edition by edition."""
    given = json.loads(file.read_text(encoding="utf-8"))
    for row in given:
        item: Disclosure | None = None
        for told in row["editions"]:
            at = timezone.make_aware(datetime.fromisoformat(told["published"]))
            edition = _revised(item, told, at, by) if item else _begun(township, row, at, by)
            _add_stages(edition, told["stages"])
            item = publish_archived(edition, at=at, by=by)
    tell(f"事故档案 {len(given)} 件")


def _begun(township: Township, row: dict[str, Any], at: datetime, by: Staff) -> Edition:
    edition = start_draft(
        township,
        by=by,
        shape=Shape.ACCIDENT_FILE,
        title=row["title"],
        entry=CatalogueEntry.objects.of(township).get(code=row["entry"]),
        issuer=Organisation.objects.of(township).get(name=row["issuer"]),
        formed_on=timezone.localdate(at),
    )
    AccidentFile.objects.create(
        township=township,
        edition=edition,
        level=row["level"],
        kind=row["kind"],
        happened_on=date.fromisoformat(row["happened"]),
        place=row["place"],
        deaths=row["deaths"],
        injuries=row["injuries"],
        loss=Decimal(row["loss"]),
    )
    return edition


def _revised(item: Disclosure, told: dict[str, Any], at: datetime, by: Staff) -> Edition:
    edition = revise(item, by=by)
    edition.changed_on = timezone.localdate(at)
    edition.change_note = told["note"]
    return save_draft(edition, by=by)


def _add_stages(edition: Edition, stages: list[dict[str, str]]) -> None:
    for one in stages:
        AccidentStage.objects.create(
            township=edition.township,
            edition=edition,
            kind=one["kind"],
            on=date.fromisoformat(one["on"]),
            text=one["text"],
        )
