"""Gathers the rooms' models for Django. Import a model from its room, not from here."""

from portal.reports.annual.models import AnnualReport, CellOverride, ReportRules
from portal.reports.board.models import Board, Posting, PostingPhoto
from portal.reports.inspection.models import Inspection, RiskyWord

__all__ = [
    "AnnualReport",
    "Board",
    "CellOverride",
    "Inspection",
    "Posting",
    "PostingPhoto",
    "ReportRules",
    "RiskyWord",
]
