"""A meeting of the village representatives, as text and as a public item."""

from datetime import date
from typing import Any

from disclosures.flow.publish import publish_archived
from disclosures.items.models import Disclosure, Edition
from finance.resolutions.models import Resolution, ResolutionStep
from portal.core.organisations.models import Organisation
from portal.core.staff.models import Staff
from tests import factories

MET_ON = date(2025, 12, 20)
VOTES = {"called": 36, "present": 33, "in_favour": 31, "against": 1, "abstained": 1}


def drafted(village: Organisation, *, by: Staff, words: Any = None, **fields: Any) -> Edition:
    given = {"title": f"{village.name}关于路面硬化的决议", "document_number": "青禾议〔2025〕3号"}
    edition = factories.draft(
        village.township, by=by, shape="resolution", issuer=village, **given | (words or {})
    )
    told = {"village": village, "met_on": MET_ON, **VOTES}
    Resolution.objects.create(township=village.township, edition=edition, **told | fields)
    return edition


def step(edition: Edition, kind: str, on: date) -> ResolutionStep:
    return ResolutionStep.objects.create(
        township=edition.township, edition=edition, kind=kind, on=on
    )


def published(village: Organisation, *, by: Staff, **fields: Any) -> Disclosure:
    edition = drafted(village, by=by, **fields)
    return publish_archived(edition, at=factories.moment("2025-12-25 10:00"), by=by)
