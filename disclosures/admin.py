"""Gathers the rooms' admin classes for Django."""

from django.contrib import admin

from disclosures.catalogue.admin import CatalogueEntryAdmin
from disclosures.catalogue.models import CatalogueEntry
from disclosures.desk.disclosure_admin import DisclosureAdmin
from disclosures.desk.edition_admin import EditionAdmin
from disclosures.desk.register_admin import RegisterEntryAdmin
from disclosures.desk.template_admin import ItemTemplateAdmin
from disclosures.desk.warning_admin import WarningAdmin
from disclosures.items.models import Disclosure, Edition
from disclosures.items.templates import ItemTemplate
from disclosures.lists.admin import ListKindAdmin
from disclosures.lists.models import ListKind
from disclosures.questions.desk.admin import AnswerPromiseAdmin, QuestionAdmin
from disclosures.questions.models import Question
from disclosures.questions.promise import AnswerPromise
from disclosures.registers.models import RegisterEntry
from disclosures.warnings.models import EmergencyWarning

admin.site.register(CatalogueEntry, CatalogueEntryAdmin)
admin.site.register(Disclosure, DisclosureAdmin)
admin.site.register(Edition, EditionAdmin)
admin.site.register(ItemTemplate, ItemTemplateAdmin)
admin.site.register(ListKind, ListKindAdmin)
admin.site.register(Question, QuestionAdmin)
admin.site.register(AnswerPromise, AnswerPromiseAdmin)
admin.site.register(EmergencyWarning, WarningAdmin)
admin.site.register(RegisterEntry, RegisterEntryAdmin)
