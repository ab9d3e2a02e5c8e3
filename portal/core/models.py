"""Gathers the rooms' models for Django. Import a model from its room, not from here."""

from portal.core.absences.models import Absence
from portal.core.organisations.models import Organisation
from portal.core.outbox.models import OutgoingMail
from portal.core.staff.models import Staff
from portal.core.township.models import Township
from portal.core.trail.models import TrailEntry
from portal.core.workdays.models import HolidayNotice, NoticeDay

__all__ = [
    "Absence",
    "HolidayNotice",
    "NoticeDay",
    "Organisation",
    "OutgoingMail",
    "Staff",
    "Township",
    "TrailEntry",
]
