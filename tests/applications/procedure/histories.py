"""Short ways to write a record: one line an event, as "2025-03-03 received"."""

from datetime import date
from typing import Any

from applications.procedure.events import Event
from applications.procedure.standing import Standing, standing_of
from applications.procedure.written import from_data
from portal.core.workdays.days import WorkCalendar
from tests.applications.calendars import published


def event(line: str, **data: Any) -> Event:
    """`line` may end in key=value pairs: "2025-03-20 extended days=5"."""
    on, kind, *pairs = line.split()
    given = dict(pair.split("=", 1) for pair in pairs)
    read = {key: int(value) if value.isdigit() else value for key, value in given.items()}
    return from_data({"type": kind, "on": on, **read, **data})


def record(*lines: str | Event) -> list[Event]:
    return [event(line) if isinstance(line, str) else line for line in lines]


def standing(*lines: str | Event, calendar: WorkCalendar | None = None) -> Standing:
    return standing_of(record(*lines), calendar or published())


def due(*lines: str | Event, calendar: WorkCalendar | None = None) -> str:
    on = standing(*lines, calendar=calendar).due
    return on.isoformat() if on else "-"


def day(text: str) -> date:
    return date.fromisoformat(text)
