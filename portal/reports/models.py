"""Gathers the rooms' models for Django. Import a model from its room, not from here."""

from portal.reports.annual.models import AnnualReport, CellOverride, LineWording, ReportRules
from portal.reports.board.models import Board, Posting, PostingPhoto
from portal.reports.inspection.models import Inspection, RiskyWord
from portal.reports.plan.models import Measure, WorkPlan
from portal.reports.summary.models import Problem, WorkSummary

__all__ = [
    "AnnualReport",
    "Board",
    "CellOverride",
    "Inspection",
    "LineWording",
    "Measure",
    "Posting",
    "PostingPhoto",
    "Problem",
    "ReportRules",
    "RiskyWord",
    "WorkPlan",
    "WorkSummary",
]
