"""Days that are not counted because somebody outside is being asked (条例 arts. 32–34).

From the day after the asking up to and including the day of the answer; without an answer up to
the 15th working day after the asking. Overlapping stretches count once, since a day is either
counted or not.
"""

from dataclasses import dataclass
from datetime import date

from applications.procedure.facts import Consultation, Facts
from applications.procedure.limits import CONSULTATION
from applications.procedure.words import short_day
from portal.core.workdays.days import WorkCalendar
from portal.core.workdays.limits import Deadline, deadline


@dataclass(frozen=True)
class Pause:
    """Days after `asked_on` up to and including `last`."""

    asked_on: date
    last: date
    why: str

    def covers(self, on: date) -> bool:
        return self.asked_on < on <= self.last


def answer_by(consultation: Consultation, calendar: WorkCalendar) -> Deadline:
    """By when the one who was asked should answer; then the township goes on without."""
    return deadline(consultation.asked_on, CONSULTATION, calendar)


def pauses(facts: Facts, calendar: WorkCalendar) -> list[Pause]:
    return [_pause(one, calendar) for one in facts.consultations]


def _pause(one: Consultation, calendar: WorkCalendar) -> Pause:
    latest = answer_by(one, calendar).due
    last = min(one.answered_on or latest, latest)
    article = "第三十二条" if one.third_party else "第三十四条"
    why = f"征求{one.named}意见（{short_day(one.asked_on)}发出，条例{article}），时间不计入"
    return Pause(one.asked_on, last, why)
