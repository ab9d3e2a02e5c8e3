"""What is due in all applications, in which order, for whom."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from applications.cases.case import Case
from applications.cases.models import Application, RecordedEvent
from applications.procedure.deadlines import open_deadlines
from applications.procedure.due import Due, DueKind, Whose
from applications.procedure.limits import OwnLimits
from applications.rules.models import rules_of
from portal.core.township.models import Township
from portal.core.workdays.days import WorkCalendar
from portal.core.workdays.load import current_calendar

MOST = 400  # applications with something due; beyond them the list tells how many there are
UNCONFIRMED = "和申请人确认收到以后，答复期限才开始计算（条例第三十一条）。"
REMEDIES = (DueKind.REVIEW, DueKind.LAWSUIT, DueKind.APPEAL)


@dataclass(frozen=True)
class Line:
    """One open deadline of one application."""

    application: Application
    due: Due
    on: date

    @property
    def late(self) -> bool:
        return self.due.on < self.on

    @property
    def days(self) -> int:
        """Calendar days left; negative where it has passed."""
        return (self.due.on - self.on).days

    @property
    def who(self) -> str:
        if self.due.kind.whose is Whose.TOWNSHIP:
            handler = self.application.handler
            return str(handler) if handler else "还没有承办人"
        return self.due.about or self.due.kind.whose.label


@dataclass(frozen=True)
class Board:
    """`ours` is what the township itself must do; `others` what it waits for."""

    late: list[Line]
    today: list[Line]
    later: list[Line]
    others: list[Line]
    left_out: int

    @property
    def nothing(self) -> bool:
        return not (self.late or self.today or self.later or self.others)


def board_of(township: Township, on: date) -> Board:
    """Five queries, however many applications there are."""
    lines, left_out = lines_of(township, on)
    ours = [line for line in lines if line.due.kind.whose in (Whose.TOWNSHIP, Whose.OFFICE)]
    return Board(
        late=[line for line in ours if line.late],
        today=[line for line in ours if line.days == 0],
        later=[line for line in ours if line.days > 0],
        others=[
            line for line in lines if line.due.kind.whose not in (Whose.TOWNSHIP, Whose.OFFICE)
        ],
        left_out=left_out,
    )


def lines_of(township: Township, on: date) -> tuple[list[Line], int]:
    """Every open deadline, the first in front; remedies that nobody has used are left out."""
    waiting = Application.objects.of(township).with_something_due().defer("description")
    rows = list(waiting.select_related("handler")[: MOST + 1])
    left_out = waiting.count() - MOST if len(rows) > MOST else 0
    own, calendar = rules_of(township).own_limits, current_calendar()
    cases = _cases(rows[:MOST], calendar)
    lines = [Line(case.application, due, on) for case in cases for due in _dues(case, on, own)]
    return sorted(lines, key=lambda line: (line.due.on, line.application.pk)), left_out


def _cases(applications: list[Application], calendar: WorkCalendar) -> Iterator[Case]:
    """The records of all of them by one query."""
    events = RecordedEvent.objects.filter(application__in=applications)
    ordered: Iterable[RecordedEvent] = events.order_by("application_id", "number")
    by_case = {key: list(rows) for key, rows in groupby(ordered, lambda row: row.application_id)}
    for application in applications:
        yield Case(application, by_case.get(application.pk, []), calendar)


def _dues(case: Case, on: date, own: OwnLimits) -> list[Due]:
    application = case.application
    if case.standing is None:
        by = application.next_due_on
        return [Due(DueKind.RECEIPT_CHECK, by, UNCONFIRMED)] if by else []
    found = open_deadlines(case.standing.facts, case.calendar, on, own)
    return [due for due in found if due.kind not in REMEDIES]
