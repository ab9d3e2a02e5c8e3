"""remind_applications: who has something to do about an application is told, by mail."""

from typing import Any

from django.core.management.base import BaseCommand

from applications.reminders.write import write_reminders
from portal.core import clock


class Command(BaseCommand):
    help = "把今天的期限提醒写入待发邮件，早上由 send_mail 寄出。可随时重复运行，不会重复提醒。"

    def handle(self, *args: Any, **options: Any) -> None:
        told = write_reminders(clock.today())
        self.stdout.write(f"写好 {told.written} 封提醒。")
        if told.unreachable:
            names = "、".join(sorted(str(person) for person in told.unreachable))
            self.stdout.write(f"没有工作邮箱，收不到提醒：{names}。")
