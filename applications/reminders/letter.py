"""What a reminder says: the number, what is due and when, and where it is done. Never who applies,
nor for what."""

from dataclasses import dataclass

from django.urls import reverse

from applications.cases.models import Application
from applications.procedure.words import day
from applications.reminders.due import Reminder, When
from portal.core.outbox.desk_address import desk_line

LINE = {
    When.BEFORE: "快到期了，请在{day}前办理。",
    When.TODAY: "今天（{day}）到期，请今天办理。",
    When.OVERDUE: "已于{day}到期，还没有办理，请马上办理。",
}
SUBJECT = {When.BEFORE: "快到期", When.TODAY: "今天到期", When.OVERDUE: "已超期"}


@dataclass(frozen=True)
class Letter:
    subject: str
    body: str


def letter_of(reminder: Reminder, application: Application) -> Letter:
    """Only the kind of what is due: beside it may stand a third party's name."""
    due, when, number = reminder.due, reminder.when, application.number
    what = due.kind.label
    provisional = "放假安排尚未公布，日期是暂定的。" if due.provisional else ""
    lines = [
        "您好！",
        f"公开申请 {number}，“{what}”{LINE[when].format(day=day(due.on))}{provisional}",
        desk_line(application.township, reverse("admin:index")),
        "这封信由系统发出，请不要回复。",
        application.township.full_name,
    ]
    return Letter(f"{SUBJECT[when]}：{number} {what}", "\n\n".join(lines) + "\n")
