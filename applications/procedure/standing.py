"""Where an application stands, computed from its record and the calendar alone."""

from dataclasses import dataclass
from datetime import date

from applications.procedure.clock import AnswerClock, answer_clock
from applications.procedure.events import Event
from applications.procedure.facts import Facts
from applications.procedure.lawful import facts_of
from applications.procedure.record import Record
from applications.procedure.states import State
from applications.procedure.words import day
from portal.core.workdays.days import WorkCalendar


@dataclass(frozen=True)
class Standing:
    facts: Facts
    clock: AnswerClock

    @property
    def state(self) -> State:
        return self.facts.state

    @property
    def due(self) -> date | None:
        """The day by which the answer is or was due; None while nothing is owed."""
        return self.clock.due

    @property
    def provisional(self) -> bool:
        return self.clock.provisional

    @property
    def answered_on(self) -> date | None:
        return self.facts.decided.on if self.facts.decided else None

    @property
    def answered_in_time(self) -> bool | None:
        """Of an answered application; None of any other."""
        if self.answered_on is None or self.due is None:
            return None
        return self.answered_on <= self.due

    def overdue(self, on: date) -> bool:
        """An answer is owed and its day has passed. What was answered is never overdue."""
        return not self.facts.ended and self.due is not None and on > self.due


def standing_of(record: Record, calendar: WorkCalendar) -> Standing:
    """Raises Unlawful where the record can't have happened."""
    facts = facts_of(record, calendar)
    return Standing(facts, answer_clock(facts, calendar))


def effect(record: Record, event: Event, calendar: WorkCalendar) -> str:
    """What `event` would do to the clock, told before it is done. Raises Unlawful where it may
    not be done at all."""
    before = standing_of(record, calendar)
    then = standing_of([*record, event], calendar)
    if then.facts.ended:
        return "办结后答复期限不再计算。" if not before.facts.ended else "不影响答复期限。"
    if then.due == before.due:
        return f"答复期限不变，仍为{day(then.due)}。" if then.due else "答复期限仍不计算。"
    if then.due is None:
        return "答复期限停止计算，等待申请人；之后重新起算。"
    provisional = "（暂定，有年度放假安排尚未录入）" if then.provisional else ""
    was = f"由{day(before.due)}" if before.due else ""
    return f"答复期限{was}变为{day(then.due)}{provisional}。"
