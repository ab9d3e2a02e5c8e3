"""The demo's budgets and final accounts, each workbook through the import; then their execution."""

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
from finance.budgets.models import Budget
from finance.budgets.read_budget import read_budget
from finance.budgets.save_lines import save_lines
from finance.execution.models import Execution, ExecutionLine
from portal.core.organisations.models import Organisation
from portal.core.staff.models import Staff
from portal.core.township.models import Township
from portal.site.setup.people import BadSheet

ENTRIES = {"budget": "D01-01", "adjustment": "D01-01", "final": "D01-02"}
SCHOOL = "教育中心校"
OFFICE = "财政所"
DRAFTED_ON = date(2026, 11, 19)


@transaction.atomic
def load_budgets(township: Township, folder: Path, by: Staff, tell: Callable[[str], None]) -> None:
    """Publish what index.json tells in the order of its days; what has no day stays a draft."""
    given = json.loads((folder / "index.json").read_text(encoding="utf-8"))
    for row in given["books"]:
        _load(township, row, folder, by)
    for row in given["execution"]:
        _load_execution(township, row, by)
    tell(f"预算和决算 {len(given['books'])} 份，预算执行 {len(given['execution'])} 期")


def _load(township: Township, row: dict[str, Any], folder: Path, by: Staff) -> None:
    unit = Organisation.objects.of(township).get(name=row["unit"]) if row["unit"] else None
    edition = _begun(township, row, Shape.BUDGET, SCHOOL if unit else OFFICE, by)
    Budget.objects.create(
        township=township,
        edition=edition,
        unit=unit,
        year=row["year"],
        kind=row["kind"],
        approved_on=date.fromisoformat(row["approved_on"]),
        approved_by=row["approved_by"],
    )
    path = folder / row["file"]
    read = read_budget(path.read_bytes(), path.name, kind=row["kind"], year=row["year"])
    if read.problems:
        raise BadSheet(list(read.problems))
    save_lines(edition, read, by=by)
    if row["published"]:
        publish_archived(edition, at=_at(row), by=by)


def _load_execution(township: Township, row: dict[str, Any], by: Staff) -> None:
    words = {"title": f"青禾镇{row['year']}年1—{row['through']}月预算执行情况", "kind": "budget"}
    edition = _begun(township, row | words, Shape.EXECUTION, OFFICE, by)
    own = {"township": township, "edition": edition}
    Execution.objects.create(year=row["year"], through=row["through"], **own)
    for line in row["lines"]:
        done = Decimal(line["done"])
        ExecutionLine.objects.create(
            side="expense", code=line["code"], name=line["name"], done=done, **own
        )
    publish_archived(edition, at=_at(row), by=by)


def _begun(
    township: Township, row: dict[str, Any], shape: Shape, issuer: str, by: Staff
) -> Edition:
    return start_draft(
        township,
        by=by,
        shape=shape,
        title=row["title"],
        entry=CatalogueEntry.objects.of(township).get(code=ENTRIES[row["kind"]]),
        issuer=Organisation.objects.of(township).get(name=issuer),
        keywords="预算、决算、收支",
        formed_on=timezone.localdate(_at(row)) if row["published"] else DRAFTED_ON,
    )


def _at(row: dict[str, Any]) -> datetime:
    return timezone.make_aware(datetime.fromisoformat(row["published"]))
