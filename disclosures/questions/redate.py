"""When the calendar changes, promised days move and the move is recorded."""

from datetime import date

from django.db import transaction

from disclosures.questions.clock import set_due
from disclosures.questions.models import Question
from portal.core.staff.models import Staff
from portal.core.trail.record import record
from portal.core.workdays.days import WorkCalendar


@transaction.atomic
def redate_open_questions(calendar: WorkCalendar, *, by: Staff | None) -> list[Question]:
    """Count anew for every open question, in all townships; those whose day changed. What is
    answered keeps the day it was measured against."""
    moved = []
    for question in Question.objects.open().select_for_update(of=("self",)):
        old = (question.due_on, question.due_provisional)
        set_due(question, calendar)
        if old == (question.due_on, question.due_provisional):
            continue
        question.save(update_fields=["due_on", "due_provisional"])
        if old[0] != question.due_on:
            _record(question, old[0], by)
            moved.append(question)
    return moved


def _record(question: Question, old: date | None, by: Staff | None) -> None:
    record(
        question,
        "期限调整",
        by=by,
        remark=f"放假安排变更，答复期限由 {old} 改为 {question.due_on}。",
        old=str(old),
        new=str(question.due_on),
    )
