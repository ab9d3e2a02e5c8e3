"""Gathers the rooms' models for Django. Import a model from its room, not from here."""

from applications.answers.models import GivenAnswer
from applications.apply.models import DraftFile, FoundWithoutApplying
from applications.cases.models import (
    Applicant,
    Application,
    CaseFile,
    NumberSeries,
    RecordedEvent,
    RequestedPart,
)
from applications.charges.models import Charge
from applications.consult.models import Consultation
from applications.letters.models import Letter, LetterTemplate
from applications.release.models import Release
from applications.rules.models import ApplicationRules
from applications.steps.models import Draft

__all__ = [
    "Applicant",
    "Application",
    "ApplicationRules",
    "CaseFile",
    "Charge",
    "Consultation",
    "Draft",
    "DraftFile",
    "FoundWithoutApplying",
    "GivenAnswer",
    "Letter",
    "LetterTemplate",
    "NumberSeries",
    "RecordedEvent",
    "Release",
    "RequestedPart",
]
