"""Gathers the rooms' admin classes for Django."""

from django.contrib import admin

from applications.answers.desk.admin import GivenAnswerAdmin
from applications.answers.models import GivenAnswer
from applications.charges.desk.admin import ChargeAdmin
from applications.charges.models import Charge
from applications.consult.desk.admin import ConsultationAdmin
from applications.consult.models import Consultation
from applications.release.desk.admin import ReleaseAdmin
from applications.release.models import Release

admin.site.register(Release, ReleaseAdmin)
admin.site.register(Charge, ChargeAdmin)
admin.site.register(Consultation, ConsultationAdmin)
admin.site.register(GivenAnswer, GivenAnswerAdmin)
