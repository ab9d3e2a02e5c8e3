"""What the demo's villages own and let, and what came for its benefit funds."""

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
from finance.grants.models import FundGrant, GrantLine
from finance.holdings.models import Holding, Holdings
from portal.core.organisations.models import Organisation
from portal.core.staff.models import Staff
from portal.core.township.models import Township

REGISTER = "H02-03"
DAYS, AMOUNTS = ("starts_on", "ends_on"), ("quantity", "value", "rent")


@transaction.atomic
def load_wealth(township: Township, folder: Path, by: Staff, tell: Callable[[str], None]) -> None:
    """Publish holdings.json and grants.json of `folder`."""
    registers = json.loads((folder / "holdings.json").read_text(encoding="utf-8"))
    for row in registers:
        _load_register(township, row, by)
    grants = json.loads((folder / "grants.json").read_text(encoding="utf-8"))
    for row in grants:
        _load_grant(township, row, by)
    tell(f"村集体资产资源 {len(registers)} 份")
    tell(f"资金下达 {len(grants)} 份")


def _load_register(township: Township, row: dict[str, Any], by: Staff) -> None:
    as_of = date.fromisoformat(row["as_of"])
    edition = _begun(
        township,
        row,
        Shape.HOLDINGS,
        by,
        title=f"{row['village']}{as_of.year}年末集体资产资源登记",
        entry=REGISTER,
        issuer=row["village"],
        body="<p>经村务监督委员会清查核对，现将年末集体资产、资源、合同和债权债务公布如下。</p>",
    )
    own = {"township": township, "edition": edition}
    Holdings.objects.create(village=edition.issuer, as_of=as_of, **own)
    for one in row["rows"]:
        told: dict[str, Any] = {
            name: Decimal(str(value)) for name, value in one.items() if name in AMOUNTS
        }
        told |= {name: date.fromisoformat(one[name]) for name in DAYS if name in one}
        Holding.objects.create(**own, **one | told)
    publish_archived(edition, at=_at(row), by=by)


def _load_grant(township: Township, row: dict[str, Any], by: Staff) -> None:
    edition = _begun(
        township,
        row,
        Shape.FUND_GRANT,
        by,
        title=row["title"],
        entry=row["entry"],
        issuer=row["issuer"],
        body=row["body"],
        document_number=row["number"],
    )
    own = {"township": township, "edition": edition}
    FundGrant.objects.create(year=row["year"], source=row["source"], **own)
    for fund, amount, remark in row["lines"]:
        GrantLine.objects.create(fund=fund, amount=Decimal(amount), remark=remark, **own)
    publish_archived(edition, at=_at(row), by=by)


def _begun(
    township: Township,
    row: dict[str, Any],
    shape: Shape,
    by: Staff,
    *,
    entry: str,
    issuer: str,
    **words: str,
) -> Edition:
    return start_draft(
        township,
        by=by,
        shape=shape,
        entry=CatalogueEntry.objects.of(township).get(code=entry),
        issuer=Organisation.objects.of(township).get(name=issuer),
        formed_on=timezone.localdate(_at(row)),
        **words,
    )


def _at(row: dict[str, Any]) -> datetime:
    return timezone.make_aware(datetime.fromisoformat(row["published"]))
