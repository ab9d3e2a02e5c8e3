"""Gathers the rooms' admin classes for Django."""

from django.contrib import admin

from disclosures.catalogue.admin import CatalogueEntryAdmin
from disclosures.catalogue.models import CatalogueEntry
from disclosures.corrections.admin import ErrorReportAdmin
from disclosures.corrections.models import ErrorReport
from disclosures.desk.disclosure_admin import DisclosureAdmin
from disclosures.desk.edition_admin import EditionAdmin
from disclosures.desk.template_admin import ItemTemplateAdmin
from disclosures.items.models import Disclosure, Edition
from disclosures.items.templates import ItemTemplate

admin.site.register(CatalogueEntry, CatalogueEntryAdmin)
admin.site.register(Disclosure, DisclosureAdmin)
admin.site.register(Edition, EditionAdmin)
admin.site.register(ErrorReport, ErrorReportAdmin)
admin.site.register(ItemTemplate, ItemTemplateAdmin)
