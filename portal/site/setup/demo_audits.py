"""The demo's audit: the report with its findings, then the notices of rectification."""

import json
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone

from disclosures.catalogue.models import CatalogueEntry
from disclosures.flow.attach import attach
from disclosures.flow.publish import publish_archived
from disclosures.flow.write import start_draft
from disclosures.items.models import Disclosure, Edition
from disclosures.items.shapes import Shape
from finance.audits.models import AuditFinding, AuditReport, Rectification, RectifiedFinding
from portal.core.organisations.models import Organisation
from portal.core.staff.models import Staff
from portal.core.township.models import Township


@transaction.atomic
def load_audits(township: Township, folder: Path, by: Staff, tell: Callable[[str], None]) -> None:
    """Publish what audits.json tells, in its order; a notice names its report by title."""
    given = json.loads((folder / "audits.json").read_text(encoding="utf-8"))
    reports: dict[str, Disclosure] = {}
    for row in given:
        at = timezone.make_aware(datetime.fromisoformat(row["published"]))
        shape = Shape.RECTIFICATION if "of" in row else Shape.AUDIT_REPORT
        edition = _begun(township, row, shape, at, by)
        if "of" in row:
            _add_rows(edition, reports[row["of"]], row, folder / "files", by)
        else:
            _add_findings(edition, row)
        reports[row["title"]] = publish_archived(edition, at=at, by=by)
    tell(f"审计结果和整改情况 {len(given)} 份")


def _begun(
    township: Township, row: dict[str, Any], shape: Shape, at: datetime, by: Staff
) -> Edition:
    return start_draft(
        township,
        by=by,
        shape=shape,
        title=row["title"],
        entry=CatalogueEntry.objects.of(township).get(code=row["entry"]),
        issuer=Organisation.objects.of(township).get(name=row["issuer"]),
        summary=row["summary"],
        keywords="审计、惠民惠农补贴",
        body=row["body"],
        formed_on=timezone.localdate(at),
    )


def _add_findings(edition: Edition, row: dict[str, Any]) -> None:
    given = row["report"] | {"reported_on": date.fromisoformat(row["report"]["reported_on"])}
    AuditReport.objects.create(township=edition.township, edition=edition, **given)
    offices = Organisation.objects.of(edition.township)
    for one in row["findings"]:
        AuditFinding.objects.create(
            township=edition.township,
            edition=edition,
            number=one["number"],
            issue=one["issue"],
            amount=Decimal(one["amount"]) if "amount" in one else None,
            basis=one["basis"],
            demand=one["demand"],
            office=offices.get(name=one["office"]),
            due_on=date.fromisoformat(one["due"]),
        )


def _add_rows(
    edition: Edition, report: Disclosure, row: dict[str, Any], folder: Path, by: Staff
) -> None:
    Rectification.objects.create(township=edition.township, edition=edition, report=report)
    files = {
        name: attach(edition, (folder / name).read_bytes(), name, by=by) for name in row["files"]
    }
    for one in row["rows"]:
        RectifiedFinding.objects.create(
            township=edition.township,
            edition=edition,
            number=one["number"],
            on=date.fromisoformat(one["on"]),
            status=one["status"],
            text=one["text"],
            evidence=files.get(one.get("evidence", "")),
        )
