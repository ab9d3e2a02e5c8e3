"""Gathers the rooms' admin classes for Django."""

from portal.core.desk.absences import AbsenceAdmin
from portal.core.desk.organisations import OrganisationAdmin
from portal.core.desk.outbox import OutgoingMailAdmin
from portal.core.desk.staff import StaffMemberAdmin
from portal.core.desk.township import TownshipAdmin
from portal.core.desk.trail import TrailAdmin

__all__ = [
    "AbsenceAdmin",
    "OrganisationAdmin",
    "OutgoingMailAdmin",
    "StaffMemberAdmin",
    "TownshipAdmin",
    "TrailAdmin",
]
