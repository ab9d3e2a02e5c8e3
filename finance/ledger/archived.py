"""Taking over periods that residents could already read elsewhere (历史账期): no review anew."""

from datetime import date, datetime

from django.db import transaction

from finance.ledger.chain import digest_of, previous_of
from finance.ledger.found import put_period
from finance.ledger.hindrances import books_wrong
from finance.ledger.models import Period
from finance.ledger.periods import locked_period, require_state
from finance.ledger.states import State
from finance.refusal import CannotPost
from portal.core.staff.models import Staff
from portal.core.staff.roles import Role
from portal.core.trail.record import record

TAKERS = frozenset({Role.ADMINISTRATOR})


@transaction.atomic
def take_over(
    period: Period, *, by: Staff, whom: str, checked_on: date, at: datetime, remark: str = ""
) -> Period:
    """Publish as of `at` what `whom` had checked on `checked_on`, as the village's board says.

    Large expenses without a resolution are taken over as they were; residents see that none is
    named.
    """
    period = locked_period(period)
    by.require(TAKERS, period.village)
    require_state(period, State.OPEN)
    before = previous_of(period)
    findings = list(books_wrong(period))
    if before is not None and before.state != State.PUBLISHED:
        findings.append(f"上一期（{before.name}）还没有公开，请先公开它。")
    if not whom.strip() or not period.last < checked_on <= at.date():
        findings.append("请写明审核人；审核日期应在账期结束之后、公开之前。")
    if findings:
        raise CannotPost(*findings)
    period.state, period.published_at = State.PUBLISHED, at
    period.submitted_by, period.submitted_at = by, at
    period.checked_by_whom, period.checked_on = whom.strip(), checked_on
    period.check_remark = remark.strip()
    period.digest = digest_of(period, before.digest if before else "")
    period.save()
    put_period(period)
    record(period, "导入历史账期", by=by, digest=period.digest)
    return period
