"""Gathers the rooms' models for Django. Import a model from its room, not from here."""

from disclosures.accidents.models import AccidentFile, AccidentStage
from disclosures.attachments.models import Attachment, BodyImage
from disclosures.catalogue.models import CatalogueEntry
from disclosures.guides.models import GuideStep, Material, ServiceGuide
from disclosures.items.models import Disclosure, Edition
from disclosures.items.serials import IndexSerial
from disclosures.items.templates import ItemTemplate
from disclosures.lists.models import ListKind, ListRow, ListTotal, NoticeList
from disclosures.policies.models import Interpretation
from disclosures.programmes.models import Programme
from disclosures.programmes.rows import (
    Basis,
    CheckAnswer,
    CheckQuestion,
    ProgrammeDocument,
    ProgrammeStep,
    Standard,
)
from disclosures.questions.models import Question, Supplement
from disclosures.questions.promise import AnswerPromise
from disclosures.registers.models import RegisterEntry, RegisterStep
from disclosures.warnings.models import EmergencyWarning, WarningUpdate

__all__ = [
    "AccidentFile",
    "AccidentStage",
    "AnswerPromise",
    "Attachment",
    "Basis",
    "BodyImage",
    "CatalogueEntry",
    "CheckAnswer",
    "CheckQuestion",
    "Disclosure",
    "Edition",
    "EmergencyWarning",
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
    "Programme",
    "ProgrammeDocument",
    "ProgrammeStep",
    "RegisterEntry",
    "RegisterStep",
    "ServiceGuide",
    "Standard",
    "WarningUpdate",
]
