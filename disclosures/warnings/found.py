"""Warnings as the search finds them: those that were issued and not taken back."""

from disclosures.warnings.models import EmergencyWarning
from portal.search.index import Document, put, remove
from portal.search.models import SearchDocument

KIND = SearchDocument.Kind.WARNING


def put_warning(warning: EmergencyWarning) -> None:
    texts = [text for _, text in warning.texts()]
    texts += [update.text for update in warning.updates.all()]
    document = Document(
        kind=KIND,
        key=str(warning.pk),
        title=warning.title,
        url=warning.get_absolute_url(),
        published_at=warning.starts_at,
        text="\n".join(texts),
        keywords=f"预警 {warning.get_hazard_display()} {warning.get_level_display()}",
        organisation_id=warning.issuer_id,
        year=warning.starts_at.year,
    )
    put(warning.township, document)


def remove_warning(warning: EmergencyWarning) -> None:
    remove(warning.township, KIND, [str(warning.pk)])
