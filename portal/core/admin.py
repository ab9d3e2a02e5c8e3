"""Gathers the rooms' admin classes for Django; roles are given on the staff page, not as groups."""

from django.contrib import admin
from django.contrib.auth.models import Group

from portal.core.organisations.admin import OrganisationAdmin
from portal.core.staff.admin import StaffMemberAdmin
from portal.core.township.admin import TownshipAdmin
from portal.core.trail.admin import TrailAdmin

__all__ = ["OrganisationAdmin", "StaffMemberAdmin", "TownshipAdmin", "TrailAdmin"]

if admin.site.is_registered(Group):
    admin.site.unregister(Group)
