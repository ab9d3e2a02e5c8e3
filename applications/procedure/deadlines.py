"""Every deadline that is open in an application, for the board, the reminders and the applicant."""

from collections.abc import Iterator
from datetime import date

from applications.decisions.outcomes import Outcome, release_something
from applications.procedure.clock import answer_clock
from applications.procedure.due import Due, DueKind, due_of
from applications.procedure.events import Decided, Opinion
from applications.procedure.facts import Consultation, Facts
from applications.procedure.limits import PAYMENT, SUPPLEMENT_NOTICE, OwnLimits
from applications.procedure.pauses import answer_by
from applications.procedure.remedy_periods import remedy_periods
from applications.procedure.words import day
from portal.core.workdays.days import ONE_DAY, WorkCalendar
from portal.core.workdays.limits import deadline


def open_deadlines(
    facts: Facts, calendar: WorkCalendar, on: date, own: OwnLimits | None = None
) -> list[Due]:
    """What is open on the day `on`, the earliest first; chances that have lapsed are left out."""
    found = [*_work(facts, calendar, own or OwnLimits()), *_after_the_answer(facts, calendar)]
    return sorted(
        (due for due in found if not (due.lapsing and due.on < on)), key=lambda due: due.on
    )


def at_rest(facts: Facts, calendar: WorkCalendar, on: date) -> bool:
    """Nothing is owed, and nobody can turn to the review body or a court in time any more."""
    return facts.ended and not open_deadlines(facts, calendar, on) and not facts.remedies.in_court


def _work(facts: Facts, calendar: WorkCalendar, own: OwnLimits) -> Iterator[Due]:
    if facts.ended:
        return
    if facts.state.awaits_applicant:
        yield from _from_applicant(facts, calendar)
    else:
        yield from _beginning(facts, calendar, own)
        yield from _reasons(facts)
        yield from _answer(facts, calendar, own)
    yield from _asked(facts, calendar, own)


def _from_applicant(facts: Facts, calendar: WorkCalendar) -> Iterator[Due]:
    if facts.awaits_supplement and facts.supplement and facts.supplement.until:
        why = f"{day(facts.supplement.on)}告知补正时给出的合理期限（条例第三十条）。"
        yield Due(DueKind.SUPPLEMENT, facts.supplement.until, why)
    if facts.awaits_payment and facts.fee:
        why = f"{day(facts.fee.on)}收到收费通知，次日起{PAYMENT}内缴费（条例第四十二条）。"
        yield due_of(DueKind.PAYMENT, deadline(facts.fee.on, PAYMENT, calendar), why)


def _beginning(facts: Facts, calendar: WorkCalendar, own: OwnLimits) -> Iterator[Due]:
    received = facts.received.on
    if facts.steps == 1:
        why = f"{day(received)}收到，本镇规定{own.receipt_check}内核对登记（条例第四十五条）。"
        yield due_of(DueKind.RECEIPT_CHECK, deadline(received, own.receipt_check, calendar), why)
    if not facts.supplement and not facts.redo_until:
        why = f"{day(received)}收到，内容不明确的应在{SUPPLEMENT_NOTICE}内告知（条例第三十条）。"
        yield due_of(
            DueKind.SUPPLEMENT_NOTICE, deadline(received, SUPPLEMENT_NOTICE, calendar), why
        )


def _reasons(facts: Facts) -> Iterator[Due]:
    if facts.reasons and facts.reasons.until and not facts.reasons_given:
        why = f"{day(facts.reasons.on)}要求说明理由时给出的期限（条例第三十五条）。"
        yield Due(DueKind.REASONS, facts.reasons.until, why)


def _answer(facts: Facts, calendar: WorkCalendar, own: OwnLimits) -> Iterator[Due]:
    clock = answer_clock(facts, calendar)
    if clock.due is None:
        return
    why = "".join(clock.notes)
    yield Due(DueKind.ANSWER, clock.due, why, provisional=clock.provisional)
    draft = max(_working_days_before(clock.due, own.approval.amount, calendar), clock.start)
    why = f"给审核签发留{own.approval}，答复期限是{day(clock.due)}。"
    yield Due(DueKind.DRAFT, draft, why, provisional=clock.provisional)


def _working_days_before(on: date, amount: int, calendar: WorkCalendar) -> date:
    while amount > 0:
        on -= ONE_DAY
        amount -= calendar.day(on).working
    return on


def _asked(facts: Facts, calendar: WorkCalendar, own: OwnLimits) -> Iterator[Due]:
    for one in facts.consultations:
        if one.open:
            yield _consulted(one, calendar)
    for office in facts.offices:
        if office.answered_on is not None:
            continue
        asked = office.asked
        if asked.until:
            why = f"{day(asked.on)}交办时指定的日期。"
            yield Due(DueKind.OFFICE_ANSWER, asked.until, why, asked.who)
        else:
            why = f"{day(asked.on)}交办，本镇规定{own.office_answer}内答复。"
            counted = deadline(asked.on, own.office_answer, calendar)
            yield due_of(DueKind.OFFICE_ANSWER, counted, why, asked.who)


def _consulted(one: Consultation, calendar: WorkCalendar) -> Due:
    kind = DueKind.THIRD_PARTY_ANSWER if one.third_party else DueKind.ORGAN_ANSWER
    silence = (
        "逾期不答复的，由本机关决定是否公开（条例第三十二条）"
        if one.third_party
        else "逾期不答复的，视为同意公开（条例第三十四条）"
    )
    why = f"{day(one.asked_on)}征求意见，15个工作日内答复，{silence}。"
    return due_of(kind, answer_by(one, calendar), why, one.who)


def _after_the_answer(facts: Facts, calendar: WorkCalendar) -> Iterator[Due]:
    if facts.decided and not facts.served:
        due = answer_clock(facts, calendar).due or facts.decided.on
        why = "答复应当在期限内送达申请人（条例第三十三条）。"
        yield Due(DueKind.SERVICE, max(due, facts.decided.on), why)
    if facts.decided and release_something(facts.decided.outcomes):
        yield from _to_be_told(facts, facts.decided)
    if facts.ended or facts.remedies.used:
        yield from remedy_periods(facts, calendar)


def _to_be_told(facts: Facts, decided: Decided) -> Iterator[Due]:
    """Who objected in vain; not the only one who did where its part was kept back."""
    objecting = [one for one in facts.consultations if one.opinion is Opinion.OBJECTS]
    if len(objecting) == 1 and Outcome.THIRD_PARTY in decided.outcomes:
        return
    for one in objecting:
        if not one.told:
            why = (
                "第三方不同意公开而决定公开的，应将决定公开的信息和理由书面告知（条例第三十二条）。"
            )
            yield Due(DueKind.THIRD_PARTY_NOTICE, decided.on, why, one.who)
