"""Putting the lines of a right workbook into a draft, in place of those it had."""

from django.db import transaction

from disclosures.flow.attach import require_draft
from disclosures.flow.refusal import CannotMove
from disclosures.items.models import Edition
from finance.budgets.book import Book
from finance.budgets.models import BudgetLine
from portal.core.staff.models import Staff
from portal.core.trail.record import record


@transaction.atomic
def save_lines(edition: Edition, read: Book, *, by: Staff) -> int:
    """How many lines the draft has now. Raises CannotMove where the workbook isn't right."""
    # a second import, or a submission, of the same draft waits
    locked = Edition.objects.select_for_update(of=("self",)).select_related("issuer")
    edition = locked.get(pk=edition.pk)
    require_draft(edition, by)
    if not read.ok:
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
            reason_last=line.reason_last,
        )
        for line in read.lines
    )
    record(edition, "导入预算表", by=by, lines=len(read.lines))
    return len(read.lines)
