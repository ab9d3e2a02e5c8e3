from finance.execution.models import Execution, ExecutionLine
from portal.core.desk.inlines import OneInline, RowsInline


class ExecutionInline(OneInline):
    model = Execution
    fields = (("unit", "year", "through"),)


class ExecutionLineInline(RowsInline):
    model = ExecutionLine
    fields = ("side", "code", "name", "planned", "done")


EXECUTION_INLINES = (ExecutionInline, ExecutionLineInline)
