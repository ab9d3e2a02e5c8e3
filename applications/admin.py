"""Gathers the rooms' admin classes for Django."""

from django.contrib import admin

from applications.answers.desk.admin import GivenAnswerAdmin
from applications.answers.models import GivenAnswer
from applications.cases.models import Application
from applications.charges.desk.admin import ChargeAdmin
from applications.charges.models import Charge
from applications.consult.desk.admin import ConsultationAdmin
from applications.consult.models import Consultation
from applications.desk.admin import ApplicationAdmin, DraftAdmin
from applications.desk.rules_admin import RulesAdmin
from applications.letters.desk.admin import LetterAdmin
from applications.letters.desk.template_admin import LetterTemplateAdmin
from applications.letters.models import Letter, LetterTemplate
from applications.release.desk.admin import ReleaseAdmin
from applications.release.models import Release
from applications.rules.models import ApplicationRules
from applications.steps.models import Draft

admin.site.register(Release, ReleaseAdmin)
admin.site.register(Charge, ChargeAdmin)
admin.site.register(Consultation, ConsultationAdmin)
admin.site.register(GivenAnswer, GivenAnswerAdmin)
admin.site.register(Letter, LetterAdmin)
admin.site.register(LetterTemplate, LetterTemplateAdmin)
admin.site.register(Application, ApplicationAdmin)
admin.site.register(Draft, DraftAdmin)
admin.site.register(ApplicationRules, RulesAdmin)
