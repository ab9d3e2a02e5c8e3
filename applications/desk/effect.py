"""What an event would do to the clock, told before it is done."""

from applications.cases.case import Case
from applications.procedure.events import Event
from applications.procedure.record import Unlawful
from applications.procedure.standing import effect, standing_of
from applications.procedure.words import day


def effect_of(case: Case, event: Event) -> str:
    """A sentence; why it can't be done, where it can't."""
    try:
        if case.rows:
            return effect(case.record, event, case.calendar)
        begun = standing_of([event], case.calendar)
    except Unlawful as refusal:
        return refusal.reason
    due = f"答复期限是{day(begun.due)}" if begun.due else "答复期限开始计算"
    return f"{day(event.on)}为收到申请之日，{due}{'（暂定）' if begun.provisional else ''}。"
