from datetime import datetime

from disclosures.flow.publish import make_public
from disclosures.flow.revise import revise
from disclosures.flow.write import save_draft
from disclosures.items.models import Disclosure
from portal.core.staff.models import Staff
from tests.factories import moment


def revised(
    disclosure: Disclosure,
    *,
    by: Staff,
    note: str,
    at: datetime | None = None,
    substantial: bool = True,
) -> Disclosure:
    """`disclosure` with one more public edition."""
    edition = revise(disclosure, by=by)
    edition.title = f"{edition.title}（修订）"
    edition.change_note, edition.substantial = note, substantial
    save_draft(edition, by=by)
    return make_public(edition, at=at or moment("2026-04-01 09:00"), by=by)
