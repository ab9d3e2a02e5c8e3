"""Gathers the rooms' admin classes for Django."""

from django.contrib import admin

from portal.reports.annual.admin import AnnualReportAdmin, LineWordingAdmin, ReportRulesAdmin
from portal.reports.annual.models import AnnualReport, LineWording, ReportRules
from portal.reports.board.desk.admin import BoardAdmin, PostingAdmin
from portal.reports.board.models import Board, Posting
from portal.reports.inspection.admin import InspectionAdmin, RiskyWordAdmin
from portal.reports.inspection.models import Inspection, RiskyWord
from portal.reports.plan.admin import WorkPlanAdmin
from portal.reports.plan.measure_admin import MeasureAdmin
from portal.reports.plan.models import Measure, WorkPlan
from portal.reports.summary.admin import WorkSummaryAdmin
from portal.reports.summary.models import WorkSummary

admin.site.register(Board, BoardAdmin)
admin.site.register(Posting, PostingAdmin)
admin.site.register(Inspection, InspectionAdmin)
admin.site.register(RiskyWord, RiskyWordAdmin)
admin.site.register(WorkPlan, WorkPlanAdmin)
admin.site.register(Measure, MeasureAdmin)
admin.site.register(WorkSummary, WorkSummaryAdmin)
admin.site.register(AnnualReport, AnnualReportAdmin)
admin.site.register(LineWording, LineWordingAdmin)
admin.site.register(ReportRules, ReportRulesAdmin)
