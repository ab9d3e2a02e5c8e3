"""The demo's levies: the limit of the province, then what three villages asked of their people."""

import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone

from disclosures.catalogue.models import CatalogueEntry
from disclosures.flow.publish import publish_archived
from disclosures.flow.write import start_draft
from disclosures.items.models import Disclosure, Edition
from disclosures.items.shapes import Shape
from finance.levies.models import Levy, LevyExemption, LevyRule
from portal.core import clock
from portal.core.organisations.models import Organisation
from portal.core.staff.models import Staff
from portal.core.township.models import Township
from portal.site.setup.demo_projects import at

LEVIES, REVIEWED_BY = "D07-05", "农业农村办公室"
COUNTS = ("year", "kind", "purpose", "persons", "workers", "called", "present", "in_favour")


@transaction.atomic
def load_levies(township: Township, file: Path, by: Staff, tell: Callable[[str], None]) -> None:
    """Publish `file`; resolutions and projects are named by their titles."""
    given = json.loads(file.read_text(encoding="utf-8"))
    rule = given["rule"]
    limits = {name: Decimal(rule[name]) for name in ("per_head", "days")}
    LevyRule.objects.create(township=township, name=rule["name"], since=rule["since"], **limits)
    for row in given["levies"]:
        edition = _begun(township, row, by)
        _add_levy(edition, row)
        publish_archived(edition, at=at(row["published"]), by=by)
    tell(f"筹资筹劳 {len(given['levies'])} 项")


def _begun(township: Township, row: dict[str, Any], by: Staff) -> Edition:
    return start_draft(
        township,
        by=by,
        shape=Shape.LEVY,
        title=row["title"],
        entry=CatalogueEntry.objects.of(township).get(code=LEVIES),
        issuer=Organisation.objects.of(township).get(name=REVIEWED_BY),
        keywords="一事一议、筹资筹劳",
        body=row["body"],
        formed_on=timezone.localdate(at(row["published"])),
    )


def _add_levy(edition: Edition, row: dict[str, Any]) -> None:
    own = {"township": edition.township, "edition": edition}
    asked = {name: Decimal(row[name]) for name in ("per_head", "days") if name in row}
    counts = {name: row[name] for name in COUNTS if name in row}
    Levy.objects.create(
        village=Organisation.objects.of(edition.township).get(name=row["village"]),
        resolution=_named(edition.township, row.get("decision")),
        met_on=date.fromisoformat(row["met_on"]) if "met_on" in row else None,
        reviewed_on=date.fromisoformat(row["reviewed"]),
        approved_on=date.fromisoformat(row["approved"]),
        approval_number=row["number"],
        project=_named(edition.township, row.get("project")),
        **asked,
        **counts,
        **own,
    )
    for reason, relief, persons in row["exempt"]:
        LevyExemption.objects.create(reason=reason, relief=relief, persons=persons, **own)


def _named(township: Township, title: str | None) -> Disclosure | None:
    if title is None:
        return None
    return Disclosure.objects.public(township, clock.now()).get(live__title=title)
