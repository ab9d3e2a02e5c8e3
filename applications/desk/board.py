"""What is due in all applications, in which order, for whom."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from applications.cases.models import Application
from applications.cases.open_cases import open_cases
from applications.procedure.due import Due, DueKind, Whose
from applications.reminders.people import People
from applications.rules.models import rules_of
from portal.core.township.models import Township

# a chance of the applicant's that nobody has to wait for
REMEDIES = (DueKind.REVIEW, DueKind.LAWSUIT, DueKind.APPEAL)
OURS = (Whose.TOWNSHIP, Whose.OFFICE)


@dataclass(frozen=True)
class Line:
    """One open deadline of one application; `who` has to act, or stands in for who has."""

    application: Application
    due: Due
    on: date
    who: str

    @property
    def late(self) -> bool:
        return self.due.on < self.on

    @property
    def days(self) -> int:
        """Calendar days left; negative where it has passed."""
        return (self.due.on - self.on).days

    @property
    def ours(self) -> bool:
        return self.due.kind.whose in OURS


@dataclass(frozen=True)
class Board:
    """`late`, `today` and `later` are the township's own to do; it waits for `others`."""

    late: list[Line]
    today: list[Line]
    later: list[Line]
    others: list[Line]

    @property
    def nothing(self) -> bool:
        return not (self.late or self.today or self.later or self.others)


def board_of(township: Township, on: date) -> Board:
    """The same number of queries however many applications there are."""
    lines = sorted(_lines(township, on), key=lambda line: (line.due.on, line.application.pk))
    ours = [line for line in lines if line.ours]
    return Board(
        late=[line for line in ours if line.late],
        today=[line for line in ours if line.days == 0],
        later=[line for line in ours if line.days > 0],
        others=[line for line in lines if not line.ours],
    )


def _lines(township: Township, on: date) -> Iterator[Line]:
    own, people = rules_of(township).own_limits, People(township, on)
    for case in open_cases(township):
        for due in case.deadlines(on, own):
            if due.kind not in REMEDIES:
                yield Line(case.application, due, on, _who(people, due, case.application))


def _who(people: People, due: Due, application: Application) -> str:
    if due.kind.whose in OURS:
        return "、".join(str(person) for person in people.to_remind(due, application))
    return due.about or due.kind.whose.label
