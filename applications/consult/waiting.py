"""Which consultations still wait, by the records of their applications."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch

from applications.cases.case import Case
from applications.cases.models import RecordedEvent
from applications.cases.querysets import RUNNING
from applications.cases.querysets import WAITING as AWAITING
from applications.consult.models import Consultation
from applications.consult.querysets import ConsultationQuerySet
from applications.procedure.limits import OwnLimits
from applications.procedure.offices import answer_due, still_open
from applications.rules.models import rules_of
from portal.core.workdays.days import WorkCalendar
from portal.core.workdays.load import current_calendar


@dataclass(frozen=True)
class Waiting:
    consultation: Consultation
    due: date


def waiting(rows: ConsultationQuerySet) -> list[Waiting]:
    """Those of `rows`, all of one township, that still wait for their office; what is due first
    in front."""
    events = Prefetch("application__events", RecordedEvent.objects.order_by("number"))
    unanswered = rows.unanswered().without_own_words().prefetch_related(events)
    found = list(unanswered)
    if not found:
        return []
    own = rules_of(found[0].township).own_limits
    return sorted(_waiting(found, current_calendar(), own), key=lambda one: one.due)


def _waiting(
    rows: Iterable[Consultation], calendar: WorkCalendar, own: OwnLimits
) -> Iterator[Waiting]:
    for one in rows:
        case = Case(one.application, list(one.application.events.all()), calendar)
        if due := due_in(case, one, own):
            yield Waiting(one, due)


def due_in(case: Case, consultation: Consultation, own: OwnLimits) -> date | None:
    """By when the office should answer; None where its answer isn't waited for any more."""
    standing = case.standing
    if standing is None or standing.facts.ended or consultation.answered_at:
        return None
    asked = still_open(case.record, consultation.event_number)
    return answer_due(asked, case.calendar, own) if asked else None


def state_of(consultation: Consultation) -> str:
    """In words, for a list; asks the record, and no calendar."""
    if consultation.answered_at:
        return "已答复"
    application = consultation.application
    rows = sorted(application.events.all(), key=lambda row: row.number)
    record = Case(application, rows, WorkCalendar()).record
    open_ones = application.state in RUNNING + AWAITING
    asked = open_ones and still_open(record, consultation.event_number)
    return "等待答复" if asked else "不用再答复"
