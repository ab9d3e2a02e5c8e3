from finance.budgets.models import Budget, BudgetLine
from portal.core.desk.inlines import OneInline, RowsInline


class BudgetInline(OneInline):
    model = Budget
    fields = (("unit", "year", "kind"), ("approved_on", "approved_by"))


class BudgetLineInline(RowsInline):
    model = BudgetLine
    fields = ("table", "code", "name", "amount", "reason", "reason_last")


BUDGET_INLINES = (BudgetInline, BudgetLineInline)
