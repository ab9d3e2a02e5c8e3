"""What the rooms here show on the pages of apps below, and what of it is routine publication;
found by name, as admin modules are."""

from disclosures.items.models import Disclosure
from disclosures.schedule.elsewhere import add_publications
from disclosures.warnings.models import EmergencyWarning
from finance.ledger.models import Period
from portal.core.beside import add_beside
from portal.core.organisations.models import Organisation
from portal.reports.board.proof import boards_of, proof_of
from portal.reports.shelf.scheduled import papers_published

for model in (Disclosure, Period, EmergencyWarning):
    add_beside(model, proof_of)
add_beside(Organisation, boards_of)
add_publications(papers_published)
