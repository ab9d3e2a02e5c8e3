"""Gathers the rooms' admin classes for Django; roles are given on the staff page, not as groups."""

from django.contrib import admin
from django.contrib.auth.models import Group

from portal.core.desk.organisations import OrganisationAdmin
from portal.core.desk.staff import StaffMemberAdmin
from portal.core.desk.township import TownshipAdmin
from portal.core.desk.trail import TrailAdmin

__all__ = ["OrganisationAdmin", "StaffMemberAdmin", "TownshipAdmin", "TrailAdmin"]

if admin.site.is_registered(Group):
    admin.site.unregister(Group)
