"""When the calendar changes, the days of open applications move and the move is recorded.

The days themselves are computed from the record whenever they are shown; what moves here are the
copies by which the board sorts and finds. Run by night, it also passes on from what has lapsed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Q

from applications.cases.case import Case
from applications.cases.copies import COPIED, write_copies
from applications.cases.models import Application
from applications.cases.querysets import RUNNING, WAITING
from portal.core.staff.models import Staff
from portal.core.trail.record import record
from portal.core.workdays.days import WorkCalendar

PIECE = 200
# whatever has a day still to come, or one that was counted without the year's notice
OPEN = (
    Q(state="")
    | Q(state__in=RUNNING + WAITING)
    | Q(next_due_on__isnull=False)
    | Q(due_provisional=True)
)


@dataclass(frozen=True)
class Days:
    """The days of an application that are told to people."""

    due: date | None
    next_due: date | None
    next_kind: str
    next_label: str

    @classmethod
    def of(cls, application: Application) -> "Days":
        return cls(
            application.due_on,
            application.next_due_on,
            application.next_due_kind,
            application.get_next_due_kind_display(),
        )


def redate_open_applications(
    calendar: WorkCalendar, on: date, *, by: Staff | None
) -> list[Application]:
    """Count anew for every open application, in all townships; those of which a day moved. What is
    answered and at rest keeps the day it was measured against."""
    moved: list[Application] = []
    last = 0
    while keys := list(_open_after(last)):
        last = keys[-1]
        moved += _redate(keys, calendar, on, by)
    return moved


def _open_after(last: int) -> Iterator[int]:
    found = Application.objects.filter(OPEN, pk__gt=last).order_by("pk")
    yield from found.values_list("pk", flat=True)[:PIECE]


@transaction.atomic
def _redate(
    keys: list[int], calendar: WorkCalendar, on: date, by: Staff | None
) -> list[Application]:
    """One piece; whoever puts an event on record meanwhile comes before or after."""
    locked = Application.objects.select_for_update(of=("self",)).filter(pk__in=keys)
    moved = []
    for application in locked.select_related("township").prefetch_related("events"):
        before, days = _copies(application), Days.of(application)
        rows = sorted(application.events.all(), key=lambda row: row.number)
        write_copies(Case(application, rows, calendar), on)
        if _copies(application) != before and (words := in_words(days, Days.of(application))):
            _record(application, words, days, by)
            moved.append(application)
    return moved


def _copies(application: Application) -> list[object]:
    return [getattr(application, name) for name in COPIED]


def in_words(old: Days, new: Days) -> str:
    """What the calendar moved. That the next thing to do is another one by now is no move."""
    told = []
    if old.due and new.due and old.due != new.due:
        told.append(f"答复期限由 {old.due} 改为 {new.due}")
    same_thing = old.next_kind == new.next_kind
    if same_thing and old.next_due != new.next_due and old.next_due != old.due:
        told.append(f"“{new.next_label}”由 {old.next_due} 改为 {new.next_due}")
    return f"放假安排变更，{'，'.join(told)}。" if told else ""


def _record(application: Application, words: str, old: Days, by: Staff | None) -> None:
    record(
        application,
        "期限调整",
        by=by,
        remark=words,
        old=str(old.due or old.next_due),
        new=str(application.due_on or application.next_due_on),
    )
