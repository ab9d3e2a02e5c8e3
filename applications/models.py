"""Gathers the rooms' models for Django. Import a model from its room, not from here."""

from applications.apply.models import DraftFile, FoundWithoutApplying
from applications.cases.models import (
    Applicant,
    Application,
    CaseFile,
    NumberSeries,
    RecordedEvent,
    RequestedPart,
)
from applications.rules.models import ApplicationRules

__all__ = [
    "Applicant",
    "Application",
    "ApplicationRules",
    "CaseFile",
    "DraftFile",
    "FoundWithoutApplying",
    "NumberSeries",
    "RecordedEvent",
    "RequestedPart",
]
