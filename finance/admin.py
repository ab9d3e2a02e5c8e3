"""Gathers the rooms' admin classes and inlines for Django."""

from django.contrib import admin

from disclosures.desk.parts import register_import, register_inlines
from disclosures.items.shapes import Shape
from finance.accounts.models import Account, BookRules, Subject
from finance.audits.inlines import AUDIT_REPORT_INLINES, RECTIFICATION_INLINES
from finance.budgets.desk import import_lines
from finance.budgets.inlines import BUDGET_INLINES
from finance.desk.period_admin import PeriodAdmin
from finance.desk.settings_admin import AccountAdmin, BookRulesAdmin, SubjectAdmin
from finance.execution.inlines import EXECUTION_INLINES
from finance.grants.inlines import GRANT_INLINES
from finance.holdings.inlines import HOLDINGS_INLINES
from finance.ledger.models import Period
from finance.levies.admin import LevyRuleAdmin
from finance.levies.inlines import LEVY_INLINES
from finance.levies.models import LevyRule
from finance.projects.inlines import PROJECT_INLINES
from finance.resolutions.inlines import RESOLUTION_INLINES
from finance.sangong.inlines import SANGONG_INLINES

register_inlines(Shape.BUDGET, BUDGET_INLINES)
register_import(Shape.BUDGET, "导入预算表", import_lines)
register_inlines(Shape.EXECUTION, EXECUTION_INLINES)
register_inlines(Shape.RESOLUTION, RESOLUTION_INLINES)
register_inlines(Shape.HOLDINGS, HOLDINGS_INLINES)
register_inlines(Shape.FUND_GRANT, GRANT_INLINES)
register_inlines(Shape.SANGONG, SANGONG_INLINES)
register_inlines(Shape.AUDIT_REPORT, AUDIT_REPORT_INLINES)
register_inlines(Shape.RECTIFICATION, RECTIFICATION_INLINES)
register_inlines(Shape.PROJECT_FILE, PROJECT_INLINES)
register_inlines(Shape.LEVY, LEVY_INLINES)

admin.site.register(Period, PeriodAdmin)
admin.site.register(Account, AccountAdmin)
admin.site.register(Subject, SubjectAdmin)
admin.site.register(BookRules, BookRulesAdmin)
admin.site.register(LevyRule, LevyRuleAdmin)
