"""What must hold before a review or lawsuit is put on record (行政复议法, 行政诉讼法)."""

from datetime import date
from functools import singledispatch

from applications.decisions.remedies import REVIEW_FIRST_SINCE, Route, route
from applications.procedure.clock import answer_clock
from applications.procedure.events import (
    Event,
    LawsuitDecided,
    LawsuitFiled,
    ReviewDecided,
    ReviewFiled,
)
from applications.procedure.facts import Facts
from applications.procedure.limits import REVIEW_DECISION
from applications.procedure.words import day
from portal.core.workdays.days import WorkCalendar
from portal.core.workdays.limits import deadline


@singledispatch
def remedy_condition(event: Event, facts: Facts, calendar: WorkCalendar) -> str | None:
    """Only reviews and lawsuits have one."""
    return None


def review_first(facts: Facts) -> bool:
    """Whether review must come before a lawsuit: a refusal, or no answer at all
    (行政复议法 art. 23)."""
    if facts.decided:
        return route(facts.decided.outcomes, facts.decided.on) is Route.REVIEW_FIRST
    return not facts.ended and facts.received.on >= REVIEW_FIRST_SINCE


def _nothing_to_attack(facts: Facts, on: date, calendar: WorkCalendar) -> str | None:
    due = answer_clock(facts, calendar).due
    if facts.ended or (due and on > due):
        return None
    until = f"，期限到{day(due)}才届满" if due else ""
    return f"本件尚未答复{until}，还没有可以申请复议或者起诉的行为（条例第五十一条）。"


@remedy_condition.register
def _(event: ReviewFiled, facts: Facts, calendar: WorkCalendar) -> str | None:
    if facts.remedies.review:
        return f"已于{day(facts.remedies.review.on)}申请过行政复议，请核对（行政复议法第三十条）。"
    if facts.remedies.lawsuits:
        return "已经提起行政诉讼，不再申请行政复议（行政复议法第二十九条）。"
    return _nothing_to_attack(facts, event.on, calendar)


@remedy_condition.register
def _(event: ReviewDecided, facts: Facts, calendar: WorkCalendar) -> str | None:
    if not facts.remedies.in_review:
        return "没有正在审理的行政复议，请先登记申请行政复议（条例第五十一条）。"
    return _redo(event.redo_until, event.on)


@remedy_condition.register
def _(event: LawsuitFiled, facts: Facts, calendar: WorkCalendar) -> str | None:
    remedies = facts.remedies
    if remedies.in_court:
        return "行政诉讼正在审理，请先登记结果（条例第五十一条）。"
    if len(remedies.judged) > 1:
        return "已经过二审，二审裁判是终审（行政诉讼法第八十八条）。"
    if remedies.judged:
        return None
    return _nothing_to_attack(facts, event.on, calendar) or _review_missing(
        facts, event.on, calendar
    )


def _review_missing(facts: Facts, on: date, calendar: WorkCalendar) -> str | None:
    review = facts.remedies.review
    if review is None:
        first = "应当先申请行政复议，对复议决定不服再起诉（行政复议法第二十三条）。"
        return first if review_first(facts) else None
    last = deadline(review.on, REVIEW_DECISION, calendar).due
    if facts.remedies.in_review and on <= last:
        return f"行政复议尚未结束，期限到{day(last)}，期间不能起诉（行政复议法第二十九条）。"
    return None


@remedy_condition.register
def _(event: LawsuitDecided, facts: Facts, calendar: WorkCalendar) -> str | None:
    if not facts.remedies.in_court:
        return "没有正在审理的行政诉讼，请先登记提起行政诉讼（条例第五十一条）。"
    return _redo(event.redo_until, event.on)


def _redo(until: date | None, on: date) -> str | None:
    if until and until <= on:
        return f"重新答复的期限{day(until)}应晚于{day(on)}，请核对。"
    return None
