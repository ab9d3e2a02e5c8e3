"""Beginning a period of a village's books, and leading it to the public."""

from calendar import monthrange
from datetime import date, timedelta

from django.db import IntegrityError, transaction

from finance.accounts.models import Account, BookRules, rules_for
from finance.ledger.chain import digest_of, previous_of
from finance.ledger.found import put_period
from finance.ledger.hindrances import hindrances
from finance.ledger.models import Balance, Period
from finance.ledger.states import State
from finance.refusal import CannotPost
from portal.core import clock
from portal.core.organisations.models import Organisation
from portal.core.staff.models import Staff
from portal.core.staff.roles import Role
from portal.core.trail.record import record

KEEPERS = frozenset({Role.ACCOUNTANT})
CHECKERS = frozenset({Role.SUPERVISOR})
PUBLISHERS = frozenset({Role.ACCOUNTANT, Role.OFFICER})


@transaction.atomic
def open_period(village: Organisation, first: date, *, by: Staff) -> Period:
    """Begin the period that starts on `first`; it opens where the one before it closed."""
    by.require(KEEPERS, village)
    rules = rules_for(village)
    first, last = span_of(first, rules.cycle)
    latest = Period.objects.filter(village=village).order_by("-first").first()
    _require_next(latest, first)
    try:
        with transaction.atomic():
            period = Period.objects.create(
                township=village.township,
                village=village,
                first=first,
                last=last,
                large_from=rules.large_expense,
            )
    except IntegrityError as clash:
        raise CannotPost(f"{first:%Y年%m月}这一期已经有了。") from clash
    for account in Account.objects.filter(village=village, active=True, opened_on__lte=last):
        begin_balance(period, account)
    record(period, "开立账期", by=by)
    return period


def span_of(day: date, cycle: str) -> tuple[date, date]:
    """The month or the quarter that `day` is in."""
    months = 3 if cycle == BookRules.Cycle.QUARTER else 1
    start = (day.month - 1) // months * months + 1
    last = start + months - 1
    return date(day.year, start, 1), date(day.year, last, monthrange(day.year, last)[1])


def _require_next(latest: Period | None, first: date) -> None:
    if latest is not None and latest.last + timedelta(days=1) != first:
        due = latest.last + timedelta(days=1)
        raise CannotPost(f"账期要连着开：上一期是{latest.name}，下一期从 {due:%Y-%m-%d} 开始。")


def begin_balance(period: Period, account: Account) -> Balance:
    """Take `account` into `period`: it opens where it stood, at first with its opening."""
    before = account.balances.filter(period__first__lt=period.first)
    latest = before.order_by("-period__first").first()
    opening = latest.closing if latest else account.opening
    return Balance.objects.create(
        township_id=period.township_id,
        period=period,
        account=account,
        opening=opening,
        closing=opening,
    )


@transaction.atomic
def submit(period: Period, *, by: Staff) -> Period:
    """The accountant hands the period to the village's supervisors."""
    period = locked_period(period)
    by.require(KEEPERS, period.village)
    require_state(period, State.OPEN)
    if findings := hindrances(period):
        raise CannotPost(*findings)
    period.state, period.submitted_by, period.submitted_at = State.SUBMITTED, by, clock.now()
    period.sent_back = ""
    period.save(update_fields=["state", "submitted_by", "submitted_at", "sent_back"])
    record(period, "提交审核", by=by)
    return period


@transaction.atomic
def check(period: Period, *, by: Staff, whom: str, on: date, remark: str = "") -> Period:
    """The supervisors looked it through: who, when and what they say is public (村民委员会组织法
    art. 32). Nobody checks what he submitted himself."""
    period = locked_period(period)
    by.require(CHECKERS, period.village)
    require_state(period, State.SUBMITTED)
    findings = []
    if by.pk == period.submitted_by_id:
        findings.append("自己提交的账不能自己审核。")
    if not whom.strip():
        findings.append("请写明审核人。")
    if on > clock.today() or on < period.last:
        findings.append("审核日期应在账期结束之后、今天之前。")
    if findings:
        raise CannotPost(*findings)
    period.state, period.checked_by_whom = State.CHECKED, whom.strip()
    period.checked_on, period.check_remark = on, remark.strip()
    period.save(update_fields=["state", "checked_by_whom", "checked_on", "check_remark"])
    record(period, "审核通过", by=by, remark=remark)
    return period


@transaction.atomic
def send_back(period: Period, *, by: Staff, reason: str) -> Period:
    """Back to the accountant with what is wrong."""
    period = locked_period(period)
    by.require(CHECKERS | PUBLISHERS, period.village)
    require_state(period, State.SUBMITTED, State.CHECKED)
    if not reason.strip():
        raise CannotPost("请写明退回的原因。")
    period.state, period.sent_back = State.OPEN, reason.strip()
    period.checked_by_whom, period.checked_on, period.check_remark = "", None, ""
    period.save()
    record(period, "退回", by=by, remark=reason)
    return period


@transaction.atomic
def publish(period: Period, *, by: Staff) -> Period:
    """Let residents read the period, locked and chained to the one before it."""
    period = locked_period(period)
    by.require(PUBLISHERS, period.village)
    require_state(period, State.CHECKED)
    before = previous_of(period)
    if before is not None and before.state != State.PUBLISHED:
        raise CannotPost(f"上一期（{before.name}）还没有公开，请先公开它。")
    if findings := hindrances(period):
        raise CannotPost(*findings)
    period.state, period.published_at = State.PUBLISHED, clock.now()
    period.digest = digest_of(period, before.digest if before else "")
    period.save(update_fields=["state", "published_at", "digest"])
    put_period(period)
    record(period, "公开", by=by, digest=period.digest)
    return period


def locked_period(period: Period) -> Period:
    """The period and its balances, so that whoever is posting has finished or comes too late.

    Without its key: who is posting refers to the period while holding a balance.
    """
    held = Period.objects.select_for_update(of=("self",), no_key=True)
    rows = held.select_related("village__township")
    locked = rows.get(pk=period.pk)
    list(Balance.objects.select_for_update(of=("self",)).filter(period=locked).order_by("pk"))
    return locked


def require_state(period: Period, *states: State) -> None:
    if period.state not in states:
        raise CannotPost(f"{period.name}现在是“{period.get_state_display()}”，不能这样办理。")
