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
from applications.release.models import Release
from applications.rules.models import ApplicationRules

__all__ = [
    "Applicant",
    "Application",
    "ApplicationRules",
    "CaseFile",
    "Charge",
    "Consultation",
    "DraftFile",
    "FoundWithoutApplying",
    "GivenAnswer",
    "NumberSeries",
    "RecordedEvent",
    "Release",
    "RequestedPart",
]
