from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from portal.core.staff.models import Staff
from portal.core.staff.passwords import give_one_time_password


class Command(BaseCommand):
    help = "给工作人员一个一次性密码，登录后须自行修改。"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username")
        parser.add_argument("--if-new", action="store_true", help="只给从未设过密码的人")

    def handle(self, *args: Any, **options: Any) -> None:
        person = Staff.objects.filter(username=options["username"]).first()
        if person is None:
            raise CommandError(f"没有用户名为“{options['username']}”的工作人员。")
        if options["if_new"] and person.has_usable_password():
            return
        self.stdout.write(give_one_time_password(person))
