"""The demo's 三公经费: three years of budgets and final accounts of two units, and a draft whose
explanation is wrong."""

import json
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone

from disclosures.catalogue.models import CatalogueEntry
from disclosures.flow.publish import publish_archived
from disclosures.flow.write import start_draft
from disclosures.items.models import Edition
from disclosures.items.shapes import Shape
from finance.sangong.models import Sangong, SangongLine
from finance.wan.amounts import WAN
from portal.core.organisations.models import Organisation
from portal.core.staff.models import Staff
from portal.core.township.models import Township

ENTRY, ISSUER = "D01-03", "财政所"
AMOUNTS = ("before", "budget", "final")
DRAFTED_ON = date(2026, 11, 16)


@transaction.atomic
def load_sangong(township: Township, file: Path, by: Staff, tell: Callable[[str], None]) -> None:
    """Publish what `file` tells in the order of its days; what has no day stays a draft."""
    given = json.loads(file.read_text(encoding="utf-8"))
    for row in sorted(given, key=lambda row: row["published"] or "9"):
        at = row["published"] and timezone.make_aware(datetime.fromisoformat(row["published"]))
        edition = _drafted(township, row, timezone.localdate(at) if at else DRAFTED_ON, by)
        if at:
            publish_archived(edition, at=at, by=by)
    tell(f"“三公”经费 {len(given)} 份")


def _drafted(township: Township, row: dict[str, Any], on: date, by: Staff) -> Edition:
    offices = Organisation.objects.of(township)
    edition = start_draft(
        township,
        by=by,
        shape=Shape.SANGONG,
        title=row["title"],
        entry=CatalogueEntry.objects.of(township).get(code=ENTRY),
        issuer=offices.get(name=ISSUER),
        keywords="三公经费",
        formed_on=on,
    )
    Sangong.objects.create(
        township=township,
        edition=edition,
        unit=offices.get(name=row["unit"]) if row["unit"] else None,
        year=row["year"],
        stage=row["stage"],
        explanation=row["explanation"],
        **row["counts"],
    )
    for line in row["lines"]:
        amounts = {name: Decimal(line.pop(name)) * WAN for name in AMOUNTS if name in line}
        SangongLine.objects.create(township=township, edition=edition, **line, **amounts)
    return edition
