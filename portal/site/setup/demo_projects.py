"""The demo's public works: what was published at their stages, then the file of each."""

import json
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone

from disclosures.attachments.models import Attachment
from disclosures.catalogue.models import CatalogueEntry
from disclosures.flow.attach import attach
from disclosures.flow.publish import publish_archived
from disclosures.flow.write import start_draft
from disclosures.items.models import Disclosure, Edition
from disclosures.items.shapes import Shape
from finance.projects.models import (
    Bidder,
    ProgressNote,
    ProjectFile,
    ProjectFund,
    ProjectStage,
)
from finance.projects.stages import Stage
from finance.resolutions.models import Resolution
from portal.core.organisations.models import Organisation
from portal.core.staff.models import Staff
from portal.core.township.models import Township

RESOLUTIONS, PROJECTS = "H01-02", "D07-03"


@transaction.atomic
def load_projects(township: Township, folder: Path, by: Staff, tell: Callable[[str], None]) -> None:
    """Publish projects.json, each after the documents that its stages name."""
    given = json.loads((folder / "projects.json").read_text(encoding="utf-8"))
    for row in given:
        documents = {
            kind: _publish_document(township, row, kind, told, by)
            for kind, told in row["documents"].items()
        }
        edition = _begun(township, row, by)
        _add_file(edition, row)
        _add_stages(edition, row, documents)
        _add_progress(edition, row, folder / "files", by)
        publish_archived(edition, at=at(row["published"]), by=by)
    tell(f"项目档案 {len(given)} 个")


def at(day: str) -> datetime:
    return timezone.make_aware(datetime.combine(date.fromisoformat(day), time(10, 0)))


def _publish_document(
    township: Township, row: dict[str, Any], kind: str, told: dict[str, Any], by: Staff
) -> Disclosure:
    decides = kind == Stage.DECISION
    edition = start_draft(
        township,
        by=by,
        shape=Shape.RESOLUTION if decides else Shape.ARTICLE,
        title=told["title"],
        document_number=told.get("number", ""),
        entry=CatalogueEntry.objects.of(township).get(code=told.get("entry", RESOLUTIONS)),
        issuer=_body(township, row["village"] if decides else row["lead"]),
        formed_on=timezone.localdate(at(told["published"])),
        body=told["body"],
    )
    if decides:
        _add_votes(edition, told)
    return publish_archived(edition, at=at(told["published"]), by=by)


def _add_votes(edition: Edition, told: dict[str, Any]) -> None:
    votes = {name: told[name] for name in ("called", "present", "against", "place")}
    Resolution.objects.create(
        township=edition.township,
        edition=edition,
        village=edition.issuer,
        met_on=date.fromisoformat(told["met_on"]),
        in_favour=told["present"] - told["against"],
        amount=Decimal(told["amount"]) if told["amount"] else None,
        **votes,
    )


def _begun(township: Township, row: dict[str, Any], by: Staff) -> Edition:
    return start_draft(
        township,
        by=by,
        shape=Shape.PROJECT_FILE,
        title=row["title"],
        entry=CatalogueEntry.objects.of(township).get(code=PROJECTS),
        issuer=_body(township, row["lead"]),
        summary=row["summary"],
        keywords="公益项目、施工进展、付款",
        formed_on=timezone.localdate(at(row["published"])),
    )


def _add_file(edition: Edition, row: dict[str, Any]) -> None:
    own = {"township": edition.township, "edition": edition}
    winner = next((one for one in row["bidders"] if one.get("won")), None)
    signed = bool(row["stages"][Stage.CONTRACT].get("done"))
    contract = row.get("contract") or (winner["price"] if winner and signed else None)
    told = {name: row[name] for name in ("kind", "year", "place", "scale", "method")}
    ProjectFile.objects.create(
        village=_body(edition.township, row["village"]) if row["village"] else None,
        lead=edition.issuer,
        contractor=row.get("contractor") or (winner["firm"] if winner else ""),
        contract=Decimal(contract) if contract else None,
        upkeep_by=row["upkeep"],
        **told,
        **own,
    )
    for fund in row["funds"]:
        ProjectFund.objects.create(
            source=fund["source"],
            amount=Decimal(fund["amount"]),
            document_number=fund["number"],
            **own,
        )
    for one in row["bidders"]:
        Bidder.objects.create(
            firm=one["firm"], price=Decimal(one["price"]), won=one.get("won", False), **own
        )


def _add_stages(edition: Edition, row: dict[str, Any], documents: dict[str, Disclosure]) -> None:
    for kind, told in row["stages"].items():
        ProjectStage.objects.create(
            township=edition.township,
            edition=edition,
            kind=kind,
            planned_on=_day(told.get("planned")),
            done_on=_day(told.get("done")),
            amount=Decimal(told["amount"]) if "amount" in told else None,
            remark=told.get("remark", ""),
            document=documents.get(kind),
            not_needed="reason" in told,
            reason=told.get("reason", ""),
        )


def _add_progress(edition: Edition, row: dict[str, Any], folder: Path, by: Staff) -> None:
    for note in row["progress"]:
        ProgressNote.objects.create(
            township=edition.township,
            edition=edition,
            on=date.fromisoformat(note["on"]),
            percent=note["percent"],
            text=note["text"],
            moment=note["moment"],
            picture=_picture(edition, note.get("picture", ""), folder, by),
        )


def _picture(edition: Edition, name: str, folder: Path, by: Staff) -> Attachment | None:
    return attach(edition, (folder / name).read_bytes(), name, by=by) if name else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _body(township: Township, name: str) -> Organisation:
    return Organisation.objects.of(township).get(name=name)
