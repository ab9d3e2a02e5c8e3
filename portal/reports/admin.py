"""Gathers the rooms' admin classes for Django."""

from django.contrib import admin

from portal.reports.inspection.admin import InspectionAdmin, RiskyWordAdmin
from portal.reports.inspection.models import Inspection, RiskyWord

admin.site.register(Inspection, InspectionAdmin)
admin.site.register(RiskyWord, RiskyWordAdmin)
