"""redate_applications: the days of open applications, counted anew with the calendar in force."""

from typing import Any

from django.core.management.base import BaseCommand

from applications.redating.redate import redate_open_applications
from portal.core import clock
from portal.core.workdays.load import current_calendar


class Command(BaseCommand):
    help = "按现行放假安排重算办理中的公开申请的期限，变动的记入留痕。可随时重复运行。"

    def handle(self, *args: Any, **options: Any) -> None:
        moved = redate_open_applications(current_calendar(), clock.today(), by=None)
        for application in moved:
            self.stdout.write(f"  {application.number}")
        self.stdout.write(f"{len(moved)} 件公开申请的期限变动。")
