"""The period for the answer (条例 art. 33), day by day.

20 working days after the receipt, or after what restarted the period (supplement, payment); an
extension adds exactly its number of counted days; while others are asked nothing is counted.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from applications.procedure.facts import Facts
from applications.procedure.limits import ANSWER
from applications.procedure.pauses import Pause, pauses
from applications.procedure.states import State
from applications.procedure.words import day as in_words
from portal.core.workdays.days import Day, WorkCalendar
from portal.core.workdays.limits import Step


@dataclass(frozen=True)
class AnswerClock:
    """When the answer is due, and how that was counted. `due` is None while nothing is owed."""

    start: date
    due: date | None
    steps: tuple[Step, ...]
    notes: tuple[str, ...]

    @property
    def provisional(self) -> bool:
        return self.due is not None and any(not step.known for step in self.steps)

    @property
    def missing_years(self) -> list[int]:
        return sorted({step.on.year for step in self.steps if not step.known})

    @property
    def counted(self) -> int:
        return sum(step.counted for step in self.steps)


def answer_clock(facts: Facts, calendar: WorkCalendar) -> AnswerClock:
    """The clock as the facts leave it: running, standing still, or over."""
    if facts.redo_until and not facts.withdrawn:
        return _ordered(facts, facts.redo_until, calendar)
    period = full_period(facts, calendar)
    if stopped := _stopped_on(facts):
        steps = tuple(step for step in period.steps if step.on <= stopped)
        return AnswerClock(period.start, None, steps, (*period.notes, _standing_still(facts)))
    return period


def full_period(facts: Facts, calendar: WorkCalendar) -> AnswerClock:
    """The period as if nothing stopped it from here on."""
    steps = tuple(_walk(facts, calendar))
    return AnswerClock(facts.runs_from, steps[-1].on, steps, tuple(_notes(facts)))


def _walk(facts: Facts, calendar: WorkCalendar) -> Iterator[Step]:
    target = ANSWER.amount + facts.extra_days
    stretches = pauses(facts, calendar)
    counted = 0
    for day in calendar.from_day_after(facts.runs_from):
        pause = next((one for one in stretches if one.covers(day.on)), None)
        over = counted == target
        counts = day.working and pause is None and not over
        counted += counts
        yield Step(day.on, counts, _why(day, pause, counted, counts=counts, over=over), day.known)
        if counted == target and _reached(facts, day):
            return


def _reached(facts: Facts, day: Day) -> bool:
    """A postponed answer (art. 35) is due on the day that was told, or the next working day."""
    later = facts.postponed
    return later is None or (day.on >= later.until and day.working)


def _why(day: Day, pause: Pause | None, number: int, *, counts: bool, over: bool) -> str:
    if counts and number > ANSWER.amount:
        return f"第{number}日（延期第{number - ANSWER.amount}日）：{day.why}"
    if counts:
        return f"第{number}日：{day.why}"
    if over:
        return f"延迟答复期间（条例第三十五条）：{day.why}"
    if pause and day.working:
        return f"暂停：{pause.why}"
    return f"不计入：{day.why}"


def _stopped_on(facts: Facts) -> date | None:
    """The day from which nothing is owed for the time being, or for good."""
    if facts.decided:
        return None
    if facts.supplement and facts.awaits_supplement:
        return facts.supplement.on
    if facts.fee and facts.awaits_payment:
        return facts.fee.on
    return facts.withdrawn.on if facts.withdrawn else None


def _standing_still(facts: Facts) -> str:
    return {
        State.AWAITING_SUPPLEMENT: "正在等待申请人补正，收到补正后期限重新计算（条例第三十条）。",
        State.AWAITING_PAYMENT: "正在等待申请人缴费，缴费次日起期限重新计算（条例第四十二条）。",
    }.get(facts.state, "本件已不需要答复。")


def _ordered(facts: Facts, until: date, calendar: WorkCalendar) -> AnswerClock:
    """A review body or court set the day; it is no count of ours."""
    start = facts.redo_since or facts.runs_from
    days = takewhile(lambda day: day.on <= until, calendar.from_day_after(start))
    steps = tuple(
        Step(day.on, counted=False, why=f"复议机关或法院指定的期间：{day.why}") for day in days
    )
    note = f"复议决定或判决要求在{in_words(until)}前重新答复。"
    return AnswerClock(start, until, steps, (note,))


def _notes(facts: Facts) -> Iterator[str]:
    """The sentences above the list of days."""
    yield (
        f"{in_words(facts.runs_from)}{facts.runs_since}，当日不计，"
        f"自次日起算{ANSWER.amount}个工作日（条例第三十三条）。"
    )
    if facts.runs_from != facts.received.on:
        yield f"{in_words(facts.received.on)}收到申请，之后期限重新计算过。"
    if facts.extension:
        yield f"{in_words(facts.extension.on)}告知延期{facts.extra_days}个工作日。"
    if facts.postponed:
        yield f"已告知延迟至{in_words(facts.postponed.until)}答复（条例第三十五条）。"
