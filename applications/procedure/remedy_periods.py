"""How long somebody may turn to the review body or a court, until the case is at rest."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from applications.procedure.due import Due, DueKind, due_of
from applications.procedure.facts import Facts
from applications.procedure.limits import (
    APPEAL,
    LAWSUIT_AFTER_REVIEW,
    LAWSUIT_MONTHS,
    REVIEW,
    REVIEW_DECISION,
)
from applications.procedure.remedy_conditions import review_first
from applications.procedure.words import day
from portal.core.workdays.days import WorkCalendar
from portal.core.workdays.limits import deadline


def remedy_periods(facts: Facts, calendar: WorkCalendar) -> Iterator[Due]:
    """Counted from the day of service, when the applicant knew of the act."""
    remedies = facts.remedies
    if remedies.in_court:
        return
    if remedies.judged:
        yield from _appeal(facts, calendar)
    elif remedies.reviewed:
        reviewed = remedies.reviewed.on
        why = f"{day(reviewed)}作出复议决定，15日内可以起诉（行政诉讼法第四十五条）。"
        yield due_of(DueKind.LAWSUIT, deadline(reviewed, LAWSUIT_AFTER_REVIEW, calendar), why)
    elif remedies.review:
        filed = remedies.review.on
        why = f"{day(filed)}申请行政复议，一般60日内作出决定（行政复议法第六十二条）。"
        yield due_of(DueKind.REVIEW_DECISION, deadline(filed, REVIEW_DECISION, calendar), why)
    elif facts.served:
        yield from _first_remedies(facts, facts.served.on, calendar)


def _appeal(facts: Facts, calendar: WorkCalendar) -> Iterator[Due]:
    if len(facts.remedies.judged) == 1:
        judged = facts.remedies.judged[0].on
        why = f"{day(judged)}一审裁判，15日内可以上诉（行政诉讼法第八十五条）。"
        yield due_of(DueKind.APPEAL, deadline(judged, APPEAL, calendar), why)


def _first_remedies(facts: Facts, served_on: date, calendar: WorkCalendar) -> Iterator[Due]:
    why = f"{day(served_on)}送达，60日内可以申请行政复议（行政复议法第二十条）。"
    yield due_of(DueKind.REVIEW, deadline(served_on, REVIEW, calendar), why)
    if not review_first(facts):
        why = f"{day(served_on)}送达，6个月内可以提起行政诉讼（行政诉讼法第四十六条）。"
        last, known = _working_day_from(months_after(served_on, LAWSUIT_MONTHS), calendar)
        yield Due(DueKind.LAWSUIT, last, why, provisional=not known)


def months_after(on: date, months: int) -> date:
    """The same day of a later month, or its last day where there is none such."""
    year, month = divmod(on.month - 1 + months, 12)
    year, month = on.year + year, month + 1
    return date(year, month, min(on.day, monthrange(year, month)[1]))


def _working_day_from(on: date, calendar: WorkCalendar) -> tuple[date, bool]:
    """A period that would end on a day off ends on the next working day."""
    last = calendar.day(on)
    if not last.working:
        last = next(one for one in calendar.from_day_after(on) if one.working)
    return last.on, last.known
