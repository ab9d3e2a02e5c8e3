"""An application with its record read: what every page, letter and move asks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from json import loads

from applications.cases.models import Application, RecordedEvent
from applications.procedure.deadlines import at_rest, open_deadlines
from applications.procedure.due import Due, DueKind
from applications.procedure.events import Event
from applications.procedure.lawful import Move, moves
from applications.procedure.limits import OwnLimits
from applications.procedure.record import undone_by
from applications.procedure.standing import Standing, standing_of
from applications.procedure.written import from_data
from applications.rules.models import rules_of
from portal.core.workdays.days import WorkCalendar
from portal.core.workdays.load import current_calendar

UNCONFIRMED = "和申请人确认收到以后，答复期限才开始计算（条例第三十一条）。"


@dataclass(frozen=True)
class Step:
    """An entry of the record as people see it: the row, its event, the number that undid it."""

    row: RecordedEvent
    event: Event
    undone_by: int | None


@dataclass(frozen=True)
class Case:
    application: Application
    rows: Sequence[RecordedEvent]
    calendar: WorkCalendar

    @cached_property
    def record(self) -> tuple[Event, ...]:
        return tuple(from_data(loads(row.data)) for row in self.rows)

    @cached_property
    def standing(self) -> Standing | None:
        """None until receipt is confirmed."""
        return standing_of(self.record, self.calendar) if self.rows else None

    @cached_property
    def steps(self) -> list[Step]:
        undone = undone_by(self.record)
        pairs = zip(self.rows, self.record, strict=True)
        return [Step(row, event, undone.get(row.number)) for row, event in pairs]

    def moves(self, on: date) -> list[Move]:
        return moves(self.record, self.calendar, on) if self.rows else []

    def deadlines(self, on: date, own: OwnLimits | None = None) -> list[Due]:
        """`own` saves the query for the township's own limits, where many cases are asked."""
        if self.standing is None:
            by = self.application.next_due_on
            return [Due(DueKind.RECEIPT_CHECK, by, UNCONFIRMED)] if by else []
        own = own or rules_of(self.application.township).own_limits
        return open_deadlines(self.standing.facts, self.calendar, on, own)

    def at_rest(self, on: date) -> bool:
        return self.standing is not None and at_rest(self.standing.facts, self.calendar, on)


def case_of(application: Application, calendar: WorkCalendar | None = None) -> Case:
    """Two queries: the events, the calendar."""
    rows = list(application.events.select_related("by").order_by("number"))
    return Case(application, rows, calendar or current_calendar())
