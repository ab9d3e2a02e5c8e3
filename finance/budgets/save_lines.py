"""Putting the lines of a right workbook into a draft, in place of those it had."""

from django.db import transaction

from disclosures.flow.attach import require_draft
from disclosures.flow.refusal import CannotMove
from disclosures.items.models import Edition
from finance.budgets.models import BudgetLine
from finance.budgets.read_budget import BudgetSheet
from portal.core.staff.models import Staff
from portal.core.trail.record import record


@transaction.atomic
def save_lines(edition: Edition, sheet: BudgetSheet, *, by: Staff) -> int:
    """How many lines the draft has now. Raises CannotMove where the sheet isn't right."""
    require_draft(edition, by)
    if not sheet.ok:
        raise CannotMove("表格还有错误，一行也没有导入；请按提示改好后重新导入。")
    edition.budget_lines.all().delete()
    BudgetLine.objects.bulk_create(
        BudgetLine(
            township=edition.township,
            edition=edition,
            table=line.table,
            code=line.code,
            name=line.name,
            amount=line.amount,
            reason=line.reason,
        )
        for line in sheet.lines
    )
    record(edition, "导入预算表", by=by, lines=len(sheet.lines))
    return len(sheet.lines)
