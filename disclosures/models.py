"""Gathers the rooms' models for Django. Import a model from its room, not from here."""

from disclosures.attachments.models import Attachment, BodyImage
from disclosures.catalogue.models import CatalogueEntry
from disclosures.corrections.models import ErrorReport
from disclosures.items.models import Disclosure, Edition
from disclosures.items.serials import IndexSerial
from disclosures.items.templates import ItemTemplate
from disclosures.policies.models import Interpretation

__all__ = [
    "Attachment",
    "BodyImage",
    "CatalogueEntry",
    "Disclosure",
    "Edition",
    "ErrorReport",
    "IndexSerial",
    "Interpretation",
    "ItemTemplate",
]
