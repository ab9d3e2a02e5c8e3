"""Writing the day's reminders to the outbox; a second time writes nothing double."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from django.db.models import Prefetch
from django.utils import timezone

from applications.cases.case import Case
from applications.cases.models import Application, RecordedEvent
from applications.procedure.due import Due, DueKind
from applications.reminders.due import Reminder, reminders_due
from applications.reminders.letter import letter_of
from applications.reminders.people import People
from portal.core.outbox.write import Mail, write_mail
from portal.core.staff.models import Staff
from portal.core.township.models import Township
from portal.core.workdays.days import WorkCalendar
from portal.core.workdays.load import current_calendar

KIND = "reminder"
SENT_AT = time(8)
# longer than any holiday between a reminder and its day
AHEAD = timedelta(days=20)
PIECE = 200


@dataclass
class Reminded:
    """How many mails were written, and who has no address to write to."""

    written: int = 0
    unreachable: set[Staff] = field(default_factory=set)


def write_reminders(on: date) -> Reminded:
    """For all townships, about what falls due on the day `on`, the working day after, or is
    overdue. They are sent in the morning."""
    told, calendar = Reminded(), current_calendar()
    for township in Township.objects.order_by("pk"):
        people = People(township, on)
        for application in _with_something_due(township, on + AHEAD):
            for reminder in reminders_due(_dues(application, calendar, on), on, calendar):
                _write(reminder, application, people, told)
    return told


def _with_something_due(township: Township, until: date) -> Iterator[Application]:
    events = Prefetch("events", RecordedEvent.objects.order_by("number"))
    rows = Application.objects.of(township).filter(next_due_on__lte=until).order_by("pk")
    rows = rows.select_related("township", "handler").defer("description")
    yield from rows.prefetch_related(events).iterator(chunk_size=PIECE)


def _dues(application: Application, calendar: WorkCalendar, on: date) -> list[Due]:
    """Before its receipt is confirmed an application has no record, and that one thing to do."""
    if not application.is_confirmed and application.next_due_on:
        return [Due(DueKind.RECEIPT_CHECK, application.next_due_on, "")]
    return Case(application, list(application.events.all()), calendar).deadlines(on)


def _write(reminder: Reminder, application: Application, people: People, told: Reminded) -> None:
    letter = letter_of(reminder, application)
    for person in people.to_remind(reminder.due, application):
        if not person.email:
            told.unreachable.add(person)
            continue
        about = f"{application.pk}:{reminder.due.kind}:{people.on}:{person.pk}"
        mail = Mail(KIND, about, person.email, letter.subject, letter.body)
        told.written += write_mail(people.township, mail, due_at=_morning(people.on))


def _morning(on: date) -> datetime:
    return timezone.make_aware(datetime.combine(on, SENT_AT))
