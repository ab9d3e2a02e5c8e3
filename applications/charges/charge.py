"""收费: the number typed in, the notice given, the payment come (条例 art. 42)."""

from datetime import date
from decimal import Decimal

from django.db import transaction

from applications.cases.case import case_of
from applications.cases.models import Application
from applications.cases.record_event import record_event, require_desk
from applications.charges.models import Charge
from applications.charges.month import locked_with_month, month_of
from applications.fees.tiers import Basis
from applications.procedure.events import FeeNotified, FeePaid
from disclosures.flow.refusal import CannotMove
from portal.core import clock
from portal.core.staff.models import Staff
from portal.core.trail.record import record

FREE = "没有超过免费的数量，不用收费，也不用通知缴费。"
NOTIFIED = "已经通知缴费，数量不能再改；通知有误的，先在办理记录里更正“通知缴费”这一项。"
CHANGED = "同一申请人本月的其他申请刚刚有变化，金额不同了，请重新计算后再通知。"
NOTHING = "还没有通知缴费。"


@transaction.atomic
def keep_count(application: Application, basis: Basis, count: int, *, by: Staff) -> Charge:
    """Keep how this application counts in its month, and what it costs. One row an application:
    by piece or by page, never both. Raises CannotMove, PermissionDenied."""
    require_desk(application, by)
    application = locked_with_month(application)
    if count < 1:
        raise CannotMove(f"{basis.unit}数至少是 1，请核对。")
    standing = case_of(application).standing
    if standing is not None and standing.facts.fee is not None:
        raise CannotMove(NOTIFIED)
    own = month_of(application, basis, count).own
    charge, _ = Charge.objects.update_or_create(
        application=application,
        defaults={
            "township_id": application.township_id,
            "basis": basis.value,
            "count": count,
            "before": own.fee.before,
            "amount": own.fee.amount,
            "steps": own.fee.explanation,
            "at": clock.now(),
            "by": by,
        },
    )
    told = f"{basis.label}{count}{basis.unit}，{own.fee.amount:,f}元"
    record(application, "计算信息处理费", by=by, remark=told)
    return charge


@transaction.atomic
def notify(
    application: Application,
    basis: Basis,
    count: int,
    *,
    expected: Decimal,
    on: date,
    by: Staff,
    proof: str = "",
) -> Charge:
    """通知缴费, on the day the applicant got it: the answer waits for the payment. `expected` is
    the amount that the clerk saw."""
    charge = keep_count(application, basis, count, by=by)
    if not charge.amount:
        raise CannotMove(FREE)
    if charge.amount != expected:
        raise CannotMove(CHANGED)
    record_event(application, FeeNotified(on=on, amount=charge.amount), by=by, proof=proof)
    return charge


def pay(application: Application, *, on: date, by: Staff, proof: str = "") -> None:
    """收到缴费: the answer's period is counted anew from the day after."""
    standing = case_of(application).standing
    if standing is None or standing.facts.fee is None:
        raise CannotMove(NOTHING)
    record_event(application, FeePaid(on=on), by=by, proof=proof)
