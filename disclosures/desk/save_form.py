"""Keeping what stands in an edition's form beside the edition's own fields."""

from typing import Any

from disclosures.catalogue.models import CatalogueEntry
from disclosures.flow.attach import attach, detach
from disclosures.items.models import Edition
from disclosures.policies.models import Interpretation
from portal.core.staff.models import Staff
from portal.core.trail.record import record


def keep_files(edition: Edition, data: dict[str, Any], *, by: Staff) -> None:
    """Take the ticked files off, add the new ones."""
    for attachment in data.get("removed") or []:
        detach(attachment, by=by)
    for name, content in data.get("files") or []:
        attach(edition, content, name, by=by)


def keep_bond(edition: Edition, data: dict[str, Any], *, by: Staff) -> None:
    """Bind a first edition to the policy that it explains, or to none."""
    if "policy" not in data:
        return
    bonds = Interpretation.objects.filter(disclosure=edition.disclosure)
    if edition.entry.kind != CatalogueEntry.Kind.INTERPRETATION or not data["policy"]:
        bonds.delete()
        return
    before = bonds.first()
    _, created = Interpretation.objects.update_or_create(
        township=edition.township,
        disclosure=edition.disclosure,
        defaults={
            "policy": data["policy"],
            "form": data["form"] or Interpretation.Form.TEXT,
            "explained_by_whom": data["explained_by_whom"],
            "video_url": data["video_url"],
        },
    )
    if created or (before and before.policy_id != data["policy"].pk):
        record(edition, "选定解读的政策", by=by, remark=str(data["policy"]))
