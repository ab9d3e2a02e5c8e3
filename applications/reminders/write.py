"""Writing the day's reminders to the outbox; a second time writes nothing double."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from applications.cases.models import Application
from applications.cases.open_cases import open_cases
from applications.reminders.due import Reminder, reminders_due
from applications.reminders.letter import letter_of
from applications.reminders.people import People
from applications.rules.models import rules_of
from portal.core.outbox.write import Mail, write_mail
from portal.core.staff.models import Staff
from portal.core.township.models import Township

KIND = "reminder"
SENT_AT = time(8)
# longer than any holiday between a reminder and its day
AHEAD = timedelta(days=20)


@dataclass
class Reminded:
    """How many mails were written, and who has no address to write to."""

    written: int = 0
    unreachable: set[Staff] = field(default_factory=set)


def write_reminders(on: date) -> Reminded:
    """For all townships, about what falls due on the day `on`, the working day after, or is
    overdue. They are sent in the morning."""
    told = Reminded()
    for township in Township.objects.order_by("pk"):
        people = People(township, on)
        own = rules_of(township).own_limits
        for case in open_cases(township, until=on + AHEAD):
            for reminder in reminders_due(case.deadlines(on, own), on, case.calendar):
                _write(reminder, case.application, people, told)
    return told


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
