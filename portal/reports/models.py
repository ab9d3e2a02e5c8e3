"""Gathers the rooms' models for Django. Import a model from its room, not from here."""

from portal.reports.inspection.models import Inspection, RiskyWord

__all__ = ["Inspection", "RiskyWord"]
