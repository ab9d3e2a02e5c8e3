"""Gathers the rooms' models for Django. Import a model from its room, not from here."""

from disclosures.attachments.models import Attachment, BodyImage
from disclosures.catalogue.models import CatalogueEntry
from disclosures.guides.models import GuideStep, Material, ServiceGuide
from disclosures.items.models import Disclosure, Edition
from disclosures.items.serials import IndexSerial
from disclosures.items.templates import ItemTemplate
from disclosures.lists.models import ListKind, ListRow, ListTotal, NoticeList
from disclosures.policies.models import Interpretation
from disclosures.questions.models import Question, Supplement
from disclosures.questions.promise import AnswerPromise

__all__ = [
    "AnswerPromise",
    "Attachment",
    "BodyImage",
    "CatalogueEntry",
    "Disclosure",
    "Edition",
    "GuideStep",
    "IndexSerial",
    "Interpretation",
    "Question",
    "Supplement",
    "ItemTemplate",
    "ListKind",
    "ListRow",
    "ListTotal",
    "Material",
    "NoticeList",
    "ServiceGuide",
]
